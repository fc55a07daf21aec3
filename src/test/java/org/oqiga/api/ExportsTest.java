package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.config.XmlPathConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every export as its readers read it. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ExportsTest {

    private static final String LOCAL_NAME = "Жаңаөзен";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "geojsonl", "csv", "gpkg", "kml"})
    void gdalReadsAsManyPointsAsTheApiFinds(String ending) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, "ogrinfo"))));
        var file = download(ending, "?country=KZ");
        var options = ending.equals("gpkg") ? new String[] {"incidents"} : new String[0];
        var command = new ArrayList<>(List.of("ogrinfo", "-ro", "-al", file.toString()));
        if (options.length > 0) {
            command.remove("-al");
            command.addAll(List.of(options));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("Feature Count: 4"), said);
        assertTrue(said.contains("POINT (52.86 43.34)"), said);
        assertTrue(said.contains(LOCAL_NAME), said);
        assertTrue(said.contains("Drivers blocked the road to the refinery."), said);
        assertTrue(said.contains("Violent demonstration"), said);
        assertTrue(!said.contains("ERROR") && !said.contains("Warning"), said);
    }

    @Test
    void aGeoPackageHasDaysAsDaysAndIncidentsWithTheirSources() throws Exception {
        var file = download("gpkg", "?type=protest,seizure");
        assertEquals(
                List.of(
                        "Zhanaozen 2022-01-02 2022-01-02 2022-01-02",
                        "Almaty 2022-01-05 2022-01-05 2022-01-05T16:44:00+06:00",
                        "Taveuni 2022-01-09 2022-01-09 2022-01-09"),
                rows(
                        file,
                        "SELECT place || ' ' || first_day || ' ' || last_day || ' ' || \"start\" FROM incidents ORDER BY fid"));
        assertEquals(
                List.of("first.txt", "second.txt"),
                rows(
                        file,
                        "SELECT report FROM sources JOIN incidents_sources ON related_id = sources.id"
                                + " JOIN incidents ON fid = base_id WHERE place = 'Zhanaozen' ORDER BY sources.id"));
        assertEquals(
                List.of("query type=protest,seizure"),
                rows(file, "SELECT what || ' ' || value FROM about WHERE what = 'query'"));
        assertEquals(List.of("integer"), rows(file, "SELECT DISTINCT typeof(reports) FROM incidents"));
    }

    @Test
    void aGeoPackageHasASpatialIndexThatKnowsEveryPoint() throws Exception {
        var file = download("gpkg", "");
        assertEquals(
                List.of("casualties", "seizure"),
                rows(
                        file,
                        "SELECT type FROM incidents JOIN rtree_incidents_geom r ON r.id = fid"
                                + " WHERE minx > 76 AND maxx < 77 AND miny > 43 AND maxy < 44 ORDER BY type"));
        assertEquals(List.of("ok"), rows(file, "PRAGMA integrity_check"));
        assertEquals(List.of("1196444487"), rows(file, "PRAGMA application_id"));
        assertEquals(
                List.of("gpkg_related_tables", "gpkg_rtree_index"),
                rows(file, "SELECT DISTINCT extension_name FROM gpkg_extensions ORDER BY 1"));
    }

    @Test
    void aGeoPackageHasTheRegionsOfItsCountriesEachWithItsIncidents() throws Exception {
        var file = download("gpkg", "?country=KZ");
        assertEquals(List.of("4"), rows(file, "SELECT incidents FROM regions WHERE level = 'country'"));
        assertEquals(
                List.of("KZ"), rows(file, "SELECT DISTINCT country FROM regions"), "no country that has none of them");
        assertEquals(List.of("Mangystau Region"), rows(file, "SELECT name FROM regions WHERE name LIKE 'Mangystau%'"));
        assertEquals(
                List.of("1"),
                rows(file, "SELECT count(*) FROM rtree_regions_geom WHERE maxx - minx > 40 AND maxy - miny > 14"));
    }

    @Test
    void anEmptyGeoPackageIsOneToo() throws Exception {
        assertEquals(List.of("0"), rows(download("gpkg", "?q=nowhere"), "SELECT count(*) FROM incidents"));
    }

    @Test
    void kmlHasASpanAndAStyleForEachIncident() throws IOException {
        var kml = new XmlPath(Files.readString(download("kml", "?country=KZ")))
                .using(XmlPathConfig.xmlPathConfig().namespaceAware(false));
        assertEquals(4, kml.getInt("kml.Document.Placemark.size()"));
        assertEquals("2022-01-02", kml.getString("kml.Document.Placemark[0].TimeSpan.begin"));
        assertEquals("2022-01-06", kml.getString("kml.Document.Placemark[1].TimeSpan.end"));
        assertEquals("2022-01-05T16:44:00+06:00", kml.getString("kml.Document.Placemark[3].TimeSpan.begin"));
        assertEquals("#seizure", kml.getString("kml.Document.Placemark[3].styleUrl"));
        assertEquals(14, kml.getInt("kml.Document.Style.size()"));
        assertTrue(kml.getString("kml.Document.description").contains("country=KZ"));
    }

    @Test
    void everyFormSaysWhatWasAskedForAndUnderWhichLicenceItIs() throws IOException {
        for (var ending : List.of("geojson", "geojsonl", "csv", "kml")) {
            var text = Files.readString(download(ending, "?country=KZ"));
            assertTrue(text.contains("country=KZ"), ending);
            assertTrue(text.contains("CC BY 4.0"), ending);
        }
    }

    @Test
    void aLineIsAFeatureThatIsWholeByItself() throws IOException {
        for (var line : Files.readAllLines(download("geojsonl", ""))) {
            var feature = new ObjectMapper().readTree(line);
            assertEquals("Feature", feature.path("type").asText());
            assertEquals("all incidents", feature.path("query").asText());
        }
    }

    @Test
    void aRowHasItsPlaceAsNumbersAndAsText() throws IOException {
        var lines = Files.readString(download("csv", "")).split("\r\n");
        assertEquals("wkt", Arrays.asList(lines[0].split(",")).get(38));
        assertTrue(lines[1].contains(",52.86,43.34,"), lines[1]);
        assertTrue(lines[1].contains(",POINT (52.86 43.34),"), lines[1]);
    }

    @Test
    void aDownloadHasATypeThatProgramsKnow() {
        given().get("/api/export.gpkg").then().contentType("application/geopackage+sqlite3");
        given().get("/api/export.kml").then().contentType("application/vnd.google-earth.kml+xml");
        given().get("/api/export.kml?type=x").then().statusCode(400).body("parameter", equalTo("type"));
        given().get("/api/export.kmz").then().statusCode(404).body("detail", containsString("gpkg, kml"));
    }

    private Path download(String ending, String query) throws IOException {
        var bytes = given().get("/api/export." + ending + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(folder.resolve("incidents." + ending), bytes);
    }

    private static List<String> rows(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var found = connection.createStatement().executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
