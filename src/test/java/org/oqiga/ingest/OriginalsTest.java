package org.oqiga.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.report.Sent;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.Audience;
import org.oqiga.store.Database;
import org.oqiga.store.Notices;
import org.oqiga.store.Originals;
import org.oqiga.store.ReportRepository;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

/** What came in, byte for byte, and the months that it lies in. */
class OriginalsTest {

    private static final String EMPTY =
            """
            TRUNCATE arrival, original, report, mention, telling, incident, place, history, decision, verdict, correction;
            DROP TABLE IF EXISTS original_2026_01, original_2026_02""";

    private final Database database = TestCluster.shared();
    private final ArrivalRepository arrivals = new ArrivalRepository(database.connections());
    private final Originals originals = new Originals(database.connections());
    private final Notices notices = new Notices(database.connections());
    private final Carrying carrying = new Carrying(
            new ArrivalQueue(database.connections()),
            new Told()
                    .report("a.txt", LocalDate.of(2026, 1, 3))
                    .report("b.txt", LocalDate.of(2026, 1, 4))
                    .ingest(database),
            Duration.ZERO,
            Duration.ofSeconds(30));

    @BeforeEach
    void anEmptyStore() throws SQLException {
        sql(EMPTY);
    }

    @AfterEach
    void close() throws SQLException {
        carrying.close();
        notices.close();
        sql(EMPTY);
    }

    @Test
    void whatComesInLiesInTheTableOfItsMonthAndTheNextMonthHasOneAlready() throws SQLException {
        sent("a.txt", "Of today.");
        assertEquals(
                sql("SELECT to_char(now() AT TIME ZONE 'UTC', '\"original_\"YYYY_MM')"),
                sql("SELECT tableoid::regclass FROM original"));
        originals.makeMonths();
        assertEquals(
                "1",
                sql(
                        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'original'::regclass AND inhrelid ="
                                + " to_regclass(to_char(now() AT TIME ZONE 'UTC' + interval '1 month', '\"original_\"YYYY_MM'))"));
    }

    @Test
    void twoMonthsAreTwoTablesAndOnlyTheOneThatIsAskedForIsRead() throws SQLException {
        long january = sentOn("2026-01-31 23:59:59+00", "a.txt", "Of January.");
        long february = sentOn("2026-02-01 00:00:00+00", "b.txt", "Of February.");
        assertEquals("Of January.", sql("SELECT convert_from(bytes, 'UTF8') FROM original_2026_01"));
        assertEquals("Of February.", sql("SELECT convert_from(bytes, 'UTF8') FROM original_2026_02"));
        assertArrayEquals(
                "Of January.".getBytes(UTF_8), originals.bytes(january).orElseThrow());
        assertArrayEquals(
                "Of February.".getBytes(UTF_8), originals.bytes(february).orElseThrow());
        var plan = sql("EXPLAIN (ANALYZE, COSTS OFF) SELECT o.bytes FROM arrival a JOIN original o ON o.arrival = a.id"
                + " AND o.received = a.received WHERE a.id = " + january);
        assertTrue(plan.lines().anyMatch(line -> line.contains("original_2026_01") && line.contains("loops=1")), plan);
        assertTrue(
                plan.lines().anyMatch(line -> line.contains("original_2026_02") && line.contains("never executed")),
                plan);
    }

    @Test
    void aMonthThatIsPutAwayIsSaidToBeAwayAndAllElseGoesOn() throws SQLException {
        long away = sentOn("2026-01-15 12:00:00+00", "a.txt", "Of January.");
        long here = sentOn("2026-02-15 12:00:00+00", "b.txt", "Of February.");
        sql("ALTER TABLE original DETACH PARTITION original_2026_01");

        assertEquals(Optional.empty(), originals.bytes(away));
        assertTrue(originals.putAway(away).orElseThrow().contains("is of 2026-01, a month that has been put away"));
        assertEquals(Optional.empty(), originals.putAway(here));
        assertTrue(arrivals.again(here));
        assertTrue(arrivals.again(away));
        carryAll();
        assertEquals("done", arrival(here).path("state").asText());
        assertEquals("parked", arrival(away).path("state").asText());
        assertTrue(arrival(away).path("error").asText().contains("2026-01"));
        assertTrue(new ReportRepository(database.connections())
                .find("a.txt", Audience.INSIDERS)
                .orElseThrow()
                .contains("Of January."));

        long more = sent("a.txt", "Of today.");
        carryAll();
        assertEquals(2, arrival(more).path("version").asInt());
    }

    @Test
    void aMonthThatIsTakenBackIsReadFromAgain() throws SQLException {
        long away = sentOn("2026-01-15 12:00:00+00", "a.txt", "Of January.");
        sql("ALTER TABLE original DETACH PARTITION original_2026_01");
        assertEquals("original_2026_01", sql("SELECT original_month('2026-01-20')"));
        assertEquals(Optional.empty(), originals.putAway(away));
        assertTrue(arrivals.again(away));
        carryAll();
        assertEquals("done", arrival(away).path("state").asText());
    }

    @Test
    void nothingIsRefusedForWantOfAMonthAndItMovesWhenThereIsOne() throws SQLException {
        long early = sent("a.txt", "Before its month was made.");
        sql("UPDATE original SET received = '2026-01-15'; UPDATE arrival SET received = '2026-01-15'");
        assertEquals("original_other", sql("SELECT tableoid::regclass FROM original"));
        assertEquals("original_2026_01", sql("SELECT original_month('2026-01-01 00:00:00+00')"));
        assertEquals("original_2026_01", sql("SELECT tableoid::regclass FROM original"));
        assertTrue(originals.bytes(early).isPresent());
    }

    @Test
    void whatCameInTwiceIsKeptOnceAndReadAgainFromThat() throws SQLException {
        sentOn("2026-01-15 12:00:00+00", "a.txt", "The same.");
        long later = sentOn("2026-02-15 12:00:00+00", "a.txt", "The same.");
        assertEquals("original_2026_01", sql("SELECT tableoid::regclass FROM original"));
        assertTrue(arrivals.again(later));
        carryAll();
        assertEquals("done", arrival(later).path("state").asText());
        assertArrayEquals("The same.".getBytes(UTF_8), originals.bytes(later).orElseThrow());
    }

    @Test
    void whatCameInTwiceIsKeptAnewWhereTheFirstHasBeenPutAway() throws SQLException {
        sentOn("2026-01-15 12:00:00+00", "a.txt", "The same.");
        sql("ALTER TABLE original DETACH PARTITION original_2026_01");
        long later = sentOn("2026-02-15 12:00:00+00", "a.txt", "The same.");
        assertEquals("original_2026_02", sql("SELECT tableoid::regclass FROM original"));
        assertEquals(Optional.empty(), originals.putAway(later));
    }

    @Test
    void whatTwoHaveBroughtGoesWithTheLastOfThem() throws SQLException {
        long first = sentOn("2026-01-15 12:00:00+00", "a.txt", "The same.");
        long second = sentOn("2026-02-15 12:00:00+00", "a.txt", "The same.");
        assertTrue(arrivals.drop(first));
        assertEquals("original_2026_02", sql("SELECT tableoid::regclass FROM original"));
        assertTrue(originals.bytes(second).isPresent());
        assertTrue(arrivals.drop(second));
        assertEquals("0", sql("SELECT count(*) FROM original"));
        assertFalse(arrivals.drop(second));
    }

    @Test
    void theLastOfEachNameIsReadAgainWhereItIsAtHandAndNothingElseHasBeenSaidSince() throws SQLException {
        long overtaken = sentOn("2026-02-01 12:00:00+00", "a.txt", "At first.");
        long last = sentOn("2026-02-02 12:00:00+00", "a.txt", "At last.");
        long parked = sentOn("2026-02-03 12:00:00+00", "b.txt", "\u0089PNG image");
        assertEquals("parked", arrival(parked).path("state").asText());
        assertEquals(2, arrivals.allAgain());
        assertEquals("done", arrival(overtaken).path("state").asText());
        assertEquals("waiting", arrival(last).path("state").asText());
        assertEquals("waiting", arrival(parked).path("state").asText());
        carryAll();
        assertEquals("2", sql("SELECT version FROM report WHERE name = 'a.txt' AND text = 'At last.'"));

        sql("UPDATE report SET version = 3 WHERE name = 'a.txt'");
        sql("ALTER TABLE original DETACH PARTITION original_2026_02");
        assertEquals(0, arrivals.allAgain());
        sql("SELECT original_month('2026-02-01')");
        assertEquals(1, arrivals.allAgain());
        assertEquals("waiting", arrival(parked).path("state").asText());
    }

    private long sent(String name, String text) {
        var sent = new Sent(name, Optional.empty(), Optional.empty(), Optional.empty(), text.getBytes(ISO_8859_1));
        return json(arrivals.add(List.of(sent), "test")).at("/arrivals/0/id").asLong();
    }

    /** One that came in at another moment and has been read. */
    private long sentOn(String moment, String name, String text) throws SQLException {
        sql("SELECT original_month('" + moment + "')");
        long id = sent(name, text);
        sql(
                "UPDATE original SET received = '%1$s' WHERE arrival = %2$d; UPDATE arrival SET received = '%1$s' WHERE id = %2$d"
                        .formatted(moment, id));
        carryAll();
        return id;
    }

    private void carryAll() {
        while (carrying.round(notices.holder()) > 0) {
            // until nothing is left
        }
    }

    private JsonNode arrival(long id) {
        return json(arrivals.find(id).orElseThrow());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The first column of what it gives, a line each. */
    private String sql(String sql) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            var lines = new StringBuilder();
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        lines.append(lines.isEmpty() ? "" : "\n").append(rows.getString(1));
                    }
                }
            }
            return lines.toString();
        }
    }
}
