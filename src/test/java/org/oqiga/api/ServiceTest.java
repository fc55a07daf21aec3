package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ServiceTest {

    @Test
    void reportsAreListedWithoutTheirTexts() {
        given().get("/api/reports")
                .then()
                .statusCode(200)
                .body("numberMatched", equalTo(3))
                .body("reports.name", contains("first.txt", "second.txt", "far/away.txt"))
                .body("reports[1].incidents", equalTo(4))
                .body("reports[1]", not(hasKey("text")));
        given().get("/api/reports?limit=1").then().body("reports", hasSize(1));
    }

    @Test
    void aReportShowsItsTextWithItsMarks() {
        var report = given().get("/api/reports/second.txt")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var text = report.getString("text");
        assertEquals(4, report.getList("incidents").size());
        for (int i = 0; i < 4; i++) {
            var said = text.substring(
                    report.getInt("incidents[" + i + "].start"), report.getInt("incidents[" + i + "].end"));
            assertTrue(said.endsWith("."), said);
        }
        assertEquals("2022-01-06", report.getString("published"));
    }

    @Test
    void aPlaceThatIsNamedWithoutAnIncidentIsGeocodedAllTheSame() {
        given().get("/api/reports/first.txt")
                .then()
                .body("toponyms[0].text", equalTo("Nure-Sultan"))
                .body("toponyms[0].place", equalTo("Nur-Sultan"))
                .body("toponyms[0].lat", equalTo(51.13f))
                .body("toponyms[0].rejected[0].why", equalTo("another name"));
        given().queryParam("place", "Nur-Sultan").get("/api/incidents").then().body("features", hasSize(0));
    }

    @Test
    void aReportsNameMayHaveASlash() {
        given().get("/api/reports/far/away.txt").then().statusCode(200).body("name", equalTo("far/away.txt"));
        given().urlEncodingEnabled(false)
                .get("/api/reports/far%2Faway.txt")
                .then()
                .statusCode(200);
    }

    @Test
    void theTimelineCountsByStepAndType() {
        given().get("/api/timeline")
                .then()
                .body("by", equalTo("day"))
                .body("steps.start", contains("2022-01-02", "2022-01-05", "2022-01-09"))
                .body("steps[1].total", equalTo(3))
                .body("steps[1].types.seizure", equalTo(1));
        given().get("/api/timeline?by=hour").then().body("steps.start", hasItem("2022-01-05T16:00"));
        given().get("/api/timeline?by=month&country=KZ").then().body("steps.total", contains(4));
        given().get("/api/timeline?by=minute").then().statusCode(400).body("parameter", equalTo("by"));
    }

    @Test
    void anExportIsAFileWithAName() {
        given().get("/api/export.geojson?country=KZ&datetime=2022-01-05/2022-01-06")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"oqiga-incidents-KZ-2022-01-05-to-2022-01-06.geojson\"")
                .body("features", hasSize(3));
        given().get("/api/export.csv?q=%22;../x")
                .then()
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"oqiga-incidents-of-[0-9-]+\\.csv\""));
        given().get("/api/export.xls").then().statusCode(404).body("detail", containsString("geojson"));
        given().get("/api/export.csv?f=1").then().statusCode(400);
    }

    @Test
    void aFeatureALineIsJsonALine() throws IOException {
        var lines = given().get("/api/export.geojsonl").asString().strip().split("\n");
        assertEquals(5, lines.length);
        for (var line : lines) {
            assertEquals(
                    "Feature", new ObjectMapper().readTree(line).path("type").asText());
        }
    }

    @Test
    void aSpreadsheetGetsARowAnIncident() {
        var rows = given().get("/api/export.csv").asString().split("\r\n");
        assertEquals(6, rows.length);
        assertTrue(rows[0].startsWith("id,lon,lat,title,type,start"), rows[0]);
        assertTrue(rows[1].contains("first.txt; second.txt"), rows[1]);
    }

    @Test
    void placesAreFoundAsTheyAreTyped() {
        given().get("/api/places?q=zhanao")
                .then()
                .statusCode(200)
                .body("places[0].name", equalTo("Zhanaozen"))
                .body("places[0].in.country", equalTo("KZ"));
        given().get("/api/places").then().statusCode(400).body("parameter", equalTo("q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/reports/nothing.txt", "/api", "/nothing.js"})
    void whatIsNotThereIsMissing(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void everyAnswerSaysWhatAPageMayDo() {
        for (var path : new String[] {"/", "/api/incidents", "/api/nothing", "/q/health/ready"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", startsWith("default-src 'self'; script-src 'self' 'sha256-"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        }
    }

    @Test
    void otherSitesMayShowTheMapInAFrameAndNothingElse() {
        given().get("/?embed=1")
                .then()
                .header("X-Frame-Options", equalTo(null))
                .header("Content-Security-Policy", endsWith("frame-ancestors *"));
        for (var path : java.util.List.of("/", "/q/openapi?embed=1", "/api/incidents")) {
            given().get(path)
                    .then()
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", endsWith("frame-ancestors 'none'"));
        }
    }

    @Test
    void theHashOfTheImportMapIsThatOfTheScriptAsItStands() {
        assertEquals(
                " 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='",
                ImportMap.allowance("<p><script type=\"importmap\">{}</script><script type=\"module\"></script>"));
        assertEquals("", ImportMap.allowance("<p>no script"));
    }

    @Test
    void staticFilesAreCompressedAndMayBeKept() {
        given().header("Accept-Encoding", "gzip")
                .get("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("immutable"));
        given().get("/").then().header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void readinessAsksTheDatabase() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Database connections health check"));
    }

    @Test
    void theApiDescribesItself() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/incidents", "/api/reports/{name}", "/api/timeline", "/api/places", "/api/events"))
                .body("components.parameters.keySet()", hasItems("bbox", "datetime", "as_of"));
    }
}
