package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.store.Told.Telling.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;

class QueueTest {

    private static final String DAY = "2022-01-05";

    private final Database database = TestCluster.shared();

    @BeforeEach
    void fourIncidents() throws SQLException {
        sql("TRUNCATE report, mention, telling, incident, place, history, decision, verdict, correction, missed,"
                + " dated");
        var told = new Told()
                .report(
                        "a.txt",
                        LocalDate.parse("2022-01-06"),
                        of(IncidentType.PROTEST, Told.ALMATY, DAY, DAY, "People gathered."),
                        of(IncidentType.CASUALTIES, Told.ALMATY, DAY, DAY, "Eight were killed.")
                                .killing(8),
                        of(IncidentType.BLACKOUT, Told.KAZAKHSTAN, DAY, DAY, "The net was cut."),
                        of(IncidentType.RIOT, Told.ZHANAOZEN, DAY, DAY, "Shops were looted."));
        told.ingest(database).take(told.unread(), Told.SILENT);
    }

    @Test
    void theGravestComesFirstWithPlainReasons() {
        var queue = queue(Map.of(), 10);
        assertEquals(4, queue.path("total").asInt());
        assertEquals("casualties", queue.at("/incidents/0/properties/type").asText());
        assertEquals(
                "[\"8 killed\",\"violence\"]", queue.at("/incidents/0/reasons").toString());
        assertEquals(
                "[\"only its country is known\"]",
                incident(queue, "blackout").path("reasons").toString());
        assertEquals("protest", queue.at("/incidents/3/properties/type").asText());
    }

    @Test
    void whatIsVeryUnsureComesBeforeWhatIsGraver() throws SQLException {
        sql("UPDATE incident SET confidence = 0.1 WHERE type = 'riot'");
        assertEquals(
                "riot", queue(Map.of(), 1).at("/incidents/0/properties/type").asText());
        assertEquals(
                "very low confidence",
                queue(Map.of(), 1).at("/incidents/0/reasons/0").asText());
        assertEquals(1, queue(Map.of(), 1).path("incidents").size());
    }

    @Test
    void reportsThatDisagreeAreAReason() throws SQLException {
        sql("UPDATE incident SET deaths = '[8,26]' WHERE type = 'casualties'");
        assertEquals(
                "reports give from 8 to 26 killed",
                queue(Map.of(), 1).at("/incidents/0/reasons/0").asText());
    }

    @Test
    void whatIsVerifiedOrRejectedIsDoneWith() throws SQLException {
        sql("UPDATE incident SET status = 'verified' WHERE type = 'casualties'");
        sql("UPDATE incident SET status = 'rejected' WHERE type = 'riot'");
        sql("UPDATE incident SET status = 'disputed' WHERE type = 'protest'");
        assertEquals(2, queue(Map.of(), 10).path("total").asInt());
        assertEquals(
                "somebody disputes it",
                incident(queue(Map.of(), 10), "protest").at("/reasons/0").asText());
    }

    @Test
    void theFilterHoldsForItToo() {
        assertEquals(
                1,
                queue(Map.of("place", List.of("zhanaozen")), 10).path("total").asInt());
        assertEquals(
                2,
                queue(Map.of("type", List.of("riot,protest")), 10)
                        .path("incidents")
                        .size());
        assertEquals(
                0,
                queue(Map.of("filter", List.of("deaths > 8")), 10).path("total").asInt());
    }

    @Test
    void whatPeopleDidForAnIncidentThatHasGoneIsShownAsWaiting() throws SQLException {
        assertEquals(0, queue(Map.of(), 10).path("orphans").size());
        sql("INSERT INTO correction (incident_id, patch, who) VALUES ('gone', '{\"title\": \"x\"}', 'aigul')");
        var orphan = queue(Map.of(), 10).path("orphans").path(0);
        assertEquals("gone", orphan.path("incident").asText());
        assertEquals("aigul", orphan.path("who").asText());
        assertTrue(orphan.path("now").isNull());
    }

    private static JsonNode incident(JsonNode queue, String type) {
        for (var each : queue.path("incidents")) {
            if (each.at("/properties/type").asText().equals(type)) {
                return each;
            }
        }
        throw new AssertionError("no " + type + " in " + queue);
    }

    private JsonNode queue(Map<String, List<String>> asked, int limit) {
        var filter = FilterQuery.parse(Query.of(asked, FilterQuery.PARAMETERS), Audience.INSIDERS);
        try {
            return new ObjectMapper().readTree(new QueueRepository(database.connections()).first(filter, limit));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
