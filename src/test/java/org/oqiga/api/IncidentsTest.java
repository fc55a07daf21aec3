package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class IncidentsTest {

    private static final String PATH = "/api/incidents";

    @Test
    void allIncidentsComeAsGeoJsonTheEarliestFirst() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("numberMatched", equalTo(5))
                .body("numberReturned", equalTo(5))
                .body("reports", equalTo(3))
                .body("links.rel", contains("self", "alternate", "alternate"))
                .body("features.properties.type", contains("protest", "casualties", "emergency", "seizure", "protest"))
                .body("features[3].geometry.coordinates", contains(76.92f, 43.25f))
                .body("features[3].properties.start", equalTo("2022-01-05T16:44:00+06:00"));
    }

    @Test
    void whatTwoReportsTellIsOneIncidentWithBothSources() {
        given().queryParam("place", "zhanaozen")
                .get(PATH)
                .then()
                .body("features", hasSize(1))
                .body("features[0].properties.reports", equalTo(2))
                .body("features[0].properties.first_published", equalTo("2022-01-03"))
                .body("features[0].properties.sources.report", contains("first.txt", "second.txt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "bbox | 50,40,55,45 | protest",
                "bbox | 50,40,0,55,45,9000 | protest",
                "bbox | 170,-20,-170,-10 | protest",
                "bbox | 76.92,43.25,76.92,43.25 | casualties,seizure",
                "bbox | 76.92,43.2501,77,44 | -",
                "datetime | 2022-01-02 | protest",
                "datetime | 2022-01-06/.. | casualties,protest",
                "datetime | 2022-01-06/ | casualties,protest",
                "datetime | ../2022-01-04 | protest",
                "datetime | 2022-01-05T10:44:30Z | casualties,emergency,seizure",
                "datetime | 2022-01-05T10:45:00Z/2022-01-05T11:00:00Z | casualties,emergency",
                "datetime | 2022-01-05T18:30:00Z | casualties",
                "datetime | 2022-01-05T16:44:00 06:00 | casualties,emergency,seizure",
                "type | seizure,arson | seizure",
                "country | fj | protest",
                "status | verified,disputed | -",
                "place | Алматы | casualties,seizure",
                "place | geonames:607610 | protest",
                "place | Mangystau | protest",
                "q | storming city halls | seizure",
                "q | stormed \"city hall\" | seizure",
                "q | protester storms | seizure",
                "q | officer OR island | casualties,protest",
                "q | Жаңаөзен | protest",
                "min_confidence | 0.9 | -",
                "as_of | 2022-01-05 | protest",
                "limit | 2 | protest,casualties"
            })
    void aFilterFinds(String parameter, String value, String types) {
        var expected = types == null ? new String[0] : types.split(",");
        given().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("features.properties.type", expected.length == 0 ? empty() : contains(expected))
                .body("numberReturned", equalTo(expected.length));
    }

    @Test
    void propertiesPickAttributes() {
        given().queryParam("properties", "title,type")
                .get(PATH)
                .then()
                .body("features[0].properties.keySet()", containsInAnyOrder("title", "type"))
                .body("features[0].geometry.type", equalTo("Point"));
    }

    @Test
    void whatIsPickedIsAsTheWholeFeatureHasIt() throws java.io.IOException {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var whole = json.readTree(given().get(PATH).asString()).path("features");
        for (var name : org.oqiga.incident.IncidentRow.PROPERTIES) {
            var picked = json.readTree(given().queryParam("properties", name + ",sources")
                            .get(PATH)
                            .asString())
                    .path("features");
            for (int i = 0; i < whole.size(); i++) {
                var properties = whole.get(i).path("properties");
                assertEquals(
                        properties.get(name), picked.get(i).path("properties").get(name), name);
                assertEquals(
                        properties.get("sources"),
                        picked.get(i).path("properties").get("sources"));
                for (int axis : new int[] {0, 1}) {
                    var at = "/geometry/coordinates/" + axis;
                    assertEquals(
                            whole.get(i).at(at).asDouble(), picked.get(i).at(at).asDouble());
                }
            }
        }
    }

    @Test
    void aLimitThatLeavesSomeOutSaysHowManyThereAre() {
        given().queryParam("limit", 2)
                .get(PATH)
                .then()
                .body("numberMatched", equalTo(5))
                .body("numberReturned", equalTo(2));
    }

    @Test
    void columnsAreSortedByTimeInMinutesOnThePlacesClock() {
        given().queryParam("f", "columns")
                .get(PATH)
                .then()
                .contentType("application/json")
                .body("ids", hasSize(5))
                .body("start[0]", equalTo((int)
                        (java.time.LocalDate.parse("2022-01-02").toEpochDay() * 1440)))
                .body("end[0]", equalTo((int)
                        (java.time.LocalDate.parse("2022-01-03").toEpochDay() * 1440)))
                .body("type[3]", equalTo("seizure"))
                .body("level[2]", equalTo("country"))
                .body("lon[0]", equalTo(52.86f));
        given().queryParam("f", "columns")
                .queryParam("q", "nowhere")
                .get(PATH)
                .then()
                .body("ids", empty());
    }

    @Test
    void columnsNamePlacesOnceAndSayWhatLasts() {
        given().queryParam("f", "columns")
                .get(PATH)
                .then()
                .body("from_reports", equalTo(3))
                .body("places.id", hasSize(4))
                .body("places.name[0]", equalTo("Zhanaozen"))
                .body("place[0]", equalTo(0))
                .body("assertion[0]", equalTo("stated"))
                .body("in_force_until[0]", equalTo(null))
                .body("first_published[0]", equalTo((int)
                        java.time.LocalDate.parse("2022-01-03").toEpochDay()));
    }

    @Test
    void columnsArePickedAndHaveTollsWhereTheyAreAskedFor() {
        given().queryParam("f", "columns")
                .queryParam("properties", "deaths,deaths_low")
                .get(PATH)
                .then()
                .body("deaths.findAll { it != null }", equalTo(java.util.List.of(8)))
                .body("deaths_low.findAll { it != null }", equalTo(java.util.List.of(8)))
                .body("ids", hasSize(5))
                .body("$", not(hasKey("title")));
    }

    @Test
    void theLatestColumnsStandInTheSameOrder() {
        java.util.List<String> ids =
                given().queryParam("f", "columns").get(PATH).path("ids");
        given().queryParam("f", "columns")
                .queryParam("latest", 2)
                .queryParam("properties", "title,start,place")
                .get(PATH)
                .then()
                .body("ids", equalTo(ids.subList(3, 5)))
                .body("place[0]", equalTo(0));
        given().queryParam("latest", 2).get(PATH).then().statusCode(400).body("parameter", equalTo("latest"));
    }

    @Test
    void theMapIsGivenColumnsWhereABrowserCanHoldThemAll() {
        var columns = given().queryParam("f", "columns").get(PATH).asString();
        assertEquals(columns, given().queryParam("f", "map").get(PATH).asString());
    }

    @Test
    void theTimelineCountsWhatWasOverToo() {
        given().queryParam("type", "casualties")
                .get("/api/timeline")
                .then()
                .body("steps.start", equalTo(java.util.List.of("2022-01-05")));
        given().queryParam("type", "casualties")
                .queryParam("of", "end")
                .get("/api/timeline")
                .then()
                .body("steps.start", equalTo(java.util.List.of("2022-01-06")))
                .body("steps[0].types.casualties", equalTo(1));
        given().queryParam("of", "middle")
                .get("/api/timeline")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("of"));
    }

    @Test
    void oneReportsIncidentsAreFoundByItsName() {
        given().queryParam("f", "columns")
                .queryParam("properties", "id")
                .queryParam("report", "far/away.txt")
                .get(PATH)
                .then()
                .body("ids", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storm | 1",
                "refin | 1",
                "city ha | 1",
                "hall stormed | 1",
                "stormed -hall | 0",
                "zhana | 1",
                "or | 0"
            })
    void wordsAreFoundFromTheirBeginnings(String words, int incidents) {
        given().queryParam("f", "columns")
                .queryParam("q", words)
                .get(PATH)
                .then()
                .body("ids", hasSize(incidents));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit | x | a whole number",
                "limit | 0 | a whole number",
                "limit | -1 | a whole number",
                "limit | 99999999999 | a whole number",
                "bbox | 1,2,3 | four numbers",
                "bbox | 1,2,3,NaN | four numbers",
                "bbox | 0,10,1,5 | four numbers",
                "bbox | 0,0,999,5 | four numbers",
                "bbox | '' | four numbers",
                "datetime | yesterday | a day or a moment",
                "datetime | 2022-13-01 | a day or a moment",
                "datetime | 2022-01-06/2022-01-05 | the earlier first",
                "datetime | 1/2/3 | a day or a moment",
                "datetime | +999999999-01-01T00:00:00Z | a day or a moment",
                "datetime | .. | a day or a moment",
                "type | party | one of protest, riot",
                "status | lost | one of extracted",
                "country | Kazakhstan | two letters",
                "min_confidence | 2 | a number from 0 to 1",
                "as_of | today | a day such as",
                "properties | secret | some of title",
                "f | xml | geojson, columns or map",
                "colour | red | there are bbox, datetime"
            })
    void aMistakeIsNamedWithWhatWouldBeRight(String parameter, String value, String right) {
        given().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("parameter", equalTo(parameter))
                .body("detail", containsString(parameter))
                .body("detail", containsString(right));
    }

    @Test
    void aParameterGivenTwiceIsAMistake() {
        given().queryParam("q", "a", "b").get(PATH).then().statusCode(400).body("parameter", equalTo("q"));
    }

    @Test
    void signsThatADatabaseCannotTakeAreAMistakeAndNoBreakdown() {
        given().urlEncodingEnabled(false).get(PATH + "?q=%00").then().statusCode(400);
        given().urlEncodingEnabled(false).get(PATH + "/%00").then().statusCode(404);
    }

    @Test
    void oneIncidentIsFoundByItsIdWithItsHistory() {
        String id = given().get(PATH).path("features[0].id");
        given().get(PATH + "/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("properties.sources", hasSize(2))
                .body("history", empty());
    }

    @Test
    void anUnknownIncidentIsMissing() {
        given().get(PATH + "/nope")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("nope"));
    }

    @Test
    void aClientThatHasTheAnswerIsToldThatNothingChanged() {
        var tag = given().get(PATH)
                .then()
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(PATH).then().statusCode(304);
    }

    @Test
    void whatIsThereNeverMayBeWrittenWithoutASignIn() {
        given().delete(PATH + "/x").then().statusCode(405).contentType("application/problem+json");
    }
}
