package org.oqiga.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oqiga.api.people.Staff;
import org.oqiga.desk.Role;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class SendingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TestHTTPResource
    URI server;

    @Inject
    Staff staff;

    @Inject
    DataSource database;

    @AfterEach
    void leaveTheStoreAsItWas() throws SQLException {
        sql("TRUNCATE arrival, original; DELETE FROM report WHERE name LIKE 'sent/%'");
    }

    /** The number of the one that has come in. */
    private static long arrived(Response answer) {
        return answer.then().statusCode(202).extract().jsonPath().getLong("arrivals[0].id");
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aTextThatIsSentIsOnTheMapSoonAfter() {
        long id = editor().contentType("text/plain; charset=UTF-8")
                .queryParam("name", "sent/a.txt")
                .queryParam("published", "2022-01-06")
                .body("Hardly a window is whole on the square, says the janitor.\n")
                .post("/api/reports")
                .then()
                .statusCode(202)
                .body("arrivals.name", contains("sent/a.txt"))
                .body("arrivals.state", contains("waiting"))
                .extract()
                .jsonPath()
                .getLong("arrivals[0].id");
        assertEquals("done", awaited(id));
        editor().get("/api/arrivals/" + id)
                .then()
                .body("report", equalTo("sent/a.txt"))
                .body("version", equalTo(1))
                .body("error", equalTo(null));
        given().get("/api/reports/sent/a.txt")
                .then()
                .statusCode(200)
                .body("published", equalTo("2022-01-06"))
                .body("text", containsString("janitor"));
    }

    @Test
    void whatAPageSaysAboutItselfIsKeptWithIt() {
        long id = arrived(editor().contentType("text/html; charset=UTF-8")
                .queryParam("name", "sent/page.html")
                .body(
                        "<html lang=en><head><meta property='og:title' content='Calm in Atyrau'><meta name=author content='Aliya"
                                + " Serik'><link rel=canonical href='https://steppe.example/calm'><meta"
                                + " property='article:published_time' content='2022-01-06T10:00:00+05:00'></head><body><nav>Menu</nav>"
                                + "<article><p>Nothing happened on the square.</p></article></body></html>")
                .post("/api/reports"));
        assertEquals("done", awaited(id));
        given().get("/api/reports/sent/page.html")
                .then()
                .body("title", equalTo("Calm in Atyrau"))
                .body("author", equalTo("Aliya Serik"))
                .body("url", equalTo("https://steppe.example/calm"))
                .body("published", equalTo("2022-01-06"))
                .body("lang", equalTo("en"))
                .body("text", not(containsString("Menu")));
    }

    @Test
    void filesOfAFormAreAReportEach() {
        editor().multiPart("files", "sent/b.txt", "One report.".getBytes(UTF_8), "text/plain")
                .multiPart("files", "sent/c.html", "<p>Another.</p>".getBytes(UTF_8), "text/html")
                .post("/api/reports")
                .then()
                .statusCode(202)
                .body("arrivals.name", contains("sent/b.txt", "sent/c.html"));
    }

    @Test
    void linesOfJsonAreAReportEach() {
        var ids = editor().contentType("application/x-ndjson")
                .body("{\"name\":\"sent/d\",\"text\":\"One report.\"}\n{\"name\":\"sent/e\",\"text\":\"Another.\"}\n"
                        .getBytes(UTF_8))
                .post("/api/reports")
                .then()
                .statusCode(202)
                .body("arrivals", hasSize(2))
                .extract()
                .jsonPath()
                .getList("arrivals.id", Long.class);
        ids.forEach(id -> assertEquals("done", awaited(id)));
    }

    @Test
    void whatCannotBeReadIsParkedWithTheReasonAndCanBeTriedAgainOrDropped() {
        long id = arrived(editor().contentType("application/pdf")
                .queryParam("name", "sent/f.pdf")
                .body("no PDF at all".getBytes(UTF_8))
                .post("/api/reports"));
        assertEquals("parked", awaited(id));
        editor().get("/api/arrivals?state=parked")
                .then()
                .body("arrivals.error", hasItem("is no PDF, though it is named so"));
        editor().post("/api/arrivals/" + id + "/retry").then().statusCode(200);
        assertEquals("parked", awaited(id));
        editor().delete("/api/arrivals/" + id).then().statusCode(204);
        editor().get("/api/arrivals/" + id).then().statusCode(404);
    }

    @Test
    void whatCameInIsGivenBackToTheByteAndSaidToBeAwayWhenItsMonthIs() throws SQLException {
        var bytes = "Windows-1251: \u00cf\u00f0\u00e8\u00e2\u00e5\u00f2".getBytes(ISO_8859_1);
        long id = arrived(editor().contentType("text/plain; charset=windows-1251")
                .queryParam("name", "sent/i.txt")
                .body(bytes)
                .post("/api/reports"));
        assertEquals("done", awaited(id));
        var original = "/api/arrivals/" + id + "/original";
        var given = editor().get(original);
        assertEquals("application/octet-stream", given.contentType());
        assertEquals("attachment; filename=\"arrival-" + id + "\"", given.header("Content-Disposition"));
        assertArrayEquals(bytes, given.asByteArray());
        editor().get("/api/arrivals/999999999/original").then().statusCode(404);

        sql("SELECT original_month('2020-02-01'); UPDATE original SET received = '2020-02-02 00:00:00+00';"
                + " UPDATE arrival SET received = '2020-02-02 00:00:00+00';"
                + " ALTER TABLE original DETACH PARTITION original_2020_02");
        try {
            editor().get(original)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", containsString("2020-02, a month that has been put away"));
            editor().post("/api/arrivals/" + id + "/retry").then().statusCode(409);
            editor().get("/api/arrivals/" + id).then().body("state", equalTo("done"));
            given().get("/api/reports/sent/i.txt").then().statusCode(200);
        } finally {
            sql("DROP TABLE original_2020_02");
        }
    }

    @Test
    void aMistakeIsExplainedAndNothingOfItIsTaken() {
        editor().contentType("application/json")
                .body("[{\"name\":\"sent/g\",\"text\":\"Good.\"},{\"name\":\"sent/h\"}]")
                .post("/api/reports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("has no \"text\""));
        editor().contentType("text/plain").body("").post("/api/reports").then().statusCode(400);
        editor().get("/api/arrivals?state=lost").then().statusCode(400);
        editor().get("/api/arrivals").then().statusCode(200).body("arrivals", hasSize(0));
    }

    @Test
    void moreThanTwentyMegabytesAreTooMuch() throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                    + staff.token(Role.EDITOR)
                                    + "\r\nContent-Type: text/plain\r\nContent-Length: 22020096\r\n\r\n")
                            .getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertEquals("HTTP/1.1 413", answer);
        }
    }

    @Test
    void whoeverIsNoEditorSendsNothing() {
        given().contentType("text/plain")
                .body("A report.")
                .post("/api/reports")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + staff.token(Role.VIEWER))
                .contentType("text/plain")
                .body("A report.")
                .post("/api/reports")
                .then()
                .statusCode(403);
    }

    private RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + staff.anybodys(Role.EDITOR));
    }

    private String awaited(long id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var state = "";
        while (System.nanoTime() < end) {
            state = editor().get("/api/arrivals/" + id).jsonPath().getString("state");
            if (!state.equals("waiting") && !state.equals("working")) {
                return state;
            }
        }
        throw new AssertionError("arrival " + id + " is still " + state);
    }
}
