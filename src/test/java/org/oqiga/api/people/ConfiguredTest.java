package org.oqiga.api.people;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.Role;

/** A service as a careful operator sets it up: behind a proxy, the public told of what is verified, readers counted. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
@TestProfile(ConfiguredTest.Careful.class)
class ConfiguredTest {

    public static class Careful implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "oqiga.public", "verified",
                    "oqiga.public-url", "https://map.example.org/",
                    "oqiga.limits.reads-from-this-machine", "true",
                    "oqiga.limits.exports-per-address", "3",
                    "oqiga.limits.collections-per-address", "40",
                    "oqiga.limits.pages-per-address", "40",
                    "oqiga.limits.writes-per-person", "5");
        }
    }

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @TestHTTPResource
    URI root;

    @Inject
    Staff staff;

    @Inject
    AgroalDataSource database;

    @Test
    void thePublicIsToldOfWhatIsVerifiedAlone() throws SQLException {
        var viewer = staff.token(Role.VIEWER);
        int all = given().header("Authorization", "Bearer " + viewer)
                .get("/api/incidents")
                .path("numberMatched");
        assertTrue(all > 1);
        given().get("/api/incidents").then().body("features", empty());
        given().get("/api/incidents?status=extracted").then().body("features", empty());
        given().get("/api/timeline").then().body("steps", empty());
        given().get("/ogc/collections/incidents/items").then().body("numberMatched", equalTo(0));
        given().get("/api/reports").then().body("reports.incidents.sum()", equalTo(0));
        given().get("/api/reports/far/away.txt").then().body("incidents", empty());
        assertEquals(0, given().get("/api/tiles/0/0/0.mvt").asByteArray().length);

        change("UPDATE incident SET status = 'verified' WHERE country = 'FJ'");
        given().get("/api/incidents")
                .then()
                .body("features", hasSize(1))
                .body("features[0].properties.country", equalTo("FJ"));
        given().get("/api/timeline").then().body("steps.total.sum()", equalTo(1));
        change("UPDATE incident SET hidden = true WHERE country = 'FJ'");
        given().get("/api/incidents").then().body("features", empty());
        change("UPDATE incident SET hidden = false, status = 'extracted'");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("UPDATE revision SET number = number + 1");
        }
    }

    @Test
    void theCookieIsForHttpsAloneWhereTheProxySpeaksIt() {
        assertTrue(signIn().getDetailedCookie("oqiga").isSecured());
    }

    private Response signIn() {
        return given().contentType("application/json")
                .body(Map.of("name", staff.hire(Role.ADMIN).name(), "password", Staff.PASSWORD))
                .post("/api/session");
    }

    @ParameterizedTest
    @CsvSource({
        "https://map.example.org, 201",
        "http://map.example.org, 403",
        "https://map.example.org.evil.example, 403",
        "https://map.example.org:8443, 403",
    })
    void aPageOfThePublicAddressIsOursAndNoOther(String origin, int status) {
        // what anybody can write into a request does not make them ours
        given().cookie("oqiga", signIn().getCookie("oqiga"))
                .header("Origin", origin)
                .header("X-Forwarded-Host", origin.replace("https://", ""))
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body(Map.of("role", "viewer"))
                .post("/api/invitations")
                .then()
                .statusCode(status);
    }

    @Test
    void aLinkOfAnInvitationLeadsToThePublicAddress() {
        given().header("Authorization", "Bearer " + staff.token(Role.ADMIN))
                .contentType("application/json")
                .body(Map.of("role", "viewer"))
                .post("/api/invitations")
                .then()
                .body("url", startsWith("https://map.example.org/#invitation=oqi_"));
    }

    @Test
    void whoExportsOrWritesWithoutEndIsToldToWait() {
        for (int i = 0; i < 3; i++) {
            given().get("/api/export.csv").then().statusCode(200);
        }
        toldToWait(given().get("/api/export.csv"));
        // a claim to come from elsewhere is not believed
        toldToWait(given().header("X-Forwarded-For", "203.0.113.9").get("/api/export.csv"));

        var token = staff.token(Role.VIEWER);
        for (int i = 0; i < 5; i++) {
            write(token).then().statusCode(201);
        }
        toldToWait(write(token));
        write(staff.token(Role.VIEWER)).then().statusCode(201);
        given().header("Authorization", "Bearer " + token)
                .get("/api/tokens")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/incidents",
                "/api/incidents?f=columns",
                "/api/hexagons",
                "/api/timeline",
                "/ogc/collections/incidents/items",
                "/ogc/collections/reports/items?f=json"
            })
    void whoReadsWhatIsHeavyWithoutEndIsToldToWait(String path) throws IOException {
        // each tries it from an address of its own, for what is read by one address counts together
        var from = "127.0.1." + ADDRESSES.incrementAndGet();
        assertEquals("HTTP/1.1 200", read(path, from));
        var answer = "";
        for (int i = 0; i < 400 && !answer.equals("HTTP/1.1 429"); i++) {
            answer = read(path, from);
        }
        assertEquals("HTTP/1.1 429", answer);
        assertEquals("HTTP/1.1 200", read(path, "127.0.2.1"), "others are not held up");
    }

    private String read(String path, String from) throws IOException {
        try (var socket = new Socket("127.0.0.1", root.getPort(), InetAddress.getByName(from), 0)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            var answer = socket.getInputStream().readAllBytes();
            return new String(answer, 0, 12, US_ASCII);
        }
    }

    private static Response write(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("label", "x"))
                .post("/api/tokens");
    }

    private static void toldToWait(Response answer) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", org.hamcrest.Matchers.matchesPattern("[1-9]\\d*"))
                .body("detail", containsString("a minute"));
    }
}
