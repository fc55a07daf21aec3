package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Toll;
import org.oqiga.report.Report;

/** A list of places is an incident each, with the number that the list gives each. */
class ListsTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rallies were held on January 4 in Aktau, Aktobe, and Atyrau.",
                "In Aktau, Aktobe, and Atyrau, people protested on 4 January.",
                "On 4 January protests broke out in Aktau, Aktobe as well as in the oil town of Atyrau.",
                "Protests followed on 4 January in Aktau, and in the western cities of Aktobe and Atyrau.",
                "On 4 January protests took place in Aktau (5,000 people), Aktobe (2,000) and Atyrau (about 500).",
                "Thousands rallied on 4 January in Aktau, in the west, Aktobe, in the north-west, and Atyrau.",
                "Shopkeepers in Aktau, in Aktobe and in Atyrau were on strike on 4 January.",
                "Not only in Aktau but also in Aktobe and Atyrau shops were looted on 5 January."
            })
    void everyTownOfAListHasItsIncident(String text) {
        assertEquals(List.of("Aktau", "Aktobe", "Atyrau"), places(text));
    }

    @Test
    void aTownOfWhichTheNextClauseTellsSomethingElseIsNoneOfTheList() {
        assertEquals(
                List.of("Aktau protest", "Zhanaozen disruption"),
                incidents("Rallies were held on January 4 in Aktau, and in Zhanaozen shops stayed shut.").stream()
                        .map(incident -> incident.place().name() + " "
                                + incident.what().type().label())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police arrested 50 people in Almaty, 20 in Shymkent and at least 10 in Aktobe on 6 January.",
                "On 6 January 50 people were detained in Almaty, 20 protesters in Shymkent and ten in Aktobe.",
                "Police detained 50 people in Almaty on 6 January. Another 20 were held in Shymkent and ten in Aktobe.",
                "6 января в Алматы задержали 50 человек, в Шымкенте — 20, в Актобе — 10.",
                "6 января в Алматы задержаны 50 человек, 20 в Шымкенте и 10 в Актобе."
            })
    void everyTownOfAListHasItsNumber(String text) {
        assertEquals(List.of("Aktobe 10", "Almaty 50", "Shymkent 20"), arrests(text));
    }

    @Test
    void whatATownOfAListCountsMayStandBeforeTheVerb() {
        assertEquals(
                List.of("Aktobe 20", "Uralsk 11"), arrests("6 января в Актобе 20, в Уральске 11 человек задержали."));
    }

    @Test
    void theSumOfAListIsNoTowns() {
        assertEquals(
                List.of("Almaty 50", "Kazakhstan 80", "Shymkent 30"),
                arrests("Police arrested 80 people on 6 January: 50 in Almaty and 30 in Shymkent."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Protests took place on 4 January in Almaty and on 5 January in Taraz.",
                "People protested in Almaty on Tuesday and in Taraz on Wednesday.",
                "4 января протесты прошли в Алматы, а 5 января — в Таразе."
            })
    void everyTownOfAListHasItsDay(String text) {
        assertEquals(
                List.of("Almaty 2022-01-04", "Taraz 2022-01-05"),
                incidents(text).stream()
                        .map(incident -> incident.place().name() + " "
                                + incident.when().period().firstDay())
                        .sorted()
                        .toList());
    }

    @Test
    void aNumberToldOfSeveralTownsIsNoneOfTheirs() {
        var incidents = incidents(
                "Offices were attacked in Almaty, Taraz and Aktobe, and eight people were killed on 5 January.");
        assertEquals(
                List.of("Aktobe 0", "Almaty 0", "Kazakhstan 8", "Taraz 0"),
                incidents.stream()
                        .map(incident -> incident.place().name() + " "
                                + incident.toll().deaths().map(Toll.Range::best).orElse(0))
                        .sorted()
                        .toList());
    }

    @Test
    void theDeadOfOneTownAreNotThoseOfTheNext() {
        var aktobe = incidents("Two people were killed in Taraz and five injured in Aktobe on 5 January.").stream()
                .filter(incident -> incident.place().name().equals("Aktobe"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), aktobe.toll().deaths());
        assertEquals(5, aktobe.toll().injured().orElseThrow().best());
    }

    @Test
    void aPartOfTheDeadOfATownIsNoSecondToll() {
        assertEquals(
                List.of("Almaty", "Taraz"),
                places("Five people were killed in Almaty, two of them children, and one in Taraz on 5 January."));
    }

    private static List<String> places(String text) {
        return incidents(text).stream()
                .map(incident -> incident.place().name())
                .sorted()
                .toList();
    }

    private static List<String> arrests(String text) {
        return incidents(text).stream()
                .map(incident -> incident.place().name() + " "
                        + incident.toll().arrested().map(Toll.Range::best).orElse(0))
                .sorted()
                .toList();
    }

    private static List<Incident> incidents(String text) {
        var language = text.contains("январ") ? "ru" : "en";
        return EXTRACTOR
                .read(new Report(
                        "a.txt",
                        text,
                        Optional.of(LocalDate.of(2022, 1, 7)),
                        language,
                        Optional.empty(),
                        Optional.empty()))
                .incidents();
    }
}
