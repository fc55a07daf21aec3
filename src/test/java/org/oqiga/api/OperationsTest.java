package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What whoever runs the service sees of it. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class OperationsTest {

    @Test
    void readinessAsksTheDatabaseAndLivenessDoesNot() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("Database connections health check", "Reports read"));
        given().get("/q/health/live").then().statusCode(200).body("checks.size()", equalTo(0));
    }

    @Test
    void metricsCountReportsAndSkipsAndTimeExtractionAndQueries() {
        given().get("/api/incidents").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("oqiga_reports_total{outcome=\"stored\"}"))
                .body(containsString("oqiga_skips_total{reason=\"negated\"}"))
                .body(containsString("oqiga_extraction_seconds{quantile=\"0.99\"}"))
                .body(matchesPattern("(?s).*oqiga_store_held_seconds_count [1-9].*"))
                .body(containsString("oqiga_arrivals{state=\"waiting\"} 0.0"))
                .body(containsString("oqiga_arrivals{state=\"working\"} 0.0"))
                .body(containsString("oqiga_arrivals{state=\"parked\"} 0.0"))
                .body(containsString("oqiga_arrivals_oldest_seconds 0.0"))
                .body(containsString("agroal_available_count"))
                .body(containsString("http_server_requests_seconds_count"));
    }
}
