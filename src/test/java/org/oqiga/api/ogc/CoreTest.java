package org.oqiga.api.ogc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;

/** The abstract tests of OGC API – Features, part 1: core, GeoJSON, HTML. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class CoreTest {

    private static final String COLLECTIONS = "/ogc/collections";
    private static final String ITEMS = "/ogc/collections/incidents/items";
    private static final String GEOJSON = "application/geo+json";

    @Test
    void theLandingPageLinksToItselfItsOtherFormTheDefinitionTheConformanceAndTheData() {
        given().accept("application/json")
                .get("/ogc")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("title", notNullValue())
                .body(
                        "links.rel",
                        containsInAnyOrder("self", "alternate", "service-desc", "service-doc", "conformance", "data"))
                .body("links.type", everyItem(notNullValue()))
                .body("links.find { it.rel == 'alternate' }.type", equalTo("text/html"))
                .body(
                        "links.find { it.rel == 'service-desc' }.type",
                        equalTo("application/vnd.oai.openapi+json;version=3.0"));
        given().accept("application/json").get("/ogc/").then().statusCode(200);
    }

    @Test
    void everyLinkOfTheLandingPageLeadsSomewhere() {
        List<Map<String, String>> links =
                given().accept("application/json").get("/ogc").path("links");
        for (var link : links) {
            var answer = given().accept(link.get("type")).get(link.get("href"));
            assertEquals(200, answer.statusCode(), link.toString());
            assertTrue(
                    answer.contentType().replace(" ", "").startsWith(link.get("type")),
                    link + " was " + answer.contentType());
        }
    }

    @Test
    void theConformanceListsTheClassesOfTheThreePartsAndOfTheFilterLanguage() {
        given().accept("application/json")
                .get("/ogc/conformance")
                .then()
                .statusCode(200)
                .body(
                        "conformsTo",
                        hasItems(
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                                "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text"))
                .body("conformsTo", not(hasItem(containsString("arithmetic"))));
    }

    @Test
    void allCollectionsAreListedWithTheirLinksExtentsAndSystems() {
        given().accept("application/json")
                .get(COLLECTIONS)
                .then()
                .statusCode(200)
                .body("links.rel", contains("self", "alternate"))
                .body("collections.id", contains("incidents", "places", "regions", "reports"))
                .body("crs[0]", equalTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84"))
                .body("collections.crs", everyItem(contains("#/crs")))
                .body("collections.storageCrs", everyItem(endsWith("CRS84")))
                .body("collections.links.rel", everyItem(hasItems("self", "alternate", "items")))
                .body("collections[0].extent.spatial.bbox[0]", hasSize(4))
                .body("collections[0].extent.temporal.interval[0]", everyItem(matchesPattern("\\d{4}-.*Z")))
                .body("collections[1].extent", not(hasKey("temporal")))
                .body("collections.itemType", everyItem(equalTo("feature")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void aCollectionByItselfIsAsItIsInTheList(String id) {
        Map<String, Object> listed =
                given().accept("application/json").get(COLLECTIONS).path("collections.find { it.id == '" + id + "' }");
        Map<String, Object> alone =
                given().accept("application/json").get(COLLECTIONS + "/" + id).path("");
        for (var same : List.of("id", "title", "description", "extent", "itemType", "storageCrs", "links")) {
            assertEquals(listed.get(same), alone.get(same), same);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void theItemsOfEveryCollectionAreGeoJsonWithCountsATimeAndLinks(String id) {
        var before = Instant.now().minusSeconds(1);
        var answer = given().accept(GEOJSON).get(COLLECTIONS + "/" + id + "/items");
        answer.then()
                .statusCode(200)
                .contentType(GEOJSON)
                .header("Content-Crs", equalTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"))
                .body("type", equalTo("FeatureCollection"))
                .body("features.type", everyItem(equalTo("Feature")))
                .body("features.id", everyItem(notNullValue()))
                .body("numberMatched", greaterThan(2))
                .body("links.rel", hasItems("self", "alternate", "collection"))
                .body("links.find { it.rel == 'self' }.type", equalTo(GEOJSON))
                .body("links.find { it.rel == 'alternate' }.type", equalTo("text/html"));
        assertEquals(answer.<List<?>>path("features").size(), answer.<Integer>path("numberReturned"));
        var stamp = Instant.parse(answer.path("timeStamp"));
        assertTrue(Duration.between(before, stamp).abs().toSeconds() < 30, "stamp " + stamp);
    }

    @Test
    void aPlaceSaysHowOftenItIsNamedThoughNothingHappenedThere() {
        given().queryParam("filter", "name = 'Nur-Sultan'")
                .get(COLLECTIONS + "/places/items")
                .then()
                .body("features[0].properties.mentions", equalTo(3))
                .body("features[0].properties.reports", equalTo(3));
    }

    @Test
    void theRegionsOfTheCountriesThatAreToldOfAreAreas() {
        given().queryParam("filter", "country = 'KZ' AND level = 'region'")
                .queryParam("limit", 1000)
                .get(COLLECTIONS + "/regions/items")
                .then()
                .body("features.properties.name", hasItems("Mangystau Region", "Almaty Region"))
                .body("features.geometry.type", everyItem(equalTo("MultiPolygon")))
                .body("numberMatched", greaterThan(13));
    }

    @Test
    void aReportLiesAtAllThePlacesWhereItTellsOfSomething() {
        given().queryParam("filter", "report = 'second.txt'")
                .get(COLLECTIONS + "/reports/items")
                .then()
                .body("features[0].geometry.type", equalTo("MultiPoint"))
                .body("features[0].geometry.coordinates", hasSize(3))
                .body("features[0].properties.incidents", equalTo(4));
    }

    @Test
    void pagesFollowOneAnotherByTheirNextLinksUntilAllHaveCome() {
        for (var layer : List.of("incidents", "places", "regions", "reports")) {
            var all = given().get(COLLECTIONS + "/" + layer + "/items?f=json&limit=10000")
                    .<List<String>>path("features.id");
            var found = new ArrayList<String>();
            var page = COLLECTIONS + "/" + layer + "/items?f=json&limit=" + (layer.equals("regions") ? 7 : 2);
            while (page != null) {
                var answer = given().urlEncodingEnabled(false).get(page);
                found.addAll(answer.path("features.id"));
                page = answer.path("links.find { it.rel == 'next' }?.href");
            }
            assertEquals(all, found, layer);
        }
    }

    @Test
    void aNextLinkKeepsTheFilter() {
        String next = given().queryParam("country", "KZ")
                .queryParam("limit", 3)
                .get(ITEMS)
                .path("links.find { it.rel == 'next' }.href");
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("numberMatched", equalTo(4))
                .body("features", hasSize(1))
                .body("links.rel", not(hasItem("next")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "bbox | 50,40,55,45 | protest",
                "bbox | 50,40,-100,55,45,9000 | protest",
                "bbox | 170,-20,-170,-10 | protest",
                "bbox | 76.92,43.25,76.92,43.25 | casualties,seizure",
                "bbox | 0,0,1,1 | -",
                "datetime | 2022-01-02 | protest",
                "datetime | 2022-01-02T00:00:00Z | protest",
                "datetime | 2022-01-06/.. | casualties,protest",
                "datetime | 2022-01-06/ | casualties,protest",
                "datetime | ../2022-01-04 | protest",
                "datetime | /2022-01-04 | protest",
                "datetime | 2022-01-05/P2D | casualties,emergency,seizure",
                "datetime | P2D/2022-01-03 | protest",
                "datetime | 2022-01-05T10:00:00Z/PT1H | casualties,emergency,seizure",
                "datetime | 2022-01-05T10:44:30Z | casualties,emergency,seizure",
                "type | seizure,arson | seizure",
                "min_confidence | 0.8 | protest,casualties,emergency,seizure,protest",
                "limit | 2 | protest,casualties"
            })
    void onlyFeaturesOfTheFilterCome(String parameter, String value, String types) {
        var expected = types == null ? new String[0] : types.split(",");
        given().queryParam(parameter, value)
                .get(ITEMS)
                .then()
                .statusCode(200)
                .body("features.properties.type", expected.length == 0 ? empty() : contains(expected));
    }

    @Test
    void aBoxFindsAreasAndManyPointsThatItMeets() {
        given().get(COLLECTIONS + "/regions/items?bbox=76.9,43.2,76.95,43.3")
                .then()
                .body("features.properties.name", hasItem("Kazakhstan"))
                .body("features.properties.name", not(hasItem("Fiji")));
        given().get(COLLECTIONS + "/reports/items?bbox=76.9,43.2,76.95,43.3")
                .then()
                .body("features.properties.report", contains("second.txt"));
        given().get(COLLECTIONS + "/places/items?bbox=179,-20,-179,-10")
                .then()
                .body("features.properties.name", contains("Taveuni"));
    }

    @Test
    void whatHasNoTimeIsNotFilteredByIt() {
        int places = given().get(COLLECTIONS + "/places/items").path("numberMatched");
        given().get(COLLECTIONS + "/places/items?datetime=1900-01-01").then().body("numberMatched", equalTo(places));
        given().get(COLLECTIONS + "/reports/items?datetime=2022-01-06")
                .then()
                .body("features.properties.report", contains("second.txt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=x | limit",
                "limit=0 | limit",
                "limit=-1 | limit",
                "limit=1.5 | limit",
                "bbox=1,2,3 | bbox",
                "bbox=1,2,3,4,5 | bbox",
                "bbox=a,b,c,d | bbox",
                "bbox=0,10,1,5 | bbox",
                "datetime=yesterday | datetime",
                "datetime=2022-01-06/2022-01-05 | datetime",
                "datetime=P1D | datetime",
                "datetime=2022-01-01/P99999D99 | datetime",
                "datetime=../P1D | datetime",
                "cursor=x | cursor",
                "cursor=MQ | cursor",
                "properties=secret | properties",
                "f=xml | f",
                "unknown=1 | unknown",
                "limit=1&limit=2 | limit"
            })
    void aWrongParameterIsAMistakeThatIsNamed(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get(ITEMS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/incidents",
                "/ogc/collections/incidents/queryables",
                "/ogc/collections/places/items"
            })
    void aParameterThatIsNotDescribedIsAMistakeEverywhere(String path) {
        given().get(path + "?foo=bar").then().statusCode(400).body("parameter", equalTo("foo"));
        given().get(path + "?f=xml").then().statusCode(400).body("parameter", equalTo("f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/collections/nothing",
                "/ogc/collections/nothing/items",
                "/ogc/collections/nothing/queryables",
                "/ogc/collections/incidents/items/nothing",
                "/ogc/collections/reports/items/nothing",
                "/ogc/collections/reports/items/99999999999999999999",
                "/ogc/collections/regions/items/nothing",
                "/ogc/nothing"
            })
    void whatIsNotThereIsMissing(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void everyFeatureIsThereByItself(String id) {
        var items = COLLECTIONS + "/" + id + "/items";
        List<Map<String, Object>> features = given().get(items).path("features");
        for (var feature : features) {
            given().get(items + "/" + feature.get("id"))
                    .then()
                    .statusCode(200)
                    .contentType(GEOJSON)
                    .body("type", equalTo("Feature"))
                    .body("id", equalTo(feature.get("id")))
                    .body("geometry", equalTo(feature.get("geometry")))
                    .body("properties", equalTo(feature.get("properties")))
                    .body("links.rel", hasItems("self", "alternate", "collection"));
        }
    }

    @Test
    void propertiesPickAttributesOfAnyCollection() {
        given().get(ITEMS + "?properties=title,type")
                .then()
                .body("features[0].properties.keySet()", containsInAnyOrder("title", "type"));
        given().get(COLLECTIONS + "/places/items?properties=name")
                .then()
                .body("features[0].properties.keySet()", contains("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/incidents",
                "/ogc/collections/reports",
                "/ogc/collections/incidents/queryables",
                "/ogc/collections/incidents/items",
                "/ogc/collections/places/items",
                "/ogc/collections/regions/items",
                "/ogc/collections/reports/items"
            })
    void everyResourceIsAPageForABrowser(String path) {
        given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(allOf(startsWith("<!doctype html>"), containsString("<h1>"), not(containsString("NOT_FOUND"))))
                .body(not(containsString("style=")))
                .body(not(containsString("<script")));
        given().accept("text/html").get(path + "?f=json").then().contentType(not(startsWith("text/html")));
    }

    @Test
    void aPageShowsTheSentencesAndEscapesThem() {
        String id = given().queryParam("type", "seizure").get(ITEMS).path("features[0].id");
        given().accept("text/html")
                .get(ITEMS + "/" + id)
                .then()
                .contentType(startsWith("text/html"))
                .body(containsString("Protesters stormed the «city hall» at 16:44."));
        given().queryParam("filter", "title = '<script>'")
                .queryParam("datetime", "")
                .queryParam("f", "html")
                .get(ITEMS)
                .then()
                .statusCode(200)
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script")));
    }

    @Test
    void whatNobodyHereSpeaksIsNotAcceptable() {
        given().accept("image/png").get(ITEMS).then().statusCode(406);
        given().accept("application/json").get(ITEMS).then().statusCode(200).contentType(GEOJSON);
        given().accept("*/*").get(ITEMS).then().statusCode(200).contentType(GEOJSON);
    }

    @Test
    void headAndOptionsAreAnswered() {
        given().head(ITEMS).then().statusCode(200).contentType(GEOJSON);
        given().options(ITEMS).then().statusCode(200).header("Allow", containsString("GET"));
    }

    @Test
    void aCacheIsToldThatTheFormsDifferAndAnyPageMayRead() {
        given().get(ITEMS).then().header("Vary", containsString("Accept")).header("Access-Control-Allow-Origin", "*");
    }
}
