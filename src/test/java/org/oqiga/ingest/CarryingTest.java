package org.oqiga.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.store.Told.Telling.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;
import org.oqiga.report.Sent;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.Audience;
import org.oqiga.store.Database;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.Notices;
import org.oqiga.store.ReportRepository;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

class CarryingTest {

    private static final Told.Telling PROTEST =
            of(IncidentType.PROTEST, Told.ZHANAOZEN, "2022-01-02", "2022-01-02", "Drivers blocked the road.");
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PLENTY = Duration.ofSeconds(30);

    private final Database database = TestCluster.shared();
    private final ArrivalRepository arrivals = new ArrivalRepository(database.connections());
    private final ArrivalQueue queue = new ArrivalQueue(database.connections());
    private final Notices notices = new Notices(database.connections());
    private final Told told = new Told()
            .report("a.txt", LocalDate.of(2022, 1, 3), PROTEST)
            .report("b.txt", LocalDate.of(2022, 1, 4), PROTEST)
            .report("c.txt", LocalDate.of(2022, 1, 4), PROTEST);
    private final Carrying carrying = new Carrying(queue, told.ingest(database), AT_ONCE, PLENTY);

    @BeforeEach
    void anEmptyStore() throws SQLException {
        sql(
                "TRUNCATE arrival, original, report, mention, telling, incident, place, history, decision, verdict, correction");
    }

    @AfterEach
    void close() {
        carrying.close();
        notices.close();
    }

    @Test
    void whatComesInBecomesAReport() {
        long id = send("a.txt", "Drivers blocked the road.");
        assertEquals("waiting", arrival(id).path("state").asText());
        assertEquals(1, carrying.round(notices.holder()));
        var done = arrival(id);
        assertEquals("done", done.path("state").asText());
        assertEquals("a.txt", done.path("report").asText());
        assertEquals(1, done.path("version").asInt());
        assertEquals("Drivers blocked the road.", report("a.txt").path("text").asText());
        assertEquals(0, carrying.round(notices.holder()));
    }

    @Test
    void theSameTwiceIsOneReportAndAChangedOneItsNextVersion() {
        send("a.txt", "Drivers blocked the road.");
        long same = send("a.txt", "Drivers blocked the road.");
        carryAll();
        long revision = incidents().revision();
        long later = send("a.txt", "Drivers blocked the road.");
        carryAll();
        assertEquals(revision, incidents().revision());
        assertEquals(1, arrival(same).path("version").asInt());
        assertEquals(1, arrival(later).path("version").asInt());

        long changed = send("a.txt", "Drivers blocked the road again.");
        carryAll();
        assertEquals(2, arrival(changed).path("version").asInt());
        assertEquals(1, new ReportRepository(database.connections()).count());
    }

    @Test
    void bytesStayAsTheyCameAndAreKeptOnce() throws SQLException {
        send("a.txt", "Drivers blocked the road.");
        send("a.txt", "Drivers blocked the road.");
        carryAll();
        assertEquals(
                "Drivers blocked the road.", sql("SELECT string_agg(convert_from(bytes, 'UTF8'), '') FROM original"));
    }

    @Test
    void whatCannotBeReadIsParkedAndHoldsUpNoOther() {
        long image = send(new Sent(
                "b.txt",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "\u0089PNG image".getBytes(StandardCharsets.ISO_8859_1)));
        long good = send("a.txt", "Drivers blocked the road.");
        carryAll();
        assertEquals("parked", arrival(image).path("state").asText());
        assertTrue(arrival(image).path("error").asText().startsWith("is a PNG image"));
        assertEquals("done", arrival(good).path("state").asText());
    }

    @Test
    void aFaultOfOursIsTriedFiveTimesAndThenParked() {
        long id = send("unknown.txt", "Nobody has told what this is to become.");
        for (int failures = 1; failures <= 5; failures++) {
            carrying.round(notices.holder());
            assertEquals(failures, arrival(id).path("failures").asInt());
            assertEquals(
                    failures < 5 ? "failed" : "parked",
                    arrival(id).path("state").asText());
        }
        assertEquals(0, carrying.round(notices.holder()));
        assertTrue(arrivals.again(id));
        assertEquals(1, carrying.round(notices.holder()));
    }

    @Test
    void eachFailureIsFollowedByALongerRest() {
        long id = send("unknown.txt", "Nobody has told what this is to become.");
        try (var patient = new Carrying(queue, told.ingest(database), PLENTY, PLENTY)) {
            patient.round(notices.holder());
            assertEquals("failed", arrival(id).path("state").asText());
            assertEquals(0, patient.round(notices.holder()));
        }
    }

    @Test
    void whatCannotBeStoredHoldsUpNoOther() {
        // an index takes no name that long which cannot be compressed
        var name = new Random(1)
                .ints(9000, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, (text, sign) -> text.appendCodePoint(sign), StringBuilder::append)
                .toString();
        var more = new Told().report(name, LocalDate.of(2022, 1, 3)).report("a.txt", LocalDate.of(2022, 1, 3), PROTEST);
        long good = send("a.txt", "Drivers blocked the road.");
        long bad;
        try {
            sql("DROP INDEX arrival_name");
            bad = send(name, "A report of a name too long to be kept.");
            try (var all = new Carrying(queue, more.ingest(database), PLENTY, PLENTY)) {
                all.round(notices.holder());
            }
            assertEquals("done", arrival(good).path("state").asText());
            assertEquals("failed", arrival(bad).path("state").asText());
            assertTrue(arrival(bad).path("error").asText().contains("could not be stored"));
            sql("TRUNCATE arrival, original; CREATE INDEX arrival_name ON arrival (name, id)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void someThatCannotBeStoredAmongManyHoldUpNoOther() throws SQLException {
        var more = new Told();
        IntStream.range(0, 20).forEach(i -> more.report("r" + i, LocalDate.of(2022, 1, 3), PROTEST));
        sql("ALTER TABLE report ADD CONSTRAINT refused CHECK (name NOT IN ('r3', 'r4', 'r17'))");
        try (var all = new Carrying(queue, more.ingest(database), PLENTY, PLENTY)) {
            IntStream.range(0, 20).forEach(i -> send("r" + i, "A report."));
            all.round(notices.holder());
        } finally {
            sql("ALTER TABLE report DROP CONSTRAINT refused");
        }
        assertEquals("r3\nr4\nr17", sql("SELECT name FROM arrival WHERE state = 'failed' ORDER BY id"));
        assertEquals("17", sql("SELECT count(*) FROM arrival WHERE state = 'done'"));
        assertEquals("17", sql("SELECT count(*) FROM report"));
    }

    @Test
    void twoProcessesTakeDifferentOnes() {
        IntStream.range(0, 30).forEach(i -> send("r" + i + ".txt", "Nothing."));
        try (var other = new Notices(database.connections())) {
            var ours = queue.claim(notices.holder());
            send("one more.txt", "Nothing.");
            var theirs = queue.claim(other.holder());
            assertEquals(30, ours.size());
            assertEquals(1, theirs.size());
            assertEquals(0, queue.freeAbandoned());
        }
    }

    @Test
    void whatADeadProcessHadBegunWithIsTakenUpByAnother() {
        long id = send("a.txt", "Drivers blocked the road.");
        var dead = new Notices(database.connections());
        queue.claim(dead.holder());
        dead.close();
        assertEquals(0, carrying.round(notices.holder()));
        assertEquals(1, queue.freeAbandoned());
        assertEquals(1, carrying.round(notices.holder()));
        assertEquals("done", arrival(id).path("state").asText());
    }

    @Test
    void whatFiveProcessesDiedOverIsParked() {
        long id = send("a.txt", "Drivers blocked the road.");
        long innocent = send("b.txt", "Drivers blocked the road.");
        dieOverWhatComesFirst(5);
        assertEquals("parked", arrival(id).path("state").asText());
        assertEquals(
                "the service ended 5 times while this was being read",
                arrival(id).path("error").asText());
        carryAll();
        assertEquals("done", arrival(innocent).path("state").asText());
    }

    /** So many processes, one after the other, claim what comes first and are gone. */
    private void dieOverWhatComesFirst(int times) {
        for (int i = 0; i < times; i++) {
            var dead = new Notices(database.connections());
            queue.claim(dead.holder());
            dead.close();
            queue.freeAbandoned();
        }
    }

    @Test
    void whoeverHasJustStartedBeginsWithWhatNobodyHasDiedOver() {
        long suspected = send("a.txt", "Drivers blocked the road.");
        dieOverWhatComesFirst(4);
        long unsuspected = send("b.txt", "Drivers blocked the road.");
        assertEquals(1, carrying.round(notices.holder()));
        assertEquals("done", arrival(unsuspected).path("state").asText());
        assertEquals("waiting", arrival(suspected).path("state").asText());
        assertEquals(1, carrying.round(notices.holder()));
        assertEquals("done", arrival(suspected).path("state").asText());
    }

    @Test
    void whoeverIsTakenForDeadAndLivesOnHasNotDiedOverWhatHeRead() {
        long id = send("a.txt", "Drivers blocked the road.");
        var lost = new ArrayDeque<Notices>();
        IntStream.range(0, 2 * ArrivalQueue.TRIES).forEach(i -> lost.add(new Notices(database.connections())));
        var ingest = new Ingest(
                database.connections(),
                Told::zone,
                "rules",
                report -> {
                    if (!lost.isEmpty()) {
                        // the database is stopped and starts again, and another is quicker to look what lies about
                        lost.remove().close();
                        queue.freeAbandoned();
                    }
                    return told.extraction(report);
                },
                Told::link);
        try (var living = new Carrying(queue, ingest, AT_ONCE, PLENTY)) {
            while (!lost.isEmpty()) {
                assertEquals(1, living.round(lost.peek().holder()));
                assertEquals("waiting", arrival(id).path("state").asText());
            }
            assertEquals(1, living.round(notices.holder()));
        }
        assertEquals("done", arrival(id).path("state").asText());
    }

    @Test
    void whoWasTakenForDeadStoresNothing() {
        long revision = incidents().revision();
        long id = send("a.txt", "Drivers blocked the road.");
        var lost = new Notices(database.connections());
        var slow = new Told().report("a.txt", LocalDate.of(2022, 1, 3), PROTEST);
        var ingest = new Ingest(
                database.connections(),
                Told::zone,
                "rules",
                report -> {
                    // meanwhile another has found it abandoned, read it and stored it
                    lost.close();
                    queue.freeAbandoned();
                    carryAll();
                    return slow.extraction(report);
                },
                Told::link);
        try (var late = new Carrying(queue, ingest, AT_ONCE, PLENTY)) {
            late.round(lost.holder());
        }
        assertEquals("done", arrival(id).path("state").asText());
        assertEquals(1, report("a.txt").path("version").asInt());
        assertEquals(revision + 1, incidents().revision());
    }

    @Test
    void theLaterOfTwoHoldsWhicheverIsReadFirst() {
        long first = send("a.txt", "Drivers blocked the road.");
        try (var slow = new Notices(database.connections())) {
            var begun = queue.claim(slow.holder());
            long second = send("a.txt", "Drivers left the road.");
            carryAll();
            queue.putBack(begun.get(0).id(), slow.holder());
            carryAll();
            assertEquals("done", arrival(first).path("state").asText());
            assertEquals("done", arrival(second).path("state").asText());
            assertEquals("Drivers left the road.", report("a.txt").path("text").asText());
        }
    }

    @Test
    void whoeverListensHearsOfArrivalsAndOfChanges() {
        while (!notices.await(Duration.ofMillis(50)).isEmpty()) {
            continue;
        }
        send("a.txt", "Drivers blocked the road.");
        assertEquals(Set.of("arrival"), notices.await(PLENTY));
        carryAll();
        var heard = new HashSet<String>();
        while (!heard.contains("revision")) {
            heard.addAll(notices.await(PLENTY));
        }
    }

    @Test
    void aReportThatTakesTooLongIsParkedAndTheOthersGoOn() {
        long stuck = send("a.txt", "Drivers blocked the road.");
        long good = send("b.txt", "Drivers blocked the road.");
        var ingest = new Ingest(
                database.connections(),
                Told::zone,
                "rules",
                report -> {
                    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
                    while (report.name().equals("a.txt") && System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return told.extraction(report);
                },
                Told::link);
        try (var quick = new Carrying(queue, ingest, AT_ONCE, Duration.ofMillis(500))) {
            while (quick.round(notices.holder()) > 0) {
                continue;
            }
        }
        assertEquals("parked", arrival(stuck).path("state").asText());
        assertEquals("done", arrival(good).path("state").asText());
    }

    private void carryAll() {
        while (carrying.round(notices.holder()) > 0) {
            continue;
        }
    }

    private long send(String name, String text) {
        return send(new Sent(
                name, Optional.empty(), Optional.empty(), Optional.empty(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private long send(Sent sent) {
        return json(arrivals.add(List.of(sent), "test")).at("/arrivals/0/id").asLong();
    }

    private JsonNode arrival(long id) {
        return json(arrivals.find(id).orElseThrow());
    }

    private JsonNode report(String name) {
        return json(new ReportRepository(database.connections())
                .find(name, Audience.INSIDERS)
                .orElseThrow());
    }

    private IncidentRepository incidents() {
        return new IncidentRepository(database.connections());
    }

    private String sql(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return String.join("\n", found);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
