package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Toll;
import org.oqiga.report.Report;

/** Whom figures count, and which incident they belong to. */
class TollsTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void oneManIsOneAndHisAgeIsNoNumberOfDead() {
        var attack = only("In Taraz, Kazakhstan, soldiers opened fire on Wednesday and a man of 27 died.");

        assertEquals(1, deaths(attack));
    }

    @Test
    void whoseAgeStandsBetweenCommasIsOne() {
        assertEquals(1, deaths(only("Aigerim Saparova, 22, died in Taraz, Kazakhstan, on Wednesday.")));
        assertEquals(1, deaths(only("Aidar Sarsenov, 34, had been killed in Taraz, Kazakhstan, on Wednesday.")));
        var death = only("Aigerim Saparova, 22, said that protesters were killed in Taraz, Kazakhstan, on Wednesday.");
        assertTrue(death.toll().deaths().isEmpty());
    }

    @Test
    void dozensAreCountedWhereTheirNumberIsTold() {
        assertEquals(12, deaths(only("At least a dozen people were killed in Taraz, Kazakhstan, on Wednesday.")));
        assertEquals(24, deaths(only("Two dozen people were killed in Taraz, Kazakhstan, on Wednesday.")));
        assertEquals(0, deaths(only("Half a dozen people were killed in Taraz, Kazakhstan, on Wednesday.")));
        assertEquals(207, deaths(only("Two hundred and seven people were killed in Taraz, Kazakhstan, on Wednesday.")));
    }

    @Test
    void aYearIsNoNumberOfDeadWhoeverFollows() {
        assertEquals(14, deaths(only("In 2011 police killed at least 14 oil workers in Zhanaozen, Kazakhstan.")));
    }

    @Test
    void theNumberOfAStationCountsNobody() {
        assertEquals(
                List.of("Almaty 0"),
                arrests(read("Passengers were detained at the station Almaty-2, Kazakhstan, on Wednesday.")));
    }

    @Test
    void aPartOfTheDeadIsNotTheirNumberHoweverNear() {
        assertEquals(
                18,
                deaths(only("At least 18 people, including two children, died in Taraz, Kazakhstan, on Wednesday.")));
    }

    @Test
    void twoGroupsThatOneVerbTellsOfAreAddedUp() {
        var injured =
                only("In all 51 protesters and 14 police officers were injured in Taraz, Kazakhstan, on Wednesday.");
        assertEquals(65, injured.toll().injured().orElseThrow().best());
    }

    @Test
    void dozensAreATollWithoutAFigure() {
        var injured = only("In Taraz, Kazakhstan, dozens were hospitalised on Wednesday.");

        assertEquals(IncidentType.CASUALTIES, injured.what().type());
        assertTrue(injured.toll().injured().isEmpty());
    }

    @Test
    void aNumberBehindADateCountsPeopleWhereTheDayStandsBeforeTheMonth() {
        var injured = only("On 5 January 62 people were hospitalised in Taraz, Kazakhstan.");

        assertEquals(62, injured.toll().injured().orElseThrow().best());
    }

    @Test
    void aTollInTheNextSentenceBelongsToTheShooting() {
        var attack =
                only("Police opened fire on a crowd in Taraz, Kazakhstan, on Wednesday. At least five people died.");

        assertEquals(IncidentType.ATTACK, attack.what().type());
        assertEquals(5, deaths(attack));
    }

    @Test
    void whatAMinistryCountsForTheCountryIsNotTheTownsBefore() {
        var incidents = read("Police opened fire on a crowd in Taraz, Kazakhstan, on Wednesday. "
                + "The interior ministry said on Thursday that 18 officers had been killed.");

        assertTrue(incidents.stream()
                .anyMatch(i -> i.what().type() == IncidentType.CASUALTIES
                        && i.place().name().equals("Kazakhstan")
                        && deaths(i) == 18));
    }

    @Test
    void protestsThatLedToDeathsBearThem() {
        var protest = only("The protests in Mangystau Region, Kazakhstan, in 2011 led to at least 14 deaths.");

        assertEquals(IncidentType.PROTEST, protest.what().type());
        assertEquals(14, deaths(protest));
    }

    @Test
    void policeWhoKillAreAnAttackAndPoliceWhoAreKilledAToll() {
        assertEquals(
                IncidentType.ATTACK,
                only("In Taraz, Kazakhstan, police killed at least three people on Wednesday.")
                        .what()
                        .type());
        assertEquals(
                IncidentType.CASUALTIES,
                only("In Taraz, Kazakhstan, three police officers were killed on Wednesday.")
                        .what()
                        .type());
    }

    @Test
    void aPartOfATollWithItsOwnPlaceIsItsOwn() {
        var incidents =
                read("About 3,000 people were detained across Kazakhstan on Wednesday, some 1,000 of them in Taraz.");

        assertEquals(List.of("Kazakhstan 3000", "Taraz 1000"), arrests(incidents));
    }

    @Test
    void eachTownHasItsOwnFigure() {
        var incidents = read("On Wednesday two men were shot dead in Aktobe, Kazakhstan, and in Taraz one woman died.");

        assertEquals(
                List.of("Aktobe 2", "Taraz 1"),
                incidents.stream().map(i -> i.place().name() + " " + deaths(i)).toList());
    }

    private static List<String> arrests(List<Incident> incidents) {
        return incidents.stream()
                .map(i -> i.place().name() + " "
                        + i.toll().arrested().map(Toll.Range::best).orElse(0))
                .sorted()
                .toList();
    }

    private static int deaths(Incident incident) {
        return incident.toll().deaths().map(Toll.Range::best).orElse(0);
    }

    private static Incident only(String text) {
        var incidents = read(text);
        assertEquals(1, incidents.size(), () -> incidents.toString());
        return incidents.get(0);
    }

    private static List<Incident> read(String text) {
        return EXTRACTOR
                .read(new Report(
                        "a.txt", text, Optional.of(LocalDate.of(2022, 1, 7)), "en", Optional.empty(), Optional.empty()))
                .incidents();
    }
}
