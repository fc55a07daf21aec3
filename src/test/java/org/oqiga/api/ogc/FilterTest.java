package org.oqiga.api.ogc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;

/** The abstract tests of OGC API – Features, part 3, and of CQL2 text. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class FilterTest {

    private static final String ITEMS = "/ogc/collections/incidents/items";

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void whatAFilterMayAskForIsASchemaOfItsOwn(String id) {
        var address = "/ogc/collections/" + id + "/queryables";
        given().accept("application/schema+json")
                .get(address)
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("$schema", containsString("json-schema.org"))
                .body("$id", containsString(address))
                .body("type", equalTo("object"))
                .body("properties.geometry.format", equalTo("geometry-any"));
        given().accept("application/json")
                .get("/ogc/collections/" + id)
                .then()
                .body("links.rel", hasItem("http://www.opengis.net/def/rel/ogc/1.0/queryables"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "places", "regions", "reports"})
    void everyQueryableCanBeAskedFor(String id) {
        Map<String, Map<String, Object>> all =
                given().get("/ogc/collections/" + id + "/queryables?f=json").path("properties");
        int every = given().get("/ogc/collections/" + id + "/items").path("numberMatched");
        for (var name : all.keySet()) {
            int known = matched(id, name + " IS NOT NULL");
            assertEquals(every - known, matched(id, name + " IS NULL"), name);
            var type = String.valueOf(all.get(name).get("type"));
            var format = String.valueOf(all.get(name).get("format"));
            var condition =
                    switch (type + " " + format) {
                        case "string null" -> name + " <> '' OR " + name + " = ''";
                        case "string date" -> name + " > DATE('0001-01-01')";
                        case "string date-time" -> name + " > TIMESTAMP('0001-01-01T00:00:00Z')";
                        case "integer null", "number null" -> name + " >= 0 OR " + name + " < 0";
                        default -> "S_INTERSECTS(" + name + ", BBOX(-180,-90,180,90))";
                    };
            assertEquals(known, matched(id, condition), condition);
        }
    }

    private static int matched(String collection, String filter) {
        var answer = given().queryParam("filter", filter).get("/ogc/collections/" + collection + "/items");
        assertEquals(200, answer.statusCode(), filter + ": " + answer.asString());
        return answer.path("numberMatched");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '~',
            value = {
                "type = 'seizure' | seizure",
                "\"type\" = 'seizure' | seizure",
                "type <> 'protest' | casualties,emergency,seizure",
                "'seizure' = type | seizure",
                "confidence = 0.8 | protest,casualties,emergency,seizure,protest",
                "confidence > 0.8 | -",
                "deaths_high >= 8 | casualties",
                "deaths = 8 AND deaths_low = deaths_high | casualties",
                "NOT (type = 'protest' OR type = 'seizure') | casualties,emergency",
                "NOT type IN ('protest', 'seizure') | casualties,emergency",
                "type NOT IN ('protest', 'seizure') | casualties,emergency",
                "reports IN (2, 3) | protest",
                "title LIKE 'seizure%' | seizure",
                "title NOT LIKE '%Almaty' | protest,emergency,protest",
                "place LIKE 'Al_aty' | casualties,seizure",
                "CASEI(place) = CASEI('ALMATY') | casualties,seizure",
                "CASEI(place_local) LIKE CASEI('%АЛМ%') | casualties,seizure",
                "CASEI(place) IN (CASEI('ALMATY'), CASEI('zhanaozen')) | protest,casualties,seizure",
                "confidence BETWEEN 0.5 AND 0.8 | protest,casualties,emergency,seizure,protest",
                "uncertainty_km NOT BETWEEN 0 AND 100 | -",
                "deaths IS NULL AND country = 'KZ' | protest,emergency,seizure",
                "deaths IS NOT NULL | casualties",
                "admin1 = 'Mangystau' | protest",
                "actors LIKE '%protesters%' AND place_level = 'country' | emergency",
                "start = DATE('2022-01-02') | protest",
                "start >= DATE('2022-01-05') AND end <= DATE('2022-01-05') | emergency,seizure",
                "start > '2022-01-05' | protest",
                "start = TIMESTAMP('2022-01-05T10:44:00Z') | seizure",
                "first_published < DATE('2022-01-05') | protest",
                "first_published BETWEEN DATE('2022-01-06') AND DATE('2022-01-07') | casualties,emergency,seizure",
                "start IN (DATE('2022-01-02'), DATE('2022-01-09')) | protest,protest",
                "T_AFTER(start, DATE('2022-01-05')) | protest",
                "T_BEFORE(end, DATE('2022-01-05')) | protest",
                "T_DURING(start, INTERVAL('2022-01-04', '2022-01-06')) | casualties,emergency,seizure",
                "T_DURING(INTERVAL(start, end), INTERVAL('2022-01-04', '2022-01-06')) | emergency,seizure",
                "T_INTERSECTS(INTERVAL(start, end), INTERVAL('2022-01-06', '..')) | casualties,protest",
                "T_INTERSECTS(start, DATE('2022-01-02')) | protest",
                "T_DISJOINT(INTERVAL(start, end), INTERVAL('..', '2022-01-08')) | protest",
                "T_INTERSECTS(INTERVAL(start, end), TIMESTAMP('2022-01-05T10:44:30Z')) | casualties,emergency,seizure",
                "T_EQUALS(INTERVAL(start, end), INTERVAL('2022-01-05', '2022-01-06')) | casualties",
                "T_STARTS(INTERVAL(start, end), INTERVAL('2022-01-05', '2022-01-09')) | casualties,emergency,seizure",
                "T_FINISHES(INTERVAL(start, end), INTERVAL('2022-01-01', '2022-01-06')) | casualties",
                "T_CONTAINS(INTERVAL('2022-01-01', '2022-01-07'), INTERVAL(start, end)) |"
                        + " protest,casualties,emergency,seizure",
                "T_MEETS(INTERVAL(start, end), INTERVAL('2022-01-06', '2022-01-07')) | casualties",
                "T_METBY(INTERVAL(start, end), INTERVAL('2022-01-01', '2022-01-02')) | protest",
                "T_OVERLAPS(INTERVAL(start, end), INTERVAL('2022-01-06', '2022-01-07')) | -",
                "T_OVERLAPPEDBY(INTERVAL('2022-01-05', '2022-01-08'), INTERVAL(start, end)) | -",
                "T_STARTEDBY(INTERVAL(start, end), DATE('2022-01-05')) | casualties",
                "T_FINISHEDBY(INTERVAL(start, end), DATE('2022-01-06')) | casualties",
                "T_AFTER(first_published, end) | protest,emergency,seizure,protest",
                "S_INTERSECTS(geometry, POINT(76.92 43.25)) | casualties,seizure",
                "S_INTERSECTS(geometry, BBOX(50, 40, 55, 45)) | protest",
                "S_INTERSECTS(geometry, BBOX(170, -20, -170, -10)) | protest",
                "S_INTERSECTS(geometry, MULTIPOINT((52.86 43.34), (0 0))) | protest",
                "S_INTERSECTS(geometry, LINESTRING(76.92 43.25, 77 44)) | casualties,seizure",
                "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(67 48), POINT(0 0))) | emergency",
                "S_WITHIN(geometry, POLYGON((76 43, 78 43, 78 44, 76 44, 76 43))) | casualties,seizure",
                "S_WITHIN(geometry, MULTIPOLYGON(((66 47, 68 47, 68 49, 66 49, 66 47)))) | emergency",
                "S_CONTAINS(POLYGON((76 43, 78 43, 78 44, 76 44, 76 43)), geometry) | casualties,seizure",
                "S_DISJOINT(geometry, BBOX(40, 40, 90, 60)) | protest",
                "S_EQUALS(geometry, POINT(67 48)) | emergency",
                "S_TOUCHES(geometry, POLYGON((67 48, 68 48, 68 49, 67 48))) | emergency",
                "S_CROSSES(geometry, LINESTRING(0 0, 1 1)) | -",
                "S_OVERLAPS(geometry, MULTIPOINT((0 0), (1 1))) | -",
                "S_INTERSECTS(geometry, geometry) AND type = 'seizure' | seizure",
                "S_DWITHIN(geometry, POINT(77 43.2), 20, 'km') | casualties,seizure",
                "S_DWITHIN(geometry, POINT(77 43.2), 2000) | -",
                "S_DWITHIN(geometry, POINT(179.99 -16.8), 10, 'km') | protest",
                "TRUE | protest,casualties,emergency,seizure,protest",
                "FALSE OR type = 'seizure' | seizure",
                "((type = 'seizure')) and ((true)) | seizure",
                "title = 'it''s' | -",
                "1 = 1 AND type = 'seizure' | seizure"
            })
    void aConditionFinds(String filter, String types) {
        var expected = types == null ? new String[0] : types.split(",");
        given().queryParam("filter", filter)
                .get(ITEMS)
                .then()
                .statusCode(200)
                .body("features.properties.type", expected.length == 0 ? empty() : contains(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "colour = 'red' | there are type, title",
                "type = | expected an attribute",
                "type = 'a | a closing",
                "type == 'a' | expected an attribute",
                "type = 'a' type = 'b' | expected AND, OR or the end",
                "(type = 'a' | expected",
                "type = 5 | cannot be compared",
                "deaths = 'many' | cannot be compared",
                "deaths LIKE '1%' | only a text",
                "type LIKE 'a\\' | closing",
                "type LIKE 'a\\\\\\' | closing",
                "start = DATE('2022-13-01') | a DATE is such as",
                "start = DATE('yesterday') | a DATE is such as",
                "start > TIMESTAMP('2022-01-01') | a TIMESTAMP is such as",
                "start = 'soon' | a DATE is such as",
                "start = 5 | a time is compared with a time",
                "INTERVAL(start, end) = DATE('2022-01-01') | T_ functions",
                "T_AFTER(start, INTERVAL('2022-01-05', '2022-01-01')) | earlier end first",
                "T_AFTER(title, DATE('2022-01-01')) | title is no time",
                "T_AFTER(start) | expected",
                "S_INTERSECTS(geometry, POINT(1)) | well-known text",
                "S_INTERSECTS(geometry, POINT(1 NaN)) | numbers",
                "S_INTERSECTS(geometry, POINT(500 1)) | on the globe",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | valid",
                "S_INTERSECTS(title, POINT(1 1)) | takes geometries",
                "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(67 48))) | only for S_INTERSECTS",
                "S_DWITHIN(geometry, POINT(1 1), 5, 'miles') | 'km'",
                "S_DWITHIN(geometry, POINT(1 1), -5) | distance",
                "geometry = POINT(1 1) | cannot be compared",
                "BBOX(1,2,3) IS NULL | four numbers",
                "deaths > 1e999 | a number",
                "soundex(title) = 'a' | there is no function soundex",
                "title | a comparison",
                "CASEI(deaths) = '1' | CASEI takes a text",
                "type IN () | expected",
                "~~ | expected"
            })
    void whatIsNoConditionIsAMistakeThatIsExplained(String filter, String right) {
        given().queryParam("filter", filter)
                .get(ITEMS)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("filter"))
                .body("detail", containsString(right));
    }

    @Test
    void onlyOneLanguageIsSpoken() {
        given().queryParam("filter", "type = 'seizure'")
                .queryParam("filter-lang", "cql2-text")
                .get(ITEMS)
                .then()
                .statusCode(200);
        given().queryParam("filter-lang", "cql2-json").get(ITEMS).then().statusCode(400);
    }

    @Test
    void theSameFilterWorksOnTheWholeApi() {
        var filter = "T_AFTER(start, DATE('2022-01-03')) AND S_DWITHIN(geometry, POINT(76.9 43.2), 50, 'km')";
        given().queryParam("filter", filter).get("/api/incidents").then().body("numberMatched", equalTo(2));
        given().queryParam("filter", filter).get("/api/export.geojson").then().body("numberMatched", equalTo(2));
        given().queryParam("filter", filter).get("/api/timeline").then().body("steps.total", contains(2));
        given().queryParam("filter", "colour = 1").get("/api/timeline").then().statusCode(400);
        given().queryParam("filter", filter)
                .queryParam("type", "seizure")
                .get("/api/incidents")
                .then()
                .body("numberMatched", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "NOT ",
                "S_INTERSECTS(",
                "CASEI(",
                "T_AFTER(",
                "GEOMETRYCOLLECTION(",
                "type='a' AND ",
                "((type='a') OR "
            })
    void aFilterOfTenThousandLevelsIsAMistakeAndCostsNothing(String level) {
        var filter = level.repeat(10_000);
        given().queryParam("filter", filter.substring(0, Math.min(filter.length(), 59_000)))
                .get(ITEMS)
                .then()
                .statusCode(400)
                .time(lessThan(5_000L));
    }

    @Test
    void aBorderOfThousandsOfPointsIsTaken() {
        var ring = new StringBuilder();
        for (int i = 0; i <= 2_000; i++) {
            double turn = 2 * Math.PI * (i % 2_000) / 2_000;
            ring.append(i == 0 ? "" : ",")
                    .append(String.format(
                            java.util.Locale.ROOT, "%.5f %.5f", 76.92 + Math.cos(turn), 43.25 + Math.sin(turn)));
        }
        given().queryParam("filter", "S_INTERSECTS(geometry, POLYGON((" + ring + ")))")
                .get(ITEMS)
                .then()
                .statusCode(200)
                .body("numberMatched", equalTo(2));
    }

    @Test
    void theOtherCollectionsTakeConditionsOfTheirOwn() {
        assertEquals(List.of("Almaty"), names("places", "mentions = 0 AND name = 'Almaty' OR mentions > 100"));
        given().queryParam("filter", "S_INTERSECTS(geometry, POINT(52.86 43.34)) AND level = 'region'")
                .get("/ogc/collections/regions/items")
                .then()
                .body("features.properties.name", hasItems("Mangystau Region"));
        given().queryParam("filter", "received > TIMESTAMP('2020-01-01T00:00:00Z') AND published < DATE('2022-01-05')")
                .get("/ogc/collections/reports/items")
                .then()
                .body("features.properties.report", contains("first.txt"));
    }

    private static List<String> names(String collection, String filter) {
        return given().queryParam("filter", filter)
                .get("/ogc/collections/" + collection + "/items")
                .path("features.properties.name");
    }
}
