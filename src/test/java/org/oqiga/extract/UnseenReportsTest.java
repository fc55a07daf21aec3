package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.report.Report;

class UnseenReportsTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attack | An officer was shot and killed in Malayer on Tuesday.",
                "protest | Teachers in Malayer walked off the job on Tuesday.",
                "protest | The highway was blocked near Malayer on Tuesday.",
                "disruption | The metro network is shut in Tehran on Tuesday.",
                "disruption | Buses in Malayer did not operate on Tuesday.",
                "operation | Soldiers patrolled the streets of Malayer on Tuesday.",
                "riot | Mass disorders began in Malayer on Tuesday.",
                "casualties | Six bodies were pulled from a river in Malayer on Tuesday.",
                "politics | The president of Iran apologises on Tuesday.",
                "politics | The prime minister of Iran was toppled on Tuesday."
            })
    void whatHappenedIsKnownByManyWords(String type, String text) {
        var incidents = read(text);

        assertEquals(
                List.of(type),
                incidents.stream().map(i -> i.type().label()).distinct().toList());
    }

    @Test
    void whatIsLikeARallyIsOne() {
        var incidents =
                read("People rallied in Brest, Belarus, on Tuesday. Similar actions took place in Lida and Orsha.");

        assertEquals(List.of("Brest", "Lida", "Orsha"), places(incidents));
    }

    @Test
    void theTitleOfAChronologyTellsOfNothing() {
        assertTrue(read("Timeline of the 2019 protests in Chile").isEmpty());
    }

    @Test
    void aTownThatNoTableHasDoesNotBreakAList() {
        var incidents = read("Protests were reported on Tuesday from Matara, Qwertagoda and Ratnapura in Sri Lanka.");

        assertEquals(List.of("Matara", "Ratnapura"), places(incidents));
    }

    @Test
    void whereSomethingHappenedInTheLastTownOfAListItDidNotHappenInTheOthers() {
        var incidents = read("Rallies took place on Tuesday in Ahvaz, Mashhad and Shiraz, where gunmen opened fire.");

        assertEquals(
                List.of("Shiraz"),
                places(incidents.stream()
                        .filter(i -> i.type().label().equals("attack"))
                        .toList()));
    }

    @Test
    void theTownThatTroopsLeaveIsNotTheirGoal() {
        var incidents = read("The army sent reinforcements to Mahabad from Urmia, Iran, on Tuesday.");

        assertEquals(List.of("Mahabad"), places(incidents));
    }

    @Test
    void aNewsAgencyCalledAfterARegionIsNotInIt() {
        var incidents = read("Iran is calm. Fars news agency said 40 shops had been burned on Tuesday.");

        assertEquals(List.of("Iran"), places(incidents));
    }

    @Test
    void regionsListedTogetherAreRegions() {
        var incidents =
                read("A state of emergency was declared in the regions of Valparaíso and Coquimbo, Chile, on Tuesday.");

        assertEquals(List.of("Valparaíso Region", "Coquimbo Region"), places(incidents));
    }

    @Test
    void aDayOfUnrestIsNotTheSameAsAYearOfIt() {
        var incidents =
                read("Protests in Santiago, Chile, went on throughout 2019. On 18 October 2019 protests erupted in"
                        + " Santiago.");

        assertEquals(2, incidents.size());
    }

    @Test
    void whatBurnsAsWellIsAnotherOne() {
        var incidents =
                read("Rioters in Malayer, Iran, torched a building on Tuesday. Another building was torched as well.");

        assertEquals(2, incidents.size());
    }

    @Test
    void tollsOfOtherFiguresAreOfOtherVictims() {
        var incidents = read("Six people were killed and 40 injured in Iran on Tuesday. Doctors said on Tuesday that 90"
                + " people were injured.");

        assertEquals(
                2,
                incidents.stream()
                        .filter(i -> i.type().label().equals("casualties"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arrest | A bishop who came home in late May was arrested in Malayer, Iran, on Tuesday.",
                "arrest | Two men accused of calls for unrest were arrested in Malayer, Iran, on Tuesday.",
                "politics | Two ministers of Iran did not wait and resigned on Tuesday.",
                "politics | Protests led the army of Iran to topple the president on Tuesday."
            })
    void whatIsDoneIsToldHoweverItIsPut(String type, String text) {
        assertTrue(read(text).stream().anyMatch(i -> i.type().label().equals(type)));
    }

    @Test
    void whatOnlyLocatesATownIsNotTheTown() {
        var incidents = read("In Malayer, south of Hamadan, Iran, shops were looted on Tuesday.");

        assertEquals(List.of("Malāyer"), places(incidents));
    }

    @Test
    void acrossTheCountryIsNearerThanTheTownBehind() {
        var incidents =
                read("Train services were suspended across the country on Tuesday and the mayor of Tehran left.");

        assertEquals(List.of("Iran"), places(incidents));
    }

    @Test
    void aWordOfTheSentenceBeforeDoesNotReachOver() {
        var text = "Казахстан. Сотрудников, по словам одного из них, вывели. В Актобе митинг прошел во вторник.";
        var report = new Report(
                "unseen.txt", text, Optional.of(LocalDate.of(2022, 1, 7)), "ru", Optional.empty(), Optional.empty());

        assertEquals(List.of("Aktobe"), places(EXTRACTOR.read(report).incidents()));
    }

    @Test
    void aSquareCalledAfterAPersonIsNotTheTownOfThatName() {
        var text = "В Уральске во вторник на площади Абая прошел митинг.";
        var report = new Report(
                "unseen.txt", text, Optional.of(LocalDate.of(2022, 1, 7)), "ru", Optional.empty(), Optional.empty());

        assertEquals(List.of("Uralsk"), places(EXTRACTOR.read(report).incidents()));
    }

    private static List<String> places(List<Incident> incidents) {
        return incidents.stream().map(i -> i.place().name()).toList();
    }

    private static List<Incident> read(String text) {
        // a Friday
        var published = LocalDate.of(2022, 1, 7);
        return EXTRACTOR
                .read(new Report("unseen.txt", text, Optional.of(published), "en", Optional.empty(), Optional.empty()))
                .incidents();
    }
}
