package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oqiga.api.people.Staff;
import org.oqiga.desk.Role;

/** What readers and editors are told where readers are answered by a replica. */
@QuarkusTest
@QuarkusTestResource(value = ReplicaResource.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaServiceTest {

    private static final List<String> ADDRESSES = List.of(
            "/api/incidents",
            "/api/incidents?limit=100",
            "/api/incidents?f=columns",
            "/api/incidents?f=map",
            "/api/tiles/0/0/0.mvt",
            "/api/tiles/1/0/1.mvt",
            "/api/timeline",
            "/api/timeline?of=end",
            "/api/hexagons",
            "/api/reports",
            "/api/export.geojsonl",
            "/ogc/collections/incidents/items?limit=100&properties=title",
            "/ogc/collections/incidents?f=json");

    @Inject
    AgroalDataSource database;

    @Inject
    Staff staff;

    @ConfigProperty(name = "oqiga.replica.url")
    Optional<String> replica;

    private String editor;

    @BeforeEach
    void anEditor() {
        editor = staff.anybodys(Role.EDITOR);
    }

    @Test
    @Order(1)
    void readersSeeAChangeWhenItHasComeOverAndEditorsAtOnce() throws Exception {
        var before = answers(given());
        var inside = answers(insider());
        int all = given().get("/api/incidents").path("numberMatched");
        onReplica("SELECT pg_wal_replay_pause()");
        try {
            change("UPDATE incident SET hidden = true WHERE country = 'FJ'");
            change("UPDATE incident SET status = 'rejected' WHERE country = 'FJ'");
            assertEquals(before, answers(given()));
            for (var each : answers(insider()).entrySet()) {
                if (!each.getKey().startsWith("/api/reports") && !each.getKey().contains("/incidents?f=json")) {
                    assertNotEquals(inside.get(each.getKey()), each.getValue(), each.getKey());
                }
            }
        } finally {
            onReplica("SELECT pg_wal_replay_resume()");
        }
        awaitNumber(all - 1);
        for (var each : answers(given()).entrySet()) {
            assertNotEquals(before.get(each.getKey()), each.getValue(), each.getKey());
        }
        change("UPDATE incident SET hidden = false, status = 'extracted'");
        awaitNumber(all);
    }

    @Test
    @Order(2)
    void whatAnEditorDoesThePageOfAReaderHasByItsTag() throws Exception {
        var open = given().get("/api/incidents");
        onReplica("SELECT pg_wal_replay_pause()");
        try {
            var id = open.path("features[0].id").toString();
            var kept = insider().get("/api/incidents/{id}", id);
            insider()
                    .header("If-Match", kept.header("ETag"))
                    .contentType("application/merge-patch+json")
                    .body("{\"title\":\"Another title\"}")
                    .patch("/api/incidents/{id}", id)
                    .then()
                    .statusCode(200);
            assertEquals(
                    "Another title", insider().get("/api/incidents/{id}", id).path("properties.title"));
            assertNotEquals(
                    "Another title", given().get("/api/incidents/{id}", id).path("properties.title"));
            // nothing new yet, and what is kept is not told as something new
            assertEquals(
                    304,
                    given().header("If-None-Match", open.header("ETag"))
                            .get("/api/incidents")
                            .statusCode());
        } finally {
            onReplica("SELECT pg_wal_replay_resume()");
        }
        await(() -> given().get("/api/incidents").asString().contains("Another title"));
        assertEquals(
                200,
                given().header("If-None-Match", open.header("ETag"))
                        .get("/api/incidents")
                        .statusCode());
    }

    @Test
    @Order(3)
    void aReplicaThatEndsCostsReadersNothing() throws Exception {
        var before = answers(given());
        long pid = Long.parseLong(onReplica("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"));
        assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        ProcessHandle.of(pid).ifPresent(ended -> ended.onExit().join());
        assertEquals(before, answers(given()));
        change("UPDATE incident SET hidden = true WHERE country = 'FJ'");
        // a state of the store is taken for the latest for 50 ms
        Thread.sleep(60);
        for (var each : answers(given()).entrySet()) {
            assertNotEquals(before.get(each.getKey()), each.getValue(), each.getKey());
        }
        assertTrue(given().get("/q/metrics").asString().contains("oqiga_replica_used 0.0"));
        assertEquals(200, given().get("/q/health/ready").statusCode());
    }

    private RequestSpecification insider() {
        return given().header("Authorization", "Bearer " + editor);
    }

    /** What is told at each address, as text. */
    private static Map<String, String> answers(RequestSpecification who) {
        var answers = new HashMap<String, String>();
        for (var address : ADDRESSES) {
            Response answer = given().spec(who)
                    .urlEncodingEnabled(false)
                    .header("Accept-Encoding", "identity")
                    .get(address);
            assertEquals(200, answer.statusCode(), address);
            answers.put(
                    address,
                    new String(answer.asByteArray(), StandardCharsets.ISO_8859_1)
                            .replaceAll("\"timeStamp\":\"[^\"]*\"", ""));
        }
        return answers;
    }

    private static void awaitNumber(int incidents) throws Exception {
        await(() -> given().get("/api/incidents").<Integer>path("numberMatched") == incidents);
        Thread.sleep(60);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited long enough");
            Thread.sleep(20);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("UPDATE revision SET number = number + 1");
        }
    }

    private String onReplica(String sql) throws SQLException {
        var parts = replica.orElseThrow().replace("postgresql://", "").split("[:@]", 3);
        try (var connection = DriverManager.getConnection("jdbc:postgresql://" + parts[2], parts[0], parts[1]);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
