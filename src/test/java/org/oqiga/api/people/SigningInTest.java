package org.oqiga.api.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class SigningInTest {

    @Inject
    Staff staff;

    @Inject
    People people;

    @Test
    void nobodyInParticularIsNobodyInParticular() {
        given().get("/api/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", nullValue())
                .body("role", nullValue());
    }

    @Test
    void whoKnowsThePasswordIsSignedInUntilTheySignOut() {
        var person = staff.hire(Role.EDITOR);
        var answer = signIn(person.name(), Staff.PASSWORD);
        answer.then().statusCode(200).body("name", equalTo(person.name())).body("role", equalTo("editor"));
        var session = answer.getCookie("oqiga");
        by(session).get("/api/me").then().body("name", equalTo(person.name()));

        var ended = by(session).header("Sec-Fetch-Site", "same-origin").delete("/api/session");
        ended.then().statusCode(204);
        assertEquals(0, ended.getDetailedCookie("oqiga").getMaxAge());
        by(session).get("/api/me").then().statusCode(200).body("name", nullValue());
        by(session).get("/api/tokens").then().statusCode(401);
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        var cookie = signIn(staff.hire(Role.VIEWER).name(), Staff.PASSWORD).getDetailedCookie("oqiga");
        assertTrue(cookie.isHttpOnly());
        assertEquals("Strict", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertFalse(cookie.isSecured(), "by http it could not be kept at all");
    }

    @Test
    void aWrongPasswordAndANameThatIsNotThereLookAlike() {
        var wrong = signIn(staff.hire(Role.VIEWER).name(), "not the password");
        var unknown = signIn("nobody of that name", "not the password");
        wrong.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("status", equalTo(401));
        assertEquals(wrong.body().asString(), unknown.body().asString());
    }

    @Test
    void whoeverGuessesAtOneNameIsToldToWait() {
        var name = staff.hire(Role.VIEWER).name();
        int guesses = 0;
        Response refused;
        do {
            // however it is written, it is one name
            var written = guesses % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
            refused = signIn(written, "guess number " + guesses);
            guesses++;
        } while (refused.statusCode() == 401 && guesses < 40);
        refused.then().statusCode(429).contentType("application/problem+json");
        assertTrue(guesses > 10, "guesses " + guesses);
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 60, "" + seconds);
        signIn(staff.hire(Role.VIEWER).name(), Staff.PASSWORD).then().statusCode(200);
    }

    @Test
    void anInvitationMakesOneAccountAndIsUsedUp() {
        var invitation = staff.invitation(Role.EDITOR).text();
        var answer = join(invitation, "Aigerim Nurlanova", Staff.PASSWORD);
        answer.then().statusCode(201).body("name", equalTo("Aigerim Nurlanova")).body("role", equalTo("editor"));
        by(answer.getCookie("oqiga")).get("/api/me").then().body("role", equalTo("editor"));
        join(invitation, "Somebody Else", Staff.PASSWORD)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("used up"));
        signIn("Somebody Else", Staff.PASSWORD).then().statusCode(401);
    }

    @Test
    void anInvitationIsStillGoodWhereTheNameIsTakenOrThePasswordTooShort() {
        var invitation = staff.invitation(Role.VIEWER).text();
        var taken = staff.hire(Role.VIEWER).name();
        join(invitation, taken.toUpperCase(java.util.Locale.ROOT), Staff.PASSWORD)
                .then()
                .statusCode(409);
        join(invitation, "Somebody New", "short")
                .then()
                .statusCode(400)
                .body("detail", containsString("at least 10 characters"));
        join(invitation, "<script>", Staff.PASSWORD).then().statusCode(400);
        join(invitation, "Somebody New", Staff.PASSWORD).then().statusCode(201);
    }

    @Test
    void anAdminInvitesByALinkWhoseSecretIsSentToNoServer() {
        var answer = admin().contentType("application/json")
                .body(Map.of("role", "viewer"))
                .post("/api/invitations");
        answer.then().statusCode(201).body("role", equalTo("viewer")).body("url", containsString("/#invitation=oqi_"));
        join(answer.path("invitation"), "Invited Viewer", Staff.PASSWORD).then().statusCode(201);
        admin().contentType("application/json")
                .body(Map.of("role", "king"))
                .post("/api/invitations")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("role"));
    }

    @Test
    void anotherRoleHoldsAtOnce() {
        var person = staff.hire(Role.ADMIN);
        var session = people.session(person).text();
        by(session).get("/api/people").then().statusCode(200).body("people.name", hasItem(person.name()));
        admin().contentType("application/json")
                .body(Map.of("role", "viewer"))
                .patch("/api/people/" + person.id())
                .then()
                .statusCode(204);
        by(session).get("/api/people").then().statusCode(403).contentType("application/problem+json");
        by(session).get("/api/me").then().body("role", equalTo("viewer"));
    }

    @Test
    void aClosedAccountIsOutAtOnceAndItsNameIsNotGivenAgain() {
        var person = staff.hire(Role.EDITOR);
        var session = people.session(person).text();
        admin().delete("/api/people/" + person.id()).then().statusCode(204);
        by(session).get("/api/tokens").then().statusCode(401);
        signIn(person.name(), Staff.PASSWORD).then().statusCode(401);
        join(staff.invitation(Role.EDITOR).text(), person.name(), Staff.PASSWORD)
                .then()
                .statusCode(409);
        admin().delete("/api/people/" + person.id()).then().statusCode(404);
    }

    @Test
    void aTokenIsShownOnceAndCanBeTakenBack() {
        var session = staff.session(Role.EDITOR);
        var made = by(session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(Map.of("label", "nightly", "days", 30))
                .post("/api/tokens");
        made.then().statusCode(201).body("token", startsWith("oqt_"));
        String token = made.path("token");
        var listed = bearer(token).get("/api/tokens");
        listed.then().body("tokens", hasSize(1)).body("tokens[0].label", equalTo("nightly"));
        assertFalse(listed.asString().contains(token.substring(4)));
        int id = listed.path("tokens[0].id");
        bearer(staff.token(Role.ADMIN)).delete("/api/tokens/" + id).then().statusCode(404);
        bearer(token).delete("/api/tokens/" + id).then().statusCode(204);
        bearer(token).get("/api/tokens").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example, , 403",
        "null, , 403",
        "http://localhost:1, , 403",
        ", cross-site, 403",
        ", same-site, 403",
        "https://elsewhere.example, same-origin, 403",
        ", same-origin, 400",
        ", , 403",
    })
    void aPageOfAnotherSiteCannotWriteWithTheCookie(String origin, String site, int status) {
        var request =
                by(staff.session(Role.ADMIN)).contentType("application/json").body("{}");
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        request.post("/api/invitations")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "elsewhere.example, 421",
        "elsewhere.example:8080, 421",
        "127.0.0.1.elsewhere.example, 421",
        "localhost:8080, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200"
    })
    void byAnotherSitesNameThisMachineReadsNothing(String host, int status) {
        given().header("Host", host).get("/api/incidents").then().statusCode(status);
    }

    @Test
    void aPageOfAnotherSiteCannotSignSomebodyIn() {
        given().header("Origin", "https://elsewhere.example")
                .contentType("application/json")
                .body(Map.of("name", "x", "password", "y"))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "nonsense", "{\"name\":1,\"password\":\"x\"}", "{\"name\":\"x\"}", "{\"x\":1}", "null"
            })
    void whatIsNoSignInIsTheCallersMistakeAndIsNotRepeated(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/session")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("nonsense")));
    }

    private static Response signIn(String name, String password) {
        return given().contentType("application/json")
                .body(Map.of("name", name, "password", password))
                .post("/api/session");
    }

    private static Response join(String invitation, String name, String password) {
        return given().contentType("application/json")
                .body(Map.of("invitation", invitation, "name", name, "password", password))
                .post("/api/people");
    }

    private static RequestSpecification by(String session) {
        return given().cookie("oqiga", session);
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private RequestSpecification admin() {
        return bearer(staff.anybodys(Role.ADMIN));
    }
}
