package org.oqiga.api.people;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.Role;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class NothingSecretIsLoggedTest {

    private static final Logger ROOT = Logger.getLogger("");

    private final StringWriter written = new StringWriter();
    private final Handler handler = new Handler() {
        @Override
        public synchronized void publish(LogRecord record) {
            written.append(record.getLoggerName()).append(' ').append(record.getMessage());
            if (record.getParameters() != null) {
                written.append(Arrays.toString(record.getParameters()));
            }
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(written));
            }
            written.append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger ours = Logger.getLogger("org.oqiga");
    private final Logger security = Logger.getLogger("io.quarkus.security");
    private final Logger http = Logger.getLogger("io.quarkus.vertx.http");

    @Inject
    Staff staff;

    @BeforeEach
    void listen() {
        List.of(ours, security, http).forEach(logger -> logger.setLevel(Level.ALL));
        ROOT.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        ROOT.removeHandler(handler);
        List.of(ours, security, http).forEach(logger -> logger.setLevel(null));
    }

    @Test
    void whateverIsSentNoSecretIsLogged() {
        var invitation = staff.invitation(Role.ADMIN).text();
        var password = "a password that nobody has";
        var person = staff.hire(Role.ADMIN);
        post("/api/session", Map.of("name", person.name(), "password", password));
        post("/api/session", Map.of("name", person.name(), "password", password + "\u0000"));
        post("/api/session", Map.of("name", person.name(), "pass", password));
        post("/api/people", Map.of("invitation", invitation, "name", person.name(), "password", password));
        post("/api/people", Map.of("invitation", invitation, "name", "<>", "password", password));
        given().contentType("application/json")
                .body("{\"password\": \"" + password + "\", nonsense")
                .post("/api/session");
        var session = staff.session(Role.ADMIN);
        given().cookie("oqiga", session).get("/api/people");
        given().cookie("oqiga", session)
                .header("Origin", "https://elsewhere.example")
                .delete("/api/session");
        var token = staff.token(Role.VIEWER);
        given().header("Authorization", "Bearer " + token).get("/api/people");
        given().header("Authorization", "Bearer " + token + "x").get("/api/tokens");

        var log = written.toString();
        for (var secret : List.of(invitation, password, session, token)) {
            assertFalse(log.contains(secret), log);
        }
    }

    @Test
    void whatIsLoggedIsSeenHere() {
        Logger.getLogger("org.oqiga.api").fine("a word in the log");
        assertTrue(written.toString().contains("a word in the log"));
    }

    private static void post(String path, Map<String, String> body) {
        given().contentType("application/json").body(body).post(path);
    }
}
