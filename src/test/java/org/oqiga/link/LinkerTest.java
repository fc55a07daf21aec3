package org.oqiga.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Figures;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Period;
import org.oqiga.incident.Source;
import org.oqiga.incident.Status;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.Toll;
import org.oqiga.incident.Verdict;

class LinkerTest {

    private static final Place ALMATY = new Place(
            "geonames:1526384",
            new Names("Almaty", "Алматы"),
            PlaceLevel.TOWN,
            new Spot(76.9, 43.25),
            new Parents("KZ", "", ""),
            2_000_000,
            12);

    private final Linker linker = new Linker();

    @Test
    void theSameIncidentInTwoReportsBecomesOneWithBothSources() {
        var linked = linker.link(List.of(
                arson("a", "one.txt", 5, 5, "The city hall was set on fire on Wednesday"),
                arson("b", "two.txt", 5, 6, "Protesters set fire to the city hall")));

        assertEquals(1, linked.size());
        assertEquals(2, linked.get(0).incident().sources().size());
        assertEquals(List.of("a", "b"), linked.get(0).tellings());
        assertEquals("a", linked.get(0).incident().id());
        assertEquals(LocalDate.of(2022, 1, 5), linked.get(0).incident().period().lastDay());
        assertEquals(0.86, linked.get(0).incident().standing().confidence());
    }

    @Test
    void whatOneReportKeepsApartStaysApart() {
        var linked = linker.link(List.of(
                arson("a", "one.txt", 5, 5, "The city hall was set on fire"),
                arson("b", "one.txt", 5, 5, "Cars were burned near the market"),
                arson("c", "two.txt", 5, 5, "Near the market several cars were burned")));

        assertEquals(2, linked.size());
        assertEquals(
                List.of("b", "c"),
                linked.stream()
                        .filter(l -> l.tellings().size() == 2)
                        .findFirst()
                        .orElseThrow()
                        .tellings());
    }

    @Test
    void otherDaysAreOtherIncidents() {
        var linked = linker.link(List.of(
                arson("a", "one.txt", 4, 4, "A police car was set on fire"),
                arson("b", "two.txt", 5, 5, "A police car was set on fire")));

        assertEquals(2, linked.size());
    }

    @Test
    void vagueTellingsDoNotChainExactOnesOfDifferentDaysTogether() {
        var linked = linker.link(List.of(
                arson("a", "one.txt", 5, 5, "Fire on the fifth"),
                arson("b", "two.txt", 5, 6, "Fire lately"),
                arson("c", "three.txt", 6, 6, "Fire on the sixth")));

        assertEquals(2, linked.size());
    }

    @Test
    void laterClaimsAboutTheSameVictimsAreARange() {
        var toll = linker.link(List.of(
                        toll("a", "one.txt", "security officers", 8), toll("b", "two.txt", "security officers", 18)))
                .get(0)
                .incident()
                .toll();

        assertEquals(Optional.of(new Toll.Range(8, 18, 18)), toll.deaths());
    }

    @Test
    void claimsAboutDifferentVictimsAreNeverARange() {
        var toll = linker.link(List.of(
                        toll("a", "one.txt", "security officers", 18), toll("b", "two.txt", "armed criminals", 26)))
                .get(0)
                .incident()
                .toll();

        assertEquals(Optional.of(new Toll.Range(44, 44, 44)), toll.deaths());
    }

    @Test
    void claimsOfTwoSidesAboutTheSamePeopleAreOne() {
        var toll = linker.link(List.of(
                        toll("a", "one.txt", "armed criminals", 26),
                        toll("b", "two.txt", "protesters", 26),
                        toll("c", "z.txt", "protesters", 30)))
                .get(0)
                .incident()
                .toll();

        assertEquals(Optional.of(new Toll.Range(26, 30, 30)), toll.deaths());
    }

    @Test
    void asManyOfficersAsProtestersAreStillOtherPeople() {
        var toll = linker.link(
                        List.of(toll("a", "one.txt", "security officers", 18), toll("b", "two.txt", "protesters", 18)))
                .get(0)
                .incident()
                .toll();

        assertEquals(Optional.of(new Toll.Range(36, 36, 36)), toll.deaths());
    }

    @Test
    void twoNumbersOfOneSentenceAreAboutDifferentPeopleEvenWhereTheyAreTheSame() {
        var officers = toll("a", "one.txt", "police officers", 18);
        var both = new ArrayList<>(officers.sources());
        both.addAll(toll("b", "one.txt", "protesters", 18).sources());
        both.addAll(toll("c", "one.txt", "police cadets", 2).sources());
        var told = new Incident(
                "a", officers.what(), officers.when(), officers.place(), Toll.NONE, officers.standing(), both);

        var toll = linker.link(List.of(told, toll("d", "two.txt", "protesters", 20)))
                .get(0)
                .incident()
                .toll();

        assertEquals(Optional.of(new Toll.Range(38, 40, 40)), toll.deaths());
    }

    @Test
    void everyClaimStaysBesideItsSource() {
        var sources = linker.link(List.of(
                        toll("a", "one.txt", "security officers", 8), toll("b", "two.txt", "security officers", 18)))
                .get(0)
                .incident()
                .sources();

        assertEquals(
                List.of(8, 18),
                sources.stream()
                        .map(source -> source.figures().deaths().orElseThrow())
                        .toList());
    }

    @Test
    void copiesOfOneTextLeaveTheDoubtOfOne() {
        var alone = arson("a", "one.txt", 5, 5, "The city hall was set on fire");
        var linked = linker.link(List.of(
                alone,
                arson("b", "two.txt", 5, 5, "The city hall was set on fire").copyOf("one.txt")));

        assertEquals(1, linked.get(0).incident().reports());
        assertEquals(2, linked.get(0).incident().sources().size());
        assertEquals(
                alone.standing().confidence(),
                linked.get(0).incident().standing().confidence());
        assertTrue(linked.get(0).joined().get(0).sameText());
    }

    @Test
    void whyTellingsWereJoinedIsSaid() {
        var why = linker.link(List.of(
                        toll("a", "one.txt", "security officers", 8), toll("b", "two.txt", "security officers", 8)))
                .get(0)
                .joined();

        assertEquals(1, why.size());
        assertEquals("b", why.get(0).telling());
        assertEquals(LocalDate.of(2022, 1, 6), why.get(0).first());
        assertEquals(LocalDate.of(2022, 1, 7), why.get(0).last());
        assertEquals(Optional.of(true), why.get(0).figures());
        assertEquals(1.0, why.get(0).likeness());
        assertTrue(why.get(0).decision().isEmpty());
    }

    @Test
    void whatAPersonPartedIsNotJoinedByAThird() {
        var linked = linker.link(
                List.of(
                        arson("a", "one.txt", 5, 5, "The city hall burned"),
                        arson("b", "two.txt", 5, 5, "The city hall burned"),
                        arson("c", "three.txt", 5, 5, "The city hall burned")),
                List.of(new Verdict("a", "b", false, 1)));

        assertEquals(2, linked.size());
        assertTrue(linked.stream().noneMatch(l -> l.tellings().containsAll(List.of("a", "b"))));
    }

    @Test
    void whatAPersonJoinedIsOneWhateverItsTypeAndDay() {
        var riot = incident("b", IncidentType.RIOT, "two.txt", 8, 8, "They raged", Figures.NONE, Optional.empty());
        var linked = linker.link(
                List.of(arson("a", "one.txt", 5, 5, "The city hall burned"), riot),
                List.of(new Verdict("a", "b", true, 7)));

        assertEquals(1, linked.size());
        assertEquals(7, linked.get(0).joined().get(0).decision().orElseThrow());
    }

    @Test
    void theLaterOfTwoDecisionsHolds() {
        var tellings = List.of(
                arson("a", "one.txt", 5, 5, "The city hall burned"),
                arson("b", "two.txt", 5, 5, "The city hall burned"));

        assertEquals(
                1,
                linker.link(tellings, List.of(new Verdict("a", "b", false, 1), new Verdict("a", "b", true, 2)))
                        .size());
        assertEquals(
                2,
                linker.link(tellings, List.of(new Verdict("a", "b", true, 1), new Verdict("a", "b", false, 2)))
                        .size());
    }

    private static Incident arson(String id, String report, int first, int last, String quote) {
        return incident(id, IncidentType.ARSON, report, first, last, quote, Figures.NONE, Optional.empty());
    }

    private static Incident toll(String id, String report, String victims, int deaths) {
        var figures = new Figures(OptionalInt.of(deaths), OptionalInt.empty(), OptionalInt.empty());
        return incident(id, IncidentType.CASUALTIES, report, 6, 7, deaths + " killed", figures, Optional.of(victims));
    }

    private static Incident incident(
            String id,
            IncidentType type,
            String report,
            int first,
            int last,
            String quote,
            Figures figures,
            Optional<String> victims) {
        var ref = new Source.ReportRef(report, Optional.empty(), Optional.empty(), Optional.empty());
        var source = new Source(
                ref, new Source.Quote(quote, 0, quote.length()), Optional.empty(), Assertion.STATED, figures, victims);
        var period = Period.days(LocalDate.of(2022, 1, first), LocalDate.of(2022, 1, last), TimePrecision.DAY);
        return new Incident(
                id,
                new Incident.What(type, "Something in Almaty", List.of(), Assertion.STATED),
                new Incident.When(period, Optional.empty()),
                ALMATY,
                Toll.NONE,
                new Incident.Standing(0.8, Status.EXTRACTED),
                new ArrayList<>(List.of(source)));
    }
}
