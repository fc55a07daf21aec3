package org.oqiga.api.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.Role;
import org.oqiga.report.Mutation;

/** Whatever an editor's or an admin's program sends as JSON is done or refused with a reason; nothing breaks. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class HostileBodiesTest {

    private static final int TIMES = Integer.getInteger("oqiga.fuzz.times", 1500) / 10;
    private static final long SEED = Long.getLong("oqiga.fuzz.seed", 20220105);
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    private static final String REPORT = "sent/hostile.txt";
    private static final Map<String, String> GOOD = Map.of(
            "PATCH /api/incidents/second.txt%231",
            "{\"title\":\"The hall is taken\",\"type\":\"seizure\",\"start\":\"2022-01-05\",\"end\":\"2022-01-06\","
                    + "\"time_precision\":\"day\",\"in_force_until\":\"2022-01-08\",\"status\":\"verified\","
                    + "\"place_id\":\"geonames:1526384\",\"coordinates\":[76.9,43.2],\"uncertainty_km\":5,\"actors\":[\"a"
                    + " crowd\"],\"assertion\":\"stated\",\"deaths\":{\"low\":1,\"best\":3,\"high\":8},\"injured\":\"none\",\"arrested\":null,\"hidden\":false,\"public_km\":10,\"why\":\"two"
                    + " papers\"}",
            "POST /api/incidents",
            "{\"report\":\"second.txt\",\"start\":0,\"end\":20,\"type\":\"riot\",\"place_id\":\"geonames:1526384\","
                    + "\"from\":\"2022-01-05\",\"to\":\"2022-01-05\",\"title\":\"Unrest\",\"actors\":[\"a crowd\"]}",
            "POST /api/incidents/bulk",
            "{\"ids\":[\"second.txt#1\",\"second.txt#2\"],\"patch\":{\"status\":\"disputed\"},\"why\":\"x\"}",
            "POST /api/incidents/merge",
            "{\"ids\":[\"second.txt#1\",\"second.txt#2\"],\"why\":\"x\"}",
            "POST /api/incidents/first.txt%230/split",
            "{\"tellings\":[\"second.txt#0\"],\"why\":\"x\"}",
            "PATCH /api/reports/" + REPORT,
            "{\"published\":\"2022-01-07\",\"why\":\"x\"}",
            "POST /api/feeds",
            "{\"url\":\"http://127.0.0.1/rss\",\"every_minutes\":30}",
            "POST /api/tokens",
            "{\"label\":\"a program\",\"days\":30}",
            "POST /api/invitations",
            "{\"role\":\"editor\"}");

    /** Values that are sound JSON and yet not what anybody asked for. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0.1",
            "1e400",
            "-0.0",
            "2147483648",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\ud800b\"",
            "\"" + "x".repeat(5000) + "\"",
            "[]",
            "[[]]",
            "[null]",
            "[\"\"]",
            "[\"\\u0000\"]",
            "{}",
            "{\"a\":1}",
            "[181,91]",
            "[1e400,0]",
            "[\"NaN\",0]",
            "[1,2,3]",
            "\"9999-12-31\"",
            "\"+999999999-12-31\"",
            "\"-0001-01-01\"",
            "\"2022-02-30\"",
            "\"2022-01-05T25:00\"",
            "\"2022-01-05T10:00:00+18:00\"",
            "\"none\"",
            "\"second.txt#2\"",
            "[\"second.txt#2\",\"second.txt#2\"]",
            "[\"second.txt#1\",\"first.txt#1\",\"nothing\"]",
            "\"country:FJ\"",
            "\"geonames:0\"",
            "\"<script>\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URI root;

    @Inject
    Staff staff;

    @Inject
    DataSource database;

    @BeforeEach
    void aReportOfItsOwn() throws InterruptedException {
        admin().contentType("text/plain")
                .queryParam("name", REPORT)
                .queryParam("published", "2022-01-06")
                .body("Nothing has happened anywhere.")
                .post("/api/reports")
                .then()
                .statusCode(202);
        while (admin().get("/api/reports/" + REPORT).statusCode() != 200) {
            Thread.sleep(50);
        }
    }

    @AfterEach
    void asItWas() throws SQLException {
        undoAll();
        for (var id : admin().get("/api/feeds").jsonPath().getList("feeds.id", Long.class)) {
            admin().delete("/api/feeds/" + id).then().statusCode(204);
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE arrival, original; DELETE FROM report WHERE name = '" + REPORT + "'");
        }
    }

    private void undoAll() {
        while (true) {
            List<Map<String, Object>> changes =
                    admin().get("/api/history?limit=20").path("changes");
            var last = changes.stream()
                    .filter(change -> change.get("undone_by") == null && change.get("undoes") == null)
                    .findFirst();
            if (last.isEmpty()) {
                return;
            }
            admin().post("/api/history/" + last.get().get("id") + "/undo")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void everyBodyIsTakenOrRefused() throws Exception {
        var token = staff.anybodys(Role.ADMIN);
        var answers = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var good : GOOD.entrySet()) {
            var mutation = new Mutation(SEED + good.getKey().hashCode());
            var chance = new Random(SEED + good.getKey().hashCode());
            int sound = send(good.getKey(), good.getValue().getBytes(UTF_8), token);
            assertTrue(sound < 300, good.getKey() + " is taken as it is meant, was " + sound);
            undoAll();
            for (int i = 0; i < TIMES; i++) {
                var bytes = i % 3 == 0
                        ? mutation.of(good.getValue().getBytes(UTF_8))
                        : odd(good.getValue(), chance).getBytes(UTF_8);
                int status = send(good.getKey(), bytes, token);
                answers.merge(good.getKey() + " " + status, 1, Integer::sum);
                if (status < 300) {
                    undoAll();
                }
                if (status >= 500 || status == 401 || status == 403 || status == 405) {
                    wrong.add(status + " to " + good.getKey() + " " + i + ": " + new String(bytes, UTF_8));
                }
            }
        }
        System.err.println("seed " + SEED + ": " + answers);
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())), "seed " + SEED);
        for (var call : GOOD.keySet()) {
            assertTrue(answers.containsKey(call + " 400"), call + " refuses some");
            assertTrue(answers.containsKey(call + " 200") || answers.containsKey(call + " 201"), call + " takes some");
        }
    }

    /** The same with one to three members that are something else, or are not there. */
    private static String odd(String good, Random chance) throws IOException {
        var body = (ObjectNode) JSON.readTree(good);
        for (int i = chance.nextInt(3); i >= 0; i--) {
            var names = new ArrayList<String>();
            body.fieldNames().forEachRemaining(names::add);
            if (!names.isEmpty()) {
                var name = names.get(chance.nextInt(names.size()));
                if (chance.nextInt(5) == 0) {
                    body.remove(name);
                } else {
                    body.set(name, JSON.readTree(ODD.get(chance.nextInt(ODD.size()))));
                }
            }
        }
        return JSON.writeValueAsString(body);
    }

    private int send(String call, byte[] body, String token) throws IOException, InterruptedException {
        var verb = call.substring(0, call.indexOf(' '));
        var request = HttpRequest.newBuilder(root.resolve(call.substring(verb.length() + 1)))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .header("Content-Type", verb.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(verb, BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private RequestSpecification admin() {
        return RestAssured.given().header("Authorization", "Bearer " + staff.anybodys(Role.ADMIN));
    }
}
