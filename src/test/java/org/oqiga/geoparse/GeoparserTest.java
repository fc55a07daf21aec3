package org.oqiga.geoparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** Sentences as reports write them, and the places and roles a reader would see in them. */
class GeoparserTest {

    private static final Geoparser GEOPARSER = new Geoparser(Gazetteer.load());

    private static List<Resolution> parsed(String language, String text) {
        var report = new Report("a report", text, Optional.empty(), language, Optional.empty(), Optional.empty());
        return GEOPARSER.parse(report, Words.of(text, language));
    }

    /** "Almaty=Almaty KZ location, …" in the order of the text. */
    private static String read(String language, String text) {
        return parsed(language, text).stream().map(GeoparserTest::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Resolution resolution) {
        Toponym toponym = resolution.toponym();
        String where = resolution
                .place()
                .map(place -> place.name() + " " + country(place))
                .orElse("?");
        return toponym.text() + "=" + where + " " + toponym.role().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String country(Place place) {
        return place.parents().country().isEmpty()
                ? place.id()
                : place.parents().country();
    }

    @Test
    void aTownIsFoundWhereItIsNamed() {
        assertEquals("Aktobe=Aktobe KZ location", read("en", "Crowds filled the square in Aktobe until midnight."));
    }

    @Test
    void theRegionBesideATownSettlesWhichTownIsMeant() {
        assertEquals(
                "Paris=Paris US location, Texas=Texas US location", read("en", "A man from Paris, Texas, was held."));
        assertEquals("Paris=Paris FR location", read("en", "A man from Paris was held."));
    }

    @Test
    void aNameSettledOnceIsSettledInTheWholeReport() {
        assertEquals(
                "LONDON=London US dateline, Ky.=Kentucky US dateline, London=London US location",
                read("en", "LONDON, Ky. (AP) — Two houses burned.\nResidents of London saw smoke."));
    }

    @Test
    void theCountryAReportIsAboutDrawsItsTowns() {
        String report = "Soldiers patrol Sri Lanka. The curfew covers the Western Province and the town of Galle.";
        assertEquals(
                "Sri Lanka=Sri Lanka LK location, Western Province=Western Province LK location, Galle=Galle LK"
                        + " location",
                read("en", report));
    }

    @Test
    void possessivesPluralsAndASlipOfThePenDoNotHideAPlace() {
        assertEquals("Almaty=Almaty KZ location", read("en", "Smoke rose over Almaty's old quarter."));
        assertTrue(read("en", "Troops reached Kazakhstan and stayed in the capital, Nure-Sultan.")
                .endsWith("Nure-Sultan=Nur-Sultan KZ location"));
    }

    @Test
    void namesOfPersonsAreNoPlaces() {
        assertEquals("", read("en", "Jordan Smith spoke first. Later Smith left with Mr. Washington."));
        assertEquals("", read("en", "The report was signed by Georgia Stevens. Today Georgia skates."));
    }

    @Test
    void everydayWordsAtTheStartOfASentenceAreNoPlaces() {
        assertEquals("", read("en", "Police came. Most fled. Reading is hard. Of these, many stayed on Monday."));
    }

    @Test
    void streetsAreNoPlaces() {
        assertEquals("", read("en", "They walked along Falcon Street and Paris Avenue."));
    }

    @Test
    void adjectivesAreDemonymsUnlessTheyAreLanguages() {
        assertEquals(
                "Turkish=Turkey TR demonym, Syrian=Syria SY demonym",
                read("en", "A Turkish officer shouted in Arabic near the Syrian border."));
        assertEquals("Almaty=Almaty KZ demonym", read("en", "An Almaty-based lawyer was questioned."));
    }

    @Test
    void datelinesAndBylinesAreToldApartFromTheNews() {
        assertEquals(
                "BISHKEK=Bishkek KG dateline, Kyrgyzstan=Kyrgyzstan KG dateline, Almaty=Almaty KZ location",
                read("en", "BISHKEK, Kyrgyzstan Soldiers patrolled Almaty on Friday."));
        assertEquals(
                "Taraz=Taraz KZ location, Bishkek=Bishkek KG byline, London=London GB byline",
                read(
                        "en",
                        "Shops in Taraz were looted.\n\nAnna Reed reported from Bishkek, and Tom Hall from London."));
        assertEquals(
                "Brest=Brest BY location, Belarus=Belarus BY location",
                read("en", "Clashes were reported from Brest, in Belarus."));
    }

    @Test
    void aCapitalThatSpeaksStandsForItsGovernment() {
        assertEquals("Moscow=Moscow RU seat", read("en", "Moscow said that it was ready to help."));
        assertEquals("Moscow=Moscow RU location", read("en", "In Moscow police detained nine people."));
        assertEquals(
                "Armenia=Armenia AM seat, Kazakhstan=Kazakhstan KZ location",
                read("en", "Armenia's prime minister agreed to send soldiers to Kazakhstan."));
    }

    @Test
    void countriesInARowAreMembersUnlessThingsHappenInThem() {
        assertTrue(parsed("en", "The bloc of Russia, Belarus, Armenia and Tajikistan met.").stream()
                .allMatch(one -> one.toponym().role() == Toponym.Role.SEAT));
        assertTrue(parsed("en", "Rallies were held in Chile, Bolivia and Peru.").stream()
                .allMatch(one -> one.toponym().role() == Toponym.Role.LOCATION));
    }

    @Test
    void partsOfACountryAreAreas() {
        assertEquals(
                "western Kazakhstan=western Kazakhstan KZ location",
                read("en", "Rallies began in western Kazakhstan over fuel."));
        assertEquals(
                "Kazakhstan=Kazakhstan KZ location, west of the country=western Kazakhstan KZ location",
                read("en", "Rallies shook Kazakhstan. They began in the west of the country."));
    }

    @Test
    void aRowSharesTheKindOfPlaceItsLastNameHas() {
        assertEquals(
                "Almaty=Almaty Region KZ location, Mangystau regions=Mangystau Region KZ location",
                read("en", "A curfew holds in the Almaty and Mangystau regions."));
    }

    @Test
    void aRegionCalledAfterItsTownNeedsItsKindSaid() {
        assertEquals(
                "Turkistan=Turkistan KZ location, Turkistan Region=Turkistan Region KZ location",
                read("en", "Drivers in Turkistan stopped work; the rest of Turkistan Region was calm."));
    }

    @Test
    void theNameInsideAnOfficeOrAnInstitutionIsItsSeat() {
        assertEquals(
                "Kazakhstan=Kazakhstan KZ seat, Michigan=Michigan US seat, Ankara=Ankara TR location",
                read(
                        "en",
                        "The Ministry of Internal Affairs of Kazakhstan and the University of Michigan met in"
                                + " Ankara."));
    }

    @Test
    void russianCasesAreUndone() {
        assertEquals(
                "Жанаозене=Zhanaozen KZ location, Нур-Султане=Nur-Sultan KZ location, Таразом=Taraz KZ location,"
                        + " Актюбинской области=Aktobe Region KZ location",
                read("ru", "Люди вышли в Жанаозене и Нур-Султане, а также под Таразом и в Актюбинской области."));
        assertEquals(
                "Алматинской=Almaty Region KZ location, Мангистауской областях=Mangystau Region KZ location",
                read("ru", "Режим введён в Алматинской и Мангистауской областях."));
    }

    @Test
    void russianAdjectivesDatelinesAndOfficesHaveTheirRoles() {
        assertEquals(
                "МОСКВА=Moscow RU dateline, российские=Russia RU demonym, Казахстан=Kazakhstan KZ location",
                read("ru", "МОСКВА, 6 января. Туда направлены российские военные. Они едут в Казахстан."));
        assertEquals(
                "Армении=Armenia AM seat, Актау=Aktau KZ location",
                read("ru", "Премьер-министр Армении высказался. В Актау спокойно."));
        assertEquals("Алматы=Almaty KZ location", read("ru", "Колонна шла по улице Абая в центре Алматы."));
    }

    @Test
    void kazakhSuffixesAreUndone() {
        assertEquals(
                "Жаңаөзеннен=Zhanaozen KZ location, Ақтөбедегі=Aktobe KZ location, Маңғыстау облысының=Mangystau"
                        + " Region KZ location",
                read("kk", "Жаңаөзеннен келген жұмысшылар Ақтөбедегі алаңға шықты. Маңғыстау облысының әкімі үнсіз."));
        assertEquals(
                "Қазақстандық=Kazakhstan KZ demonym, Алматыда=Almaty KZ location",
                read("kk", "Қазақстандық заңгерлер Алматыда жиналды."));
    }

    @Test
    void whatWasRejectedIsKeptWithTheReason() {
        var settled = (Resolution.Settled)
                parsed("en", "A man from Paris, Texas, was held.").get(0);
        assertEquals("the report puts it in Texas", settled.reason());
        assertTrue(settled.rejected().size() <= 5);
        assertEquals(
                "not in Texas, where the report puts it",
                settled.rejected().get(0).reason());
        assertTrue(settled.confidence() > 0.9);
    }

    @Test
    void namesStandInOrderAndNeverOverlap() {
        String text = "New York, N.Y. — Almaty Region and western Kazakhstan, Almaty airport, the Almaty-2 station.\n"
                .repeat(20);
        int end = 0;
        for (Resolution resolution : parsed("en", text)) {
            Toponym toponym = resolution.toponym();
            assertTrue(toponym.start() >= end);
            assertEquals(toponym.text(), text.substring(toponym.start(), toponym.end()));
            end = toponym.end();
        }
    }

    @Test
    void oddTextsAreNoTrouble() {
        assertEquals("", read("en", ""));
        assertEquals("", read("en", "— . ’ \u200b 👩‍👩‍👧 مرحبا <b>&amp;</b> \u0000"));
        assertTrue(parsed("en", "In Almaty, ".repeat(20_000)).size() > 0);
        parsed("ru", "Алматы, ".repeat(20_000));
        parsed("en", "a ".repeat(100_000) + "in Almaty");
    }

    @Test
    void aSquareIsCalledAfterAMan() {
        assertEquals("", read("ru", "Люди стояли на площади Исатая и Махамбета."));
        assertEquals("", read("kk", "Жұрт Исатай мен Махамбет алаңында тұрды."));
        assertEquals("Тараза=Taraz KZ location", read("ru", "Люди стояли на площади Тараза."));
    }

    @Test
    void aStreetIsNamedInTheGenitive() {
        assertEquals("", read("ru", "Толпа шла по улице, потом на Абая."));
    }

    @Test
    void aNameAloneBetweenQuotesIsThatOfAnEnterprise() {
        assertEquals("", read("ru", "У телеканала «Казахстан» сожгли машины."));
        assertEquals("", read("ru", "На улицу вышли активисты движения «Проснись, Казахстан»."));
    }

    @Test
    void theKindOfPlaceBehindARowIsThatOfEach() {
        assertEquals(
                "Жамбыл=Zhambyl Region KZ location, Қызылорда облыстарында=Kyzylorda Region KZ location",
                read("kk", "Операция Жамбыл және Қызылорда облыстарында жүріп жатыр."));
    }
}
