package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.people.Staff;
import org.oqiga.desk.Role;

/** What the public is not told of, by whichever door it asks. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PublicViewTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Staff staff;

    private String hidden;
    private String viewer;

    @BeforeEach
    void hideTheOneOnTheIsland() throws SQLException {
        hidden = given().get("/api/incidents?country=FJ").path("features[0].id");
        change("UPDATE incident SET hidden = true WHERE country = 'FJ'");
        viewer = staff.anybodys(Role.VIEWER);
    }

    @AfterEach
    void showIt() throws SQLException {
        change("UPDATE incident SET hidden = false");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("UPDATE revision SET number = number + 1");
        }
        // a state of the store is taken for the latest for 50 ms
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents",
                "/api/incidents?country=FJ",
                "/api/incidents?q=island&status=extracted",
                "/api/incidents?report=far/away.txt",
                "/api/incidents?filter=country%20%3D%20%27FJ%27",
                "/api/incidents?properties=title",
                "/api/incidents?f=columns",
                "/api/export.geojson",
                "/api/export.geojsonl",
                "/api/export.csv",
                "/api/export.gpkg",
                "/api/export.kml",
                "/api/reports/far/away.txt",
                "/api/tiles/0/0/0.mvt",
                "/ogc/collections/incidents/items?limit=1000",
                "/ogc/collections/incidents/items?limit=1000&f=html",
                "/ogc/collections/incidents/items?properties=title&limit=1000",
            })
    void whatIsHiddenIsNotToldToThePublicButToAViewer(String address) {
        assertFalse(body(given(), address).contains(hidden), address);
        assertTrue(body(insider(), address).contains(hidden), address);
    }

    private static String body(RequestSpecification who, String address) {
        var answer = who.urlEncodingEnabled(false)
                .header("Accept-Encoding", "identity")
                .get(address);
        answer.then().statusCode(200);
        var text = new String(answer.asByteArray(), StandardCharsets.ISO_8859_1);
        return text.replace("%2F", "/").replace("%23", "#"); // as it stands in a link
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/incidents/", "/ogc/collections/incidents/items/"})
    void byItsNameItIsNotThere(String path) {
        given().get(path + hidden).then().statusCode(404);
        insider().get(path + hidden).then().statusCode(200).body(containsString(hidden));
        // no more than what never was
        assertEquals(
                given().get(path + hidden).asString().replace(hidden, "x"),
                given().get(path + "x").asString());
    }

    @Test
    void noCountAndNoShapeGivesItAway() {
        for (var counted : Map.of(
                        "/api/timeline", "steps.total.sum()",
                        "/api/timeline?min_confidence=0", "steps.total.sum()",
                        "/api/timeline?by=hour", "steps.total.sum()",
                        "/api/incidents", "numberMatched",
                        "/api/incidents?limit=1", "numberMatched",
                        "/api/reports", "reports.incidents.sum()",
                        "/ogc/collections/incidents/items", "numberMatched",
                        "/ogc/collections/reports/items", "features.properties.incidents.sum()")
                .entrySet()) {
            int told = given().get(counted.getKey()).path(counted.getValue());
            int all = insider().get(counted.getKey()).path(counted.getValue());
            assertEquals(all - 1, told, counted.getKey());
        }
        var islands = "/ogc/collections/reports/items?bbox=-180,-18,-179,-16";
        given().get(islands).then().body("numberMatched", equalTo(0));
        insider().get(islands).then().body("numberMatched", equalTo(1));
        var told = "/ogc/collections/reports/items?filter=incidents%3E0";
        assertNotEquals((Integer) given().urlEncodingEnabled(false).get(told).path("numberMatched"), (Integer)
                insider().urlEncodingEnabled(false).get(told).path("numberMatched"));
        for (var collection : List.of("incidents", "reports")) {
            var extent = "/ogc/collections/" + collection + "?f=json";
            assertNotEquals(
                    given().get(extent).path("extent.spatial.bbox").toString(),
                    insider().get(extent).path("extent.spatial.bbox").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents",
                "/api/incidents?f=columns",
                "/api/timeline",
                "/api/reports",
                "/api/tiles/0/0/0.mvt"
            })
    void aCopyForOneIsNoCopyForTheOther(String address) {
        var open = given().get(address);
        var inside = insider().get(address);
        assertNotEquals(open.header("ETag"), inside.header("ETag"));
        given().header("If-None-Match", inside.header("ETag"))
                .get(address)
                .then()
                .statusCode(200);
        insider()
                .header("If-None-Match", open.header("ETag"))
                .get(address)
                .then()
                .statusCode(200);
        insider()
                .header("If-None-Match", inside.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        assertTrue(inside.header("Cache-Control").startsWith("private"));
        for (var answer : List.of(open, inside)) {
            assertTrue(answer.headers().getValues("Vary").contains("Cookie, Authorization"));
        }
    }

    @Test
    void aTileThatMayBeKeptHasAnotherAddressForEach() {
        String open = given().get("/api/tiles/tiles.json").path("tiles[0]");
        String inside = insider().get("/api/tiles/tiles.json").path("tiles[0]");
        assertNotEquals(open, inside);
        var kept = inside.replace("{z}/{x}/{y}", "0/0/0");
        insider().get(kept).then().header("Cache-Control", "private, max-age=31536000, immutable");
        var asked = given().header("Accept-Encoding", "identity").get(kept);
        asked.then().header("Cache-Control", "no-cache");
        assertFalse(new String(asked.asByteArray(), StandardCharsets.ISO_8859_1).contains(hidden));
    }

    @Test
    void whoSignsOutIsThePublicAgain() {
        var session = staff.session(Role.VIEWER);
        given().cookie("oqiga", session).get("/api/incidents/" + hidden).then().statusCode(200);
        given().cookie("oqiga", session).header("Sec-Fetch-Site", "same-origin").delete("/api/session");
        given().cookie("oqiga", session).get("/api/incidents/" + hidden).then().statusCode(404);
    }

    private RequestSpecification insider() {
        return given().header("Authorization", "Bearer " + viewer);
    }
}
