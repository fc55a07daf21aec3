package org.oqiga.api.ogc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;

/** The abstract tests of OGC API – Features, part 2: coordinate reference systems. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class CrsTest {

    private static final String ITEMS = "/ogc/collections/incidents/items";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void everyCollectionComesInEverySystemItListsAndSaysWhich(String id) {
        var collection = "/ogc/collections/" + id;
        List<String> systems =
                given().accept("application/json").get(collection).path("crs");
        assertEquals(CRS84, systems.get(0));
        for (var system : systems) {
            var items = given().queryParam("crs", system).get(collection + "/items");
            items.then().statusCode(200).header("Content-Crs", equalTo("<" + system + ">"));
            given().queryParam("crs", system)
                    .get(collection + "/items/" + items.path("features[0].id"))
                    .then()
                    .statusCode(200)
                    .header("Content-Crs", equalTo("<" + system + ">"))
                    .body("geometry", equalTo(items.path("features[0].geometry")));
        }
    }

    @Test
    void theSystemOfStorageIsOneOfTheList() {
        List<String> systems =
                given().accept("application/json").get("/ogc/collections").path("crs");
        given().accept("application/json")
                .get("/ogc/collections")
                .then()
                .body("collections.storageCrs", hasItem(systems.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 76.92, 43.25, 1e-9",
        "http://www.opengis.net/def/crs/EPSG/0/4326, 43.25, 76.92, 1e-9",
        "http://www.opengis.net/def/crs/EPSG/0/3857, 8562695.23, 5350102.14, 0.011",
        "http://www.opengis.net/def/crs/EPSG/0/3395, 8562695.23, 5320815.72, 0.011",
        "http://www.opengis.net/def/crs/EPSG/0/4087, 8562695.23, 4814567.98, 0.011"
    })
    void coordinatesComeInTheOrderOfTheSystemsAxes(String system, double first, double second, double off) {
        var answer = given().queryParam("crs", system)
                .queryParam("type", "seizure")
                .get(ITEMS)
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
        assertEquals(first, answer.getDouble("features[0].geometry.coordinates[0]"), off);
        assertEquals(second, answer.getDouble("features[0].geometry.coordinates[1]"), off);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void aBoxInAnyOfferedSystemFindsWhatTheSameBoxFindsInDegrees(String id) {
        var items = "/ogc/collections/" + id + "/items";
        List<String> expected =
                given().queryParam("bbox", "50,40,80,55").get(items).path("features.id");
        for (var box : List.of(
                CRS84 + " 50,40,80,55",
                EPSG + "4326 40,50,55,80",
                EPSG + "3857 5565974.539663679,4865942.279503176,8905559.263461886,7361866.113051188",
                EPSG + "4087 5565974.539663679,4452779.631730943,8905559.263461886,6122571.993630046")) {
            var parts = box.split(" ");
            assertEquals(
                    expected,
                    given().queryParam("bbox", parts[1])
                            .queryParam("bbox-crs", parts[0])
                            .get(items)
                            .path("features.id"),
                    box);
        }
    }

    @Test
    void aBoxInLatitudesFirstMayLieAcrossTheAntimeridian() {
        given().queryParam("bbox", "-20,170,-10,-170")
                .queryParam("bbox-crs", EPSG + "4326")
                .get(ITEMS)
                .then()
                .body("numberMatched", equalTo(1));
    }

    @Test
    void aShapeOfAFilterIsReadInTheSystemOfTheFilter() {
        given().queryParam("filter", "S_INTERSECTS(geometry, POLYGON((43 76, 44 76, 44 77, 43 77, 43 76)))")
                .queryParam("filter-crs", EPSG + "4326")
                .get(ITEMS)
                .then()
                .statusCode(200)
                .body("numberMatched", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crs", "bbox-crs", "filter-crs"})
    void aSystemThatIsNotOfferedIsAMistake(String parameter) {
        for (var value : List.of("", "EPSG:4326", EPSG + "32642", "http://www.opengis.net/def/crs/OGC/0/nothing")) {
            given().queryParam(parameter, value)
                    .queryParam("bbox", "1,2,3,4")
                    .get(ITEMS)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(parameter));
        }
        given().get(ITEMS + "/x?crs=nothing").then().statusCode(400);
    }
}
