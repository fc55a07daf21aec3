package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Report;

class TimingTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void whatIsToldParagraphsLaterHappenedOnTheDayTheStoryStandsOn() {
        assertEquals(
                "2022-01-06",
                days(
                        IncidentType.SEIZURE,
                        "In Kazakhstan, crowds filled the squares on Thursday.\n\nSnow fell.\n\n"
                                + "In Aktobe protesters stormed the city hall."));
    }

    @Test
    void aDayNamedInPassingDoesNotTakeTheStoryBack() {
        assertEquals(
                "2022-01-07",
                days(
                        IncidentType.ARSON,
                        "In Kazakhstan, crowds filled the squares on Friday. The minister had gone on Thursday.\n\n"
                                + "In Aktobe rioters set fire to a bus."));
    }

    @Test
    void anEarlierDayThatOpensAParagraphTakesTheStoryBack() {
        assertEquals(
                "2022-01-06",
                days(
                        IncidentType.ARSON,
                        "In Kazakhstan, crowds filled the squares on Friday.\n\nOn Thursday, the minister had gone.\n\n"
                                + "In Aktobe rioters set fire to a bus."));
    }

    @Test
    void theDayOnWhichSomethingWasSaidIsNotTheStorys() {
        assertEquals(
                "2022-01-06",
                days(
                        IncidentType.ARSON,
                        "In Kazakhstan, crowds filled the squares on Thursday. The minister said on Friday that he was"
                                + " calm.\n\n"
                                + "In Aktobe rioters set fire to a bus."));
    }

    @Test
    void theOpeningOfAReportThatComesToSpeakOfItsOwnDayIsOfThatDay() {
        assertEquals(
                "2022-01-07",
                days(
                        IncidentType.EMERGENCY,
                        "A curfew has been imposed in Almaty, Kazakhstan.\n\n"
                                + "The minister had met the mayor this morning."));
    }

    @Test
    void anOlderStoryDatesNothingThatIsToldWithoutADate() {
        var incident = only(
                IncidentType.ARSON,
                "In Kazakhstan, crowds filled the squares on 3 January.\n\n"
                        + "Snow fell.\n\n"
                        + "In Aktobe rioters set fire to a bus.");

        assertEquals(TimePrecision.WEEK, incident.period().precision());
    }

    @Test
    void theParagraphBehindAnOlderDayIsOfThatDay() {
        assertEquals(
                "2022-01-03",
                days(
                        IncidentType.ARSON,
                        "In Kazakhstan, crowds filled the squares on 3 January.\n\n"
                                + "In Aktobe rioters set fire to a bus."));
    }

    @Test
    void theDayOnWhichAllIsSaidIsTheStorysWhereThereIsNoOther() {
        assertEquals(
                "2022-01-06",
                days(
                        IncidentType.ARSON,
                        "The government of Kazakhstan said on Thursday that it was calm.\n\n"
                                + "In Aktobe rioters set fire to a bus."));
    }

    @Test
    void whatGoesOnAsTheReportIsWrittenIsOfItsDay() {
        var incident = only(IncidentType.PROTEST, "Protesters are gathering on the square in Aktobe, Kazakhstan.");

        assertEquals("2022-01-07", spelt(incident));
        assertEquals(TimePrecision.DAY, incident.period().precision());
    }

    @Test
    void aClauseAboutADateTakesIt() {
        assertEquals(
                "2022-01-05",
                days(
                        IncidentType.SEIZURE,
                        "It was quieter in Almaty, Kazakhstan, than since Wednesday, when a crowd stormed the city"
                                + " hall."));
    }

    @Test
    void anOldDateDatesTheClauseThatIsAboutIt() {
        assertEquals(
                "2011-12-16",
                days(
                        IncidentType.ATTACK,
                        "A strike in Zhanaozen, Kazakhstan, ended on December 16, 2011, when police fired on the"
                                + " workers."));
    }

    @Test
    void soldiersWhoHaveBeenThereSinceADayCameOnThatDay() {
        assertEquals(
                "2022-01-05",
                days(
                        IncidentType.DEPLOYMENT,
                        "Soldiers have been on the streets of Almaty, Kazakhstan, since Wednesday."));
    }

    @Test
    void aLabelDatesAllThatItsLineTells() {
        assertEquals(
                "2022-01-04",
                days(
                        IncidentType.ARSON,
                        "Events in Kazakhstan\n\n3 January: People met in Aktau.\n"
                                + "4 January: Thousands marched in Almaty until well into the night of the 4th. "
                                + "In Taraz rioters set fire to a bus.\n"));
    }

    @Test
    void aComparisonWithADayDatesNothing() {
        assertEquals(
                "2022-01-07",
                days(
                        IncidentType.PROTEST,
                        "In Kazakhstan, it rained on Friday. The country was quieter than the day before. "
                                + "In Aktau workers rallied on the square."));
    }

    @Test
    void aLookBackDatesWhatFollowsADayByThatDayHoweverLongAgo() {
        var text = "The unrest in Kazakhstan began on January 2. On January 4 a crowd of 300 met in Kyzylorda.\n\n"
                + "On January 5 several thousand came. Rioters set fire to cars and to a party's office.\n\n"
                + "On January 6 troops entered the city. The trial opened on 14 March.";
        assertEquals("2022-01-05", spelt(only(IncidentType.ARSON, text, LocalDate.of(2022, 3, 20))));
    }

    @Test
    void whatIsShutSinceADayWasShutOnThatDay() {
        assertEquals(
                "2022-01-05",
                days(IncidentType.DISRUPTION, "The airport of Almaty, Kazakhstan, has been closed since Wednesday."));
    }

    private static String days(IncidentType type, String text) {
        return spelt(only(type, text));
    }

    @Test
    void whatGoesOnForAThirdDayIsToldOfTheThird() {
        assertEquals(
                "2022-01-07",
                days(IncidentType.PROTEST, "In Aktobe, Kazakhstan, protesters stayed on the square for a third day."));
    }

    @Test
    void aDateThatOpensTheSentenceDatesAllOfItHoweverLongAgo() {
        assertEquals(
                "2019-06-03",
                days(
                        IncidentType.ARREST,
                        "On 3 June 2019 nobody slept in Aktobe, Kazakhstan, when the police arrested ten men."));
    }

    @Test
    void whatWasSoUntilAYearLongAgoDoesNotDateTheNews() {
        assertEquals(
                "2022-01-06",
                days(
                        IncidentType.POLITICS,
                        "On Thursday the president of Kazakhstan spoke. He took over the Security Council from the man"
                                + " who led the country until 2019."));
    }

    private static String spelt(Incident incident) {
        var period = incident.period();
        return period.length() == 1 ? period.firstDay().toString() : period.firstDay() + "/" + period.lastDay();
    }

    private static Incident only(IncidentType type, String text) {
        // published on a Friday
        return only(type, text, LocalDate.of(2022, 1, 7));
    }

    private static Incident only(IncidentType type, String text, LocalDate published) {
        var report = new Report("report.txt", text, Optional.of(published), "en", Optional.empty(), Optional.empty());
        List<Incident> found = EXTRACTOR.read(report).incidents().stream()
                .filter(incident -> incident.type() == type)
                .toList();
        assertEquals(1, found.size());
        return found.get(0);
    }
}
