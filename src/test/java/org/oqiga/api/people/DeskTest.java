package org.oqiga.api.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.Role;

/** What editors do over HTTP; each test undoes what it did, for the store is everybody's. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class DeskTest {

    private static final String SEIZURE = "/api/incidents/second.txt%231";

    @Inject
    Staff staff;

    private String token = "";

    @BeforeEach
    void anEditor() {
        token = staff.anybodys(Role.EDITOR);
    }

    @AfterEach
    void asItWas() {
        while (true) {
            List<Map<String, Object>> changes = editor().get("/api/history").path("changes");
            var last = changes.stream()
                    .filter(change -> change.get("undone_by") == null && change.get("undoes") == null)
                    .findFirst();
            if (last.isEmpty()) {
                return;
            }
            editor().post("/api/history/" + last.get().get("id") + "/undo")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aFieldIsSetAndGivenBackUnderTheTagOfTheVersionThatWasSeen() {
        var tag = tag();
        var changed = patch(tag, "{\"title\":\"The hall is taken\",\"status\":\"verified\",\"why\":\"two papers\"}");
        changed.then()
                .statusCode(200)
                .body("properties.title", equalTo("The hall is taken"))
                .body("properties.status", equalTo("verified"))
                .body("corrections.title", equalTo("The hall is taken"))
                .body("extracted.status", equalTo("extracted"))
                .body("history.why", hasItem("two papers"));
        assertNotEquals(tag, changed.header("ETag"));
        assertEquals(changed.header("ETag"), tag());

        patch(tag, "{\"title\":\"Something else\"}")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", containsString("read it again"));
        patch(changed.header("ETag"), "{\"title\":null}")
                .then()
                .statusCode(200)
                .body("properties.title", not(equalTo("The hall is taken")))
                .body("properties.status", equalTo("verified"));
    }

    @Test
    void aTagIsKnownAgain() {
        editor().header("If-None-Match", tag()).get(SEIZURE).then().statusCode(304);
    }

    @Test
    void withoutATagNothingIsChanged() {
        editor().contentType("application/merge-patch+json")
                .body("{\"title\":\"x\"}")
                .patch(SEIZURE)
                .then()
                .statusCode(428)
                .body("detail", containsString("If-Match"));
        for (var tag : List.of("\"0-0\"", "W/" + tag(), "nonsense")) {
            patch(tag, "{\"title\":\"x\"}").then().statusCode(412);
        }
    }

    @Test
    void whatIsWrongIsNamedWithWhatWouldBeRight() {
        patch(tag(), "{\"type\":\"party\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("type"))
                .body("detail", containsString("protest, riot"));
        patch(tag(), "[]").then().statusCode(400).body("parameter", equalTo("body"));
        patch(tag(), "{").then().statusCode(400).body("parameter", equalTo("body"));
        patch(tag(), "").then().statusCode(400).body("parameter", equalTo("body"));
        patch(tag(), "{\"why\":7}").then().statusCode(400).body("parameter", equalTo("why"));
        editor().header("If-Match", "\"1-1\"")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/incidents/nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void thePublicIsNotToldWhereItWasToTheFull() {
        patch(tag(), "{\"coordinates\":[76.87654,43.21987],\"public_km\":30,\"why\":\"the witness lives at 43.2198\"}")
                .then()
                .statusCode(200)
                .body("exact.coordinates", equalTo(List.of(76.87654f, 43.21987f)));
        var open = open().get(SEIZURE);
        open.then().statusCode(200).body("", not(hasKey("exact"))).body("", not(hasKey("extracted")));
        assertTrue(!open.asString().contains("43.2198"), open.asString());
        for (var door : List.of(
                "/api/incidents",
                "/api/incidents?f=columns&properties=lon,lat,place",
                "/api/export.csv",
                "/ogc/collections/incidents/items?f=json",
                "/ogc/collections/places/items?f=json&limit=1000",
                "/ogc/collections/reports/items?f=json",
                "/api/reports/second.txt")) {
            var told = open().get(door).asString();
            assertTrue(!told.contains("43.2198") && !told.contains("76.8765"), door + " says it");
        }
    }

    @Test
    void aReportSaysNoMoreExactlyWhereItsIncidentsWere() {
        var island = "/api/incidents/far%2Faway.txt%230";
        editor().header("If-Match", editor().get(island).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"public_km\":50}")
                .patch(island)
                .then()
                .statusCode(200)
                .body("exact.coordinates[0]", equalTo(-179.99f));
        assertTrue(
                !open().get("/ogc/collections/reports/items?f=json").asString().contains("-16.8"));
    }

    @Test
    void whatIsHiddenIsNotThereForThePublic() {
        patch(tag(), "{\"hidden\":true}").then().statusCode(200);
        open().get(SEIZURE).then().statusCode(404);
        editor().get(SEIZURE).then().statusCode(200);
    }

    @Test
    void manyAreChangedMergedAndPartedAndAllOfItIsUndone() {
        var bulk =
                post("/api/incidents/bulk", "{\"ids\":[\"second.txt#1\",\"no\"],\"patch\":{\"status\":\"disputed\"}}");
        bulk.then()
                .statusCode(200)
                .body("changed", equalTo(List.of("second.txt#1")))
                .body("refused.id", hasItem("no"));

        var merged =
                post("/api/incidents/merge", "{\"ids\":[\"second.txt#1\",\"second.txt#2\"],\"why\":\"one story\"}");
        merged.then().statusCode(200).body("incidents", equalTo(List.of("second.txt#1")));
        open().get("/api/incidents/second.txt%232").then().statusCode(404);
        var split = post("/api/incidents/second.txt%231/split", "{\"tellings\":[\"second.txt#2\"]}");
        split.then().statusCode(200);
        post("/api/history/" + merged.path("change") + "/undo", "{}").then().statusCode(409);
        post("/api/history/" + split.path("change") + "/undo", "").then().statusCode(200);
        post("/api/history/" + merged.path("change") + "/undo", "{\"why\":\"two\"}")
                .then()
                .statusCode(200)
                .body("incidents", equalTo(List.of("second.txt#1", "second.txt#2")));
        post("/api/incidents/merge", "{\"ids\":[\"second.txt#1\"]}").then().statusCode(400);
        post("/api/incidents/nothing/split", "{\"tellings\":[\"a\"]}").then().statusCode(404);
        post("/api/history/99999999/undo", "{}").then().statusCode(404);
    }

    @Test
    void theHistoryIsPagedAndCanBeTakenAwayWhole() {
        patch(tag(), "{\"title\":\"One\"}");
        patch(tag(), "{\"title\":\"Two\"}");
        var latest = editor().get("/api/history?limit=1");
        latest.then().statusCode(200).body("changes.size()", equalTo(1)).body("changes[0].after.title", equalTo("Two"));
        editor().get("/api/history?limit=1&before=" + latest.path("changes[0].id"))
                .then()
                .body("changes[0].after.title", equalTo("One"))
                .body("changes[0].who", equalTo(latest.path("changes[0].who")));
        var lines = editor().get("/api/history?format=jsonl");
        lines.then().statusCode(200).contentType(containsString("application/jsonl"));
        assertTrue(lines.asString().lines().count() >= 2);
        editor().get("/api/history?before=x").then().statusCode(400).body("parameter", equalTo("before"));
    }

    @Test
    void theQueueHasReasonsAndTakesTheFilter() {
        editor().get("/api/queue?type=casualties")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("incidents[0].id", equalTo("second.txt#2"))
                .body("incidents[0].reasons", hasItem("8 killed"))
                .body("orphans", equalTo(List.of()));
        editor().get("/api/queue?type=party").then().statusCode(400);
        editor().get("/api/queue?limit=0").then().statusCode(400);
    }

    @Test
    void theDayOfAReportIsADayAndOfAReport() {
        for (var wrong : List.of("{}", "{\"published\":\"monday\"}", "{\"published\":\"1066-10-14\"}")) {
            editor().contentType("application/json")
                    .body(wrong)
                    .patch("/api/reports/second.txt")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("published"));
        }
        editor().contentType("application/json")
                .body("{\"published\":\"2022-01-06\"}")
                .patch("/api/reports/none.txt")
                .then()
                .statusCode(404);
    }

    @Test
    void aMissedSentenceBecomesAnIncident() {
        String text = editor().get("/api/reports/second.txt").path("text");
        int start = text.indexOf("It began");
        var added = post(
                "/api/incidents",
                ("{\"report\":\"second.txt\",\"start\":%d,\"end\":%d,\"type\":\"arson\",\"place_id\":\"geonames:1526384\","
                                + "\"from\":\"2022-01-05T20:00:00+06:00\"}")
                        .formatted(start, start + 20));
        added.then()
                .statusCode(201)
                .body("properties.type", equalTo("arson"))
                .body("properties.start", equalTo("2022-01-05T20:00:00+06:00"))
                .body("properties.sources[0].quote", equalTo(text.substring(start, start + 20)));
        open().get("/api/incidents/" + added.path("id")).then().statusCode(200);
        post("/api/incidents", "{}").then().statusCode(400).body("parameter", equalTo("report"));
        post("/api/incidents", "{\"report\":\"second.txt\",\"start\":\"x\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("start"));
    }

    private RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + token).urlEncodingEnabled(false);
    }

    private static RequestSpecification open() {
        return given().urlEncodingEnabled(false);
    }

    private String tag() {
        return editor().get(SEIZURE).header("ETag");
    }

    private Response patch(String tag, String body) {
        return editor().header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(SEIZURE);
    }

    private Response post(String path, String body) {
        return editor().contentType("application/json").body(body).post(path);
    }
}
