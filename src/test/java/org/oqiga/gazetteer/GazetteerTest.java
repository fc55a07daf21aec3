package org.oqiga.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @ParameterizedTest
    @CsvSource({
        "Alma-Ata, Almaty", "Алма-Ата, Almaty", "Aktyubinsk, Aktobe", "Novy Uzen, Zhanaozen", "Новый Узень, Zhanaozen",
        "Guryev, Atyrau", "Oral, Uralsk", "Tselinograd, Nur-Sultan", "Astana, Nur-Sultan", "Semipalatinsk, Semey",
        "Chimkent, Shymkent", "Kapchagay, Kapchagay", "Usť-Kamenogorsk, Ust-Kamenogorsk", "Oskemen, Ust-Kamenogorsk"
    })
    void formerAndOtherNamesLeadToTheSameTown(String name, String town) {
        assertEquals(town, first(name).name());
        assertEquals(PlaceLevel.TOWN, first(name).level());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nur-Sultan", "NURSULTAN", "nur sultan", "Нур-Султан", "Нұр-Сұлтан", "Nur‑Sultan"})
    void caseAccentsHyphensAndScriptDoNotMatter(String name) {
        assertEquals("geonames:1526273", first(name).id());
    }

    @ParameterizedTest
    @CsvSource({
        "Almaty, TOWN",
        "Aktobe, TOWN",
        "Turkistan, TOWN",
        "Kyzylorda, TOWN",
        "Mangystau, REGION",
        "Almaty Region, REGION",
        "Kazakhstan, COUNTRY",
        "Georgia, COUNTRY",
        "New York, TOWN",
        "Washington, TOWN",
        "Almaty airport, SITE",
        "Medeu District, DISTRICT",
        "western Kazakhstan, REGION"
    })
    void theMostProminentBearerOfANameComesFirst(String name, PlaceLevel level) {
        assertEquals(level, first(name).level());
    }

    @Test
    void georgiaIsTheCountryAndThenTheState() {
        List<String> ids = GAZETTEER.named("Georgia").stream().map(Place::id).toList();
        assertEquals(List.of("country:GE", "admin1:US.GA"), ids.subList(0, 2));
    }

    @Test
    void theWestOfTheCountryIsAnAreaOfFourRegions() {
        Place west = first("western Kazakhstan");
        assertEquals(west, first("на западе Казахстана".substring(3)));
        Set<String> inside = List.of(
                        "Mangystau Region", "Atyrau Region", "West Kazakhstan Region", "Aktobe Region", "Zhanaozen")
                .stream()
                .filter(name -> GAZETTEER.contains(west, first(name)))
                .collect(Collectors.toSet());
        assertEquals(5, inside.size());
        assertFalse(GAZETTEER.contains(west, first("Almaty")));
        assertTrue(GAZETTEER
                .polygon(west)
                .orElseThrow()
                .covers(point(first("Zhanaozen").at())));
    }

    @ParameterizedTest
    @CsvSource({
        "Nure-Sultan, Nur-Sultan",
        "Almatys, Almaty",
        "Zhanoozen, Zhanaozen",
        "Алматыы, Almaty",
        "Aktboe, Aktobe"
    })
    void aMisspeltNameIsFoundBySimilarity(String misspelt, String town) {
        assertTrue(GAZETTEER.named(misspelt).isEmpty());
        assertEquals(town, GAZETTEER.similar(misspelt).get(0).name());
    }

    @Test
    void aNameThatIsKnownIsNotAMisspelling() {
        assertEquals(List.of(), GAZETTEER.similar("Almaty"));
    }

    @Test
    void anAbbreviationIsACountryOnlyInCapitals() {
        assertEquals("country:US", first("US").id());
        assertEquals("country:US", first("U.S.").id());
        assertEquals("country:AE", first("UAE").id());
        assertEquals("country:US", first("США").id());
        assertTrue(GAZETTEER.named("us").stream().noneMatch(place -> place.level() == PlaceLevel.COUNTRY));
    }

    @Test
    void aTownKnowsItsRegionAndItsCountry() {
        assertEquals(
                new Parents("KZ", "admin1:KZ.09", "Mangystau Region"),
                first("Zhanaozen").parents());
    }

    @Test
    void almatyIsItsOwnRegionAndItsSquareLiesInIt() {
        Place almaty = first("Almaty");
        assertEquals(new Parents("KZ", "geonames:1526384", "Almaty"), almaty.parents());
        assertEquals(almaty, GAZETTEER.place("admin1:KZ.02").orElseThrow());
        Place square = GAZETTEER.place("oqiga:almaty-republic-square").orElseThrow();
        assertTrue(GAZETTEER.contains(almaty, square));
        assertTrue(GAZETTEER.contains(GAZETTEER.country("KZ").orElseThrow(), square));
        assertFalse(GAZETTEER.contains(first("Almaty Region"), almaty));
    }

    @Test
    void theRegionsMadeInJune2022CountToTheOnesTheyWereTakenFrom() {
        assertEquals("Almaty Region", first("Taldykorgan").parents().admin1());
        assertEquals("Karaganda Region", first("Zhezkazgan").parents().admin1());
        assertEquals("East Kazakhstan Region", first("Semey").parents().admin1());
    }

    @Test
    void westernKazakhstanWasAnHourBehindAlmaty() {
        var day = Instant.parse("2022-01-05T12:00:00Z");
        assertEquals(
                ZoneOffset.ofHours(5),
                GAZETTEER.zone(first("Mangystau")).getRules().getOffset(day));
        assertEquals(
                ZoneOffset.ofHours(5),
                GAZETTEER.zone(first("western Kazakhstan")).getRules().getOffset(day));
        assertEquals(
                ZoneOffset.ofHours(6),
                GAZETTEER.zone(first("Almaty airport")).getRules().getOffset(day));
        assertEquals(
                ZoneOffset.ofHours(6),
                GAZETTEER.zone(first("Kazakhstan")).getRules().getOffset(day));
    }

    @Test
    void everyRegionOfKazakhstanHoldsItsCapitalInItsPolygon() {
        for (String town : List.of(
                "Aktau",
                "Aktobe",
                "Atyrau",
                "Uralsk",
                "Kostanay",
                "Petropavl",
                "Kokshetau",
                "Pavlodar",
                "Ust-Kamenogorsk",
                "Karaganda",
                "Taldykorgan",
                "Taraz",
                "Turkistan",
                "Kyzylorda")) {
            Place place = first(town);
            Place region = GAZETTEER.place(place.parents().admin1Id()).orElseThrow();
            assertTrue(GAZETTEER.polygon(region).orElseThrow().covers(point(place.at())), town);
        }
    }

    @Test
    void neighboursShareTheirBorder() {
        var mangystau = GAZETTEER.polygon(first("Mangystau")).orElseThrow();
        var atyrau = GAZETTEER.polygon(first("Atyrau Region")).orElseThrow();
        assertEquals(0, mangystau.intersection(atyrau).getArea(), 1e-9);
        assertTrue(mangystau.getBoundary().intersection(atyrau.getBoundary()).getLength() > 1);
    }

    @Test
    void aPersonFindsAPlaceByItsFirstLetters() {
        assertEquals("Zhanaozen", GAZETTEER.search("zhana", 5).get(0).name());
        assertEquals("Almaty", GAZETTEER.search("Алма", 5).get(0).name());
        // half of what Germany is called in Turkish
        assertEquals("Almaty", GAZETTEER.search("alma", 5).get(0).name());
        assertEquals(3, GAZETTEER.search("a", 3).size());
        assertEquals(List.of(), GAZETTEER.search("", 3));
    }

    @Test
    void aWordThatBeginsNoNameIsToldAtOnce() {
        assertTrue(GAZETTEER.knows("nur"));
        assertTrue(GAZETTEER.knows("western"));
        assertFalse(GAZETTEER.knows("zzyzzx"));
    }

    @Test
    void otherCountriesUnrestHasItsPlacesToo() {
        assertEquals("LK", first("Galle Face").parents().country());
        assertEquals("Saqqez", first("Saghez").name());
        assertEquals("Minsk", first("Okrestina").parents().admin1());
        assertEquals("CL", first("Plaza Italia").parents().country());
        assertEquals("Khartoum North", first("Bahri").name());
    }

    @Test
    void almatysRadiusIsItsOwnAndARegionsThatOfItsArea() {
        assertEquals(12, first("Almaty").radiusKm(), 0.5);
        assertEquals(229, first("Mangystau").radiusKm(), 10);
    }

    private static Place first(String name) {
        return GAZETTEER.named(name).stream().findFirst().orElseThrow(() -> new AssertionError("unknown: " + name));
    }

    private static org.locationtech.jts.geom.Point point(Spot spot) {
        return new GeometryFactory().createPoint(new Coordinate(spot.lon(), spot.lat()));
    }
}
