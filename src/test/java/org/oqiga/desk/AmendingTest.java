package org.oqiga.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.desk.DeskStore.AIGUL;
import static org.oqiga.desk.DeskStore.MARAT;
import static org.oqiga.desk.DeskStore.day;
import static org.oqiga.desk.DeskStore.json;
import static org.oqiga.desk.DeskStore.patch;
import static org.oqiga.store.Told.Telling.at;
import static org.oqiga.store.Told.Telling.of;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.store.Told;

class AmendingTest {

    private static final String ID = "a.txt#0";
    private static final Told.Telling RIOT =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted.");
    private static final Told.Telling PROTEST =
            of(IncidentType.PROTEST, Told.ALMATY, "2022-01-04", "2022-01-04", "People gathered at the market.");

    private final DeskStore desk = new DeskStore();

    @BeforeEach
    void oneReportOfARiotInAlmaty() {
        desk.empty();
        desk.take(new Told().report("a.txt", day(6), RIOT));
    }

    @Test
    void whatAPersonSetsStandsAndTheRestIsAsItWasExtracted() {
        var before = desk.facts(ID);
        change("{'type': 'seizure', 'deaths': {'low': 2, 'best': 3, 'high': 8}, 'status': 'verified'}");

        var after = desk.facts(ID);
        assertEquals("seizure", after.path("type").asText());
        assertEquals("verified", after.path("status").asText());
        assertEquals(2, after.path("deaths_low").asInt());
        assertEquals(3, after.path("deaths").asInt());
        assertEquals(8, after.path("deaths_high").asInt());
        assertEquals(before.path("title"), after.path("title"));
        assertEquals(before.path("start"), after.path("start"));
        assertEquals("riot", json(desk.kept(ID).desk().extracted()).path("type").asText());
    }

    @Test
    void itStillStandsWhenAnotherReportOfItComesIn() {
        change("{'title': 'The market is looted', 'status': 'verified'}");
        desk.take(new Told().report("b.txt", day(7), RIOT));

        assertEquals(2, desk.facts(ID).path("reports").asInt());
        assertEquals("The market is looted", desk.facts(ID).path("title").asText());
        assertEquals("verified", desk.facts(ID).path("status").asText());
    }

    @Test
    void itStillStandsWhenOtherRulesHaveReadTheReportAgain() {
        change("{'start': '2022-01-03', 'actors': ['looters']}");
        // the same words, for a text is what its report is, read as of two days and with a toll
        var better = of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-06", "Shops were looted.")
                .killing(4);
        desk.readAgain(new Told().report("a.txt", day(6), better));

        var facts = desk.facts(ID);
        assertEquals("2022-01-03", facts.path("start").asText());
        assertEquals("2022-01-06", facts.path("end").asText());
        assertEquals(4, facts.path("deaths").asInt());
        assertEquals("[\"looters\"]", facts.path("actors").toString());
        assertEquals(
                "2022-01-05",
                json(desk.kept(ID).desk().extracted()).path("start").asText());
    }

    @Test
    void aCorrectionWhoseIncidentHasGoneWaitsForItAndIsNotLost() {
        change("{'title': 'Looting'}");
        desk.readAgain(new Told().report("a.txt", day(6)));
        assertEquals(List.of(), desk.ids());
        assertEquals(1, desk.history().size());

        desk.readAgain(new Told().report("a.txt", day(6), RIOT));
        assertEquals("Looting", desk.facts(ID).path("title").asText());
    }

    @Test
    void nullGivesAFieldBackToTheExtraction() {
        change("{'type': 'seizure', 'title': 'Looting'}");
        change("{'type': null}");

        assertEquals("riot", desk.facts(ID).path("type").asText());
        assertEquals("Looting", desk.facts(ID).path("title").asText());
        assertEquals("{\"title\": \"Looting\"}", desk.kept(ID).desk().patch());
    }

    @Test
    void aFigureCanBeSaidNotToBe() {
        desk.readAgain(new Told().report("a.txt", day(6), RIOT.killing(9)));
        change("{'deaths': 'none'}");
        assertTrue(desk.facts(ID).path("deaths").isNull());
        change("{'deaths': null}");
        assertEquals(9, desk.facts(ID).path("deaths").asInt());
    }

    @Test
    void theHistorySaysWhoDidWhatAndWhy() {
        change("{'type': 'seizure'}");
        var change = desk.history().get(0);

        assertEquals("aigul", change.path("who").asText());
        assertEquals("corrected", change.path("what").asText());
        assertEquals("the paper says so", change.path("why").asText());
        assertEquals(ID, change.path("incident").asText());
        assertEquals("{\"type\":\"riot\"}", change.path("before").toString());
        assertEquals("{\"type\":\"seizure\"}", change.path("after").toString());
        assertTrue(change.path("undone_by").isNull());
    }

    @Test
    void whatChangesNothingIsNoChange() {
        long version = desk.version(ID);
        change("{}");
        change("{'hidden': false, 'title': null}");
        assertEquals(version, desk.version(ID));
        assertEquals(0, desk.history().size());
    }

    @Test
    void aPlaceOfTheGazetteerMovesTheIncidentThere() {
        change("{'place_id': 'geonames:607610'}");
        var facts = desk.facts(ID);
        assertEquals("geonames:607610", facts.path("place_id").asText());
        assertEquals("Zhanaozen", facts.path("place").asText());
        assertEquals(52.86, coordinates(0), 0.1);
        change("{'place_id': null}");
        assertEquals("Almaty", desk.facts(ID).path("place").asText());
    }

    @Test
    void aPointIsCalledByThePlaceItLiesInAndLeavesThatWhereItIs() {
        change("{'coordinates': [76.945, 43.2381], 'uncertainty_km': 0.3}");
        assertEquals(76.945, coordinates(0));
        assertEquals(43.2381, coordinates(1));
        assertEquals(0.3, desk.facts(ID).path("uncertainty_km").asDouble());
        assertEquals("KZ", desk.facts(ID).path("country").asText());

        desk.take(new Told().report("b.txt", day(9), PROTEST));
        assertEquals(
                76.92,
                json(desk.kept("b.txt#0").feature())
                        .at("/geometry/coordinates/0")
                        .asDouble());
    }

    @Test
    void anHourGoesByTheClockOfThePlace() {
        change("{'start': '2022-01-05T10:44:00Z'}");
        var facts = desk.facts(ID);
        assertEquals("2022-01-05T16:44:00+06:00", facts.path("start").asText());
        assertEquals("2022-01-05T16:44:00+06:00", facts.path("end").asText());
        assertEquals("hour", facts.path("time_precision").asText());

        change("{'start': null}");
        assertEquals("2022-01-05", desk.facts(ID).path("start").asText());
        assertEquals("day", desk.facts(ID).path("time_precision").asText());
    }

    @Test
    void aDayInPlaceOfAnHourIsOfPrecisionDay() {
        desk.take(new Told()
                .report(
                        "h.txt",
                        day(6),
                        at(IncidentType.ARSON, Told.ALMATY, "2022-01-05T20:00", "It burned at eight.")));
        desk.amending.change("h.txt#0", Optional.empty(), patch("{'start': '2022-01-04', 'end': '2022-01-05'}"), AIGUL);
        var facts = desk.facts("h.txt#0");
        assertEquals("2022-01-04", facts.path("start").asText());
        assertEquals("2022-01-05", facts.path("end").asText());
        assertEquals("day", facts.path("time_precision").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type | {'type': 'party'}",
                "title | {'title': ''}",
                "title | {'title': 7}",
                "start | {'start': 'yesterday'}",
                "start | {'start': '2022-02-30'}",
                "start | {'start': '2022-01-05', 'time_precision': 'hour'}",
                "end | {'start': '2022-01-05', 'end': '2022-01-04'}",
                "in_force_until | {'in_force_until': '2021-12-31'}",
                "place_id | {'place_id': 'geonames:0'}",
                "coordinates | {'coordinates': [200, 43]}",
                "coordinates | {'coordinates': [-30, -50]}",
                "coordinates | {'coordinates': '76, 43'}",
                "uncertainty_km | {'uncertainty_km': 0}",
                "deaths | {'deaths': {'low': 5, 'best': 3, 'high': 8}}",
                "deaths | {'deaths': {'low': -1, 'best': 3, 'high': 8}}",
                "deaths | {'deaths': 3}",
                "actors | {'actors': 'police'}",
                "actors | {'actors': [1]}",
                "assertion | {'assertion': 'maybe'}",
                "status | {'status': 'true'}",
                "hidden | {'hidden': 'yes'}",
                "public_km | {'public_km': -3}",
                "confidence | {'confidence': 1}"
            })
    void aWrongFieldIsNamedAndNothingChanges(String field, String wrong) {
        long version = desk.version(ID);
        assertEquals(
                field,
                assertThrows(WrongFieldException.class, () -> change(wrong)).field());
        assertEquals(version, desk.version(ID));
    }

    @Test
    void theVersionCountsUpWithEveryChangeAndWithEveryLinking() {
        long extracted = desk.version(ID);
        change("{'hidden': true}");
        long corrected = desk.version(ID);
        desk.take(new Told().report("b.txt", day(7), RIOT));
        long linked = desk.version(ID);
        assertTrue(extracted < corrected && corrected < linked);
    }

    @Test
    void whoHasSeenAnOlderVersionChangesNothing() {
        long seen = desk.version(ID);
        desk.amending.change(ID, Optional.of(seen), patch("{'title': 'Looting'}"), AIGUL);
        assertThrows(
                StaleException.class,
                () -> desk.amending.change(ID, Optional.of(seen), patch("{'title': 'Shopping'}"), MARAT));
        assertEquals("Looting", desk.facts(ID).path("title").asText());
    }

    @Test
    void ofManyEditorsAtOnceEachChangeIsMadeOnceAndNoneIsOverwritten() throws Exception {
        int editors = 8;
        int changes = 5;
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(editors);
        try {
            var done = new java.util.ArrayList<Future<?>>();
            for (int editor = 0; editor < editors; editor++) {
                done.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < changes; i++) {
                        addOneDeath();
                    }
                    return true;
                }));
            }
            start.countDown();
            for (var each : done) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(editors * changes, desk.facts(ID).path("deaths").asInt());
        assertEquals(editors * changes, desk.history().size());
    }

    /** As an editor does who is told that somebody else was faster: reads it again and tries again. */
    private void addOneDeath() {
        while (true) {
            var seen = desk.kept(ID);
            int dead = json(seen.feature()).at("/properties/deaths").asInt() + 1;
            try {
                desk.amending.change(
                        ID, Optional.of(seen.version()), patch("{'deaths': {'best': " + dead + "}}"), AIGUL);
                return;
            } catch (StaleException e) {
                // again
            }
        }
    }

    @Test
    void thePublicIsToldNoMoreExactlyWhereItWasThanPeopleWant() {
        change("{'coordinates': [76.94567, 43.23891], 'uncertainty_km': 0.2, 'public_km': 20}");
        assertFalse(desk.kept(ID).feature().contains("43.23891"));
        assertTrue(new org.oqiga.gazetteer.Spot(coordinates(0), coordinates(1))
                        .kmTo(new org.oqiga.gazetteer.Spot(76.94567, 43.23891))
                < 20);
        assertTrue(desk.facts(ID).path("uncertainty_km").asDouble() >= 20);
        assertEquals("region", desk.facts(ID).path("place_level").asText());
        assertEquals(
                "[76.94567,43.23891]",
                json(desk.kept(ID).desk().exact().orElseThrow())
                        .path("coordinates")
                        .toString());
        assertFalse(desk.kept(ID).forAll().toString().contains("43.2389"));

        desk.take(new Told().report("b.txt", day(7), RIOT));
        assertFalse(desk.kept(ID).feature().contains("43.23891"));
        change("{'public_km': null}");
        assertEquals(43.23891, coordinates(1));
        assertTrue(desk.kept(ID).desk().exact().isEmpty());
    }

    @Test
    void aPatchForManyIsOneChangeThatLeavesOutThoseThatDoNotTakeIt() {
        desk.take(new Told().report("b.txt", day(7), PROTEST));
        var outcome = desk.amending.changeAll(List.of(ID, "gone", "b.txt#0"), patch("{'status': 'rejected'}"), AIGUL);
        assertEquals(List.of(ID, "b.txt#0"), outcome.changed());
        assertEquals(List.of("gone"), List.copyOf(outcome.refused().keySet()));
        assertEquals(1, desk.history().size());
        assertEquals(List.of(), desk.ids());

        desk.undoing.undo(outcome.change().orElseThrow(), MARAT);
        assertEquals(List.of("b.txt#0", ID), desk.ids());
    }

    private double coordinates(int axis) {
        return json(desk.kept(ID).feature())
                .at("/geometry/coordinates")
                .path(axis)
                .asDouble();
    }

    private void change(String patch) {
        desk.amending.change(ID, Optional.empty(), patch(patch), AIGUL);
    }
}
