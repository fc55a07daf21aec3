package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.TimePrecision;
import org.oqiga.store.TileRepository;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class TilesTest {

    @Test
    void theWorldHasEveryIncidentOnce() {
        var tile = tile("/api/tiles/0/0/0.mvt");
        assertEquals("incidents", tile.layer());
        assertEquals(2, tile.version());
        assertEquals(4096, tile.extent());
        assertEquals(5, tile.marks().size());
    }

    @Test
    void aMarkIsWhereAndWhatItsIncidentIs() {
        var mark = tile("/api/tiles/0/0/0.mvt?type=seizure").marks().get(0);
        assertEquals((int) ((76.92 + 180) / 360 * 4096), mark.x());
        assertEquals(
                (int) ((1 - Math.log(Math.tan(Math.toRadians(43.25)) + 1 / Math.cos(Math.toRadians(43.25))) / Math.PI)
                        * 2048),
                mark.y());
        var said = mark.attributes();
        assertEquals(given().get("/api/incidents?type=seizure").path("features[0].id"), said.get("id"));
        long minute = LocalDateTime.parse("2022-01-05T16:44").toEpochSecond(ZoneOffset.UTC) / 60;
        assertEquals(minute, said.get("start"));
        assertEquals(minute + 1, said.get("end"));
        assertEquals("seizure", TileRepository.TYPES.get(number(said.get("type"))));
        assertEquals("hour", TileRepository.PRECISIONS.get(number(said.get("precision"))));
        assertEquals("town", TileRepository.LEVELS.get(number(said.get("level"))));
        assertEquals(6, said.size());
    }

    @Test
    void aPeriodEndsWithTheFirstMinuteAfterIt() {
        var said = tile("/api/tiles/0/0/0.mvt?type=casualties").marks().get(0).attributes();
        assertEquals(LocalDate.parse("2022-01-05").toEpochDay() * 1440, said.get("start"));
        assertEquals(LocalDate.parse("2022-01-07").toEpochDay() * 1440, said.get("end"));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 4", "6, 2", "12, 2", "19, 2", "20, 2", "21, 2", "22, 2"})
    void onEachZoomATileHasWhatLiesInIt(int zoom, int incidents) {
        int x = (int) ((76.92 + 180) / 360 * (1 << zoom));
        double latitude = Math.toRadians(43.25);
        int y = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * (1 << zoom));
        assertEquals(
                incidents,
                tile("/api/tiles/" + zoom + "/" + x + "/" + y + ".mvt").marks().size());
        if (zoom > 19) {
            assertEquals(
                    0,
                    given().get("/api/tiles/" + zoom + "/" + (x ^ 1) + "/" + y + ".mvt")
                            .asByteArray()
                            .length);
        }
    }

    @Test
    void theFilterIsThatOfAllAnswers() {
        assertEquals(1, tile("/api/tiles/0/0/0.mvt?q=island").marks().size());
        assertEquals(3, tile("/api/tiles/0/0/0.mvt?datetime=2022-01-05").marks().size());
        assertEquals(1, tile("/api/tiles/0/0/0.mvt?bbox=50,40,55,45").marks().size());
        assertEquals(0, given().get("/api/tiles/0/0/0.mvt?status=rejected").asByteArray().length);
        given().get("/api/tiles/0/0/0.mvt?type=party").then().statusCode(400).body("parameter", equalTo("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2/0", "1/0/2", "23/0/0", "-1/0/0", "x/0/0", "1/0/-1", "1/0/99999999999", "1/0/0.5"})
    void aTileBeyondTheWorldIsMissing(String tile) {
        given().get("/api/tiles/" + tile + ".mvt").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aClientThatTakesGzipGetsTheSameTileZipped() throws IOException {
        var zipped = given().config(io.restassured.RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .header("Accept-Encoding", "br, gzip")
                .get("/api/tiles/0/0/0.mvt");
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertTrue(zipped.headers().getValues("Vary").contains("Accept-Encoding"));
        var plain = given().header("Accept-Encoding", "gzip;q=0").get("/api/tiles/0/0/0.mvt");
        assertEquals(null, plain.header("Content-Encoding"));
        assertArrayEquals(
                plain.asByteArray(),
                new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray())).readAllBytes());
    }

    @Test
    void aTileIsAskedForAnewUnlessItsAddressNamesTheStateOfTheStore() {
        var tag = given().get("/api/tiles/3/5/2.mvt")
                .then()
                .header("Cache-Control", "no-cache")
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/api/tiles/3/5/2.mvt").then().statusCode(304);
        given().get("/api/tiles/3/5/2.mvt?v=old").then().statusCode(200).header("Cache-Control", "no-cache");
        String template = given().get("/api/tiles/tiles.json").path("tiles[0]");
        given().get(template.replace("{z}/{x}/{y}", "3/5/2"))
                .then()
                .statusCode(200)
                .contentType("application/vnd.mapbox-vector-tile")
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void tileJsonSaysWhereTheTilesAreAndWhatTheirNumbersMean() {
        given().queryParam("type", "protest,riot")
                .get("/api/tiles/tiles.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("tilejson", equalTo("3.0.0"))
                .body("tiles[0]", startsWith("http://"))
                .body("tiles[0]", containsString("/api/tiles/{z}/{x}/{y}.mvt?type=protest"))
                .body("vector_layers.id", contains("incidents"))
                .body("vector_layers[0].fields.id", endsWith("id"))
                .body("codes.type[0]", equalTo("protest"))
                .body("codes", hasEntry("precision", TileRepository.PRECISIONS));
        given().get("/api/tiles/tiles.json?z=1").then().statusCode(400).body("parameter", equalTo("z"));
    }

    @ParameterizedTest
    @EnumSource(IncidentType.class)
    void everyTypeHasItsNumber(IncidentType type) {
        assertTrue(TileRepository.TYPES.contains(type.label()));
    }

    @Test
    void everyPrecisionAndLevelHasItsNumber() {
        assertEquals(
                Arrays.stream(TimePrecision.values()).map(TimePrecision::label).toList(), TileRepository.PRECISIONS);
        assertEquals(Arrays.stream(PlaceLevel.values()).map(PlaceLevel::label).toList(), TileRepository.LEVELS);
    }

    private static int number(Object value) {
        return ((Long) value).intValue();
    }

    private static VectorTile tile(String path) {
        return VectorTile.of(given().get(path).then().statusCode(200).extract().asByteArray());
    }
}
