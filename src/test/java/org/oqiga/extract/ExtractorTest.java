package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Report;

class ExtractorTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    // a Friday
    private static final LocalDate PUBLISHED = LocalDate.of(2022, 1, 7);

    @Test
    void twoTypesInOneSentenceAreTwoIncidents() {
        var incidents = read("In Almaty a crowd stormed the city hall on Wednesday and set fire to the building.");

        assertEquals(List.of(IncidentType.SEIZURE, IncidentType.ARSON), types(incidents));
        assertTrue(
                incidents.stream().allMatch(i -> i.place().parents().country().equals("KZ")));
        assertTrue(incidents.stream().allMatch(i -> i.period().firstDay().equals(LocalDate.of(2022, 1, 5))));
    }

    @Test
    void aListOfTownsGivesOneIncidentEach() {
        var incidents = read("Rallies were held on Tuesday in Aktau, Atyrau and Taraz in Kazakhstan.");

        assertEquals(
                List.of("Aktau", "Atyrau", "Taraz"),
                incidents.stream().map(i -> i.place().name()).toList());
    }

    @Test
    void whatIsOnlyThreatenedDeniedOrPlannedIsSkippedWithItsReason() {
        var extraction =
                extraction("The president of Kazakhstan could impose a curfew. There was no shooting in Aktobe. "
                        + "Activists in Taraz plan to hold a rally.");

        assertEquals(List.of(), extraction.incidents());
        assertEquals(
                List.of(Skip.Reason.HYPOTHETICAL, Skip.Reason.NEGATED, Skip.Reason.HYPOTHETICAL),
                extraction.skips().stream().map(Skip::reason).toList());
    }

    @Test
    void anAttemptIsMarkedAsOne() {
        var incidents = read("In Aktobe, Kazakhstan, protesters tried to storm the akimat on Wednesday.");

        assertEquals(Assertion.ATTEMPTED, incidents.get(0).what().assertion());
    }

    @Test
    void anIncidentToldTwiceIsFoundOnce() {
        var extraction = extraction("Protesters stormed the city hall in Almaty, Kazakhstan, on Wednesday.\n\n"
                + "The storming of the city hall in Almaty on Wednesday shocked the country.");

        assertEquals(1, count(extraction.incidents(), IncidentType.SEIZURE));
        assertTrue(extraction.skips().stream().anyMatch(skip -> skip.reason() == Skip.Reason.TOLD_BEFORE));
    }

    @Test
    void aTollIsReadInWordsAndFigures() {
        var toll = read("In Kazakhstan, 317 policemen were injured and eight were killed, the interior ministry said.")
                .get(0)
                .toll();

        assertEquals(8, toll.deaths().orElseThrow().best());
        assertEquals(317, toll.injured().orElseThrow().best());
    }

    @Test
    void aBackgroundEventKeepsItsOwnDate() {
        var incident =
                read("In Zhanaozen, Kazakhstan, police opened fire on strikers in December 2011, killing 16 people.")
                        .get(0);

        assertEquals(LocalDate.of(2011, 12, 1), incident.period().firstDay());
        assertEquals(TimePrecision.MONTH, incident.period().precision());
        assertEquals(16, incident.toll().deaths().orElseThrow().best());
    }

    @Test
    void withoutADateTheTwoDaysUpToThePublicationAreGivenAtAWeeksPrecision() {
        var incident = read("Protesters have seized the airport in Almaty, Kazakhstan.")
                .get(0);

        assertEquals(LocalDate.of(2022, 1, 6), incident.period().firstDay());
        assertEquals(PUBLISHED, incident.period().lastDay());
        assertEquals(TimePrecision.WEEK, incident.period().precision());
    }

    @Test
    void withoutAPublicationDateOnlyAbsoluteDatesCount() {
        var report = report(
                "On 5 January 2022 protesters seized the airport in Almaty, Kazakhstan.\n\n"
                        + "A rally was held in Taraz on Tuesday.",
                Optional.empty());
        var extraction = EXTRACTOR.read(report);

        assertEquals(List.of(IncidentType.SEIZURE), types(extraction.incidents()));
        assertTrue(extraction.skips().stream().anyMatch(skip -> skip.reason() == Skip.Reason.NO_DATE));
    }

    @Test
    void aRegionIsAnAreaAndNoTown() {
        var incident = read("Protests began on Sunday in the Mangystau region of Kazakhstan.")
                .get(0);

        assertEquals(PlaceLevel.REGION, incident.place().level());
    }

    @Test
    void theCurfewIsInForceUntilTheDayTheReportGives() {
        var incident = read("On Wednesday a curfew was imposed in Almaty, Kazakhstan, until January 19.")
                .get(0);

        assertEquals(IncidentType.EMERGENCY, incident.type());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 19)), incident.when().inForceUntil());
    }

    @Test
    void anOrderToShootAndAClearedAirportAreTwoOperations() {
        var incidents =
                read("The president of Kazakhstan ordered security forces on Thursday to shoot without warning.\n\n"
                        + "Order was restored in Kazakhstan on Thursday by the security forces.");

        assertEquals(2, count(incidents, IncidentType.OPERATION));
    }

    @Test
    void theHeadlineIsTheLastOfTheSentencesThatAnIncidentShows() {
        var quotes = read("Protesters storm city hall in Almaty\n\n"
                        + "A crowd stormed the city hall in Almaty, Kazakhstan, on Thursday. The storming of the city hall in"
                        + " Almaty took an hour.")
                .get(0)
                .sources();

        assertEquals(
                "Protesters storm city hall in Almaty",
                quotes.get(quotes.size() - 1).quote().text());
    }

    @Test
    void reportsOfClashesAreNewsOfThem() {
        assertEquals(
                List.of(IncidentType.CLASH),
                types(read("There were reports of violent clashes in Almaty, Kazakhstan.")));
    }

    @Test
    void everyQuoteIsAnExactSubstringAtItsOffsets() {
        String text = "“Order is back,” he said.\n\nКрасота — in Almaty, Kazakhstan, a mob looted shops on Thursday; "
                + "police detained 40 people there.";
        for (var incident : read(text)) {
            var quote = incident.sources().get(0).quote();
            assertEquals(text.substring(quote.start(), quote.end()), quote.text());
        }
    }

    @Test
    void aSentenceOfTenThousandWordsIsQuotedInAtMostSixHundredUnits() {
        String text =
                "In Almaty, Kazakhstan, and then ".repeat(2000) + "protesters stormed the city hall on Wednesday.";

        assertEquals(1, count(read(text), IncidentType.SEIZURE));
    }

    private static long count(List<Incident> incidents, IncidentType type) {
        return incidents.stream().filter(i -> i.type() == type).count();
    }

    private static List<IncidentType> types(List<Incident> incidents) {
        return incidents.stream().map(Incident::type).toList();
    }

    private static List<Incident> read(String text) {
        return extraction(text).incidents();
    }

    private static Extraction extraction(String text) {
        return EXTRACTOR.read(report(text, Optional.of(PUBLISHED)));
    }

    private static Report report(String text, Optional<LocalDate> published) {
        return new Report("report.txt", text, published, "en", Optional.empty(), Optional.empty());
    }
}
