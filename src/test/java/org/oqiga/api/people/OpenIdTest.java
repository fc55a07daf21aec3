package org.oqiga.api.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.People;
import org.oqiga.store.PersonRepository;

/** Signing in with another house's account, at a provider of OpenID Connect on this machine. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
@QuarkusTestResource(value = ProviderResource.class, restrictToAnnotatedClass = true)
@TestProfile(OpenIdTest.OwnService.class)
class OpenIdTest {

    /** Another service than that of the other tests, which have no provider. */
    public static class OwnService implements QuarkusTestProfile {}

    private static final String REFUSED = "/#openid=refused";

    @TestHTTPResource
    URI root;

    @Inject
    People people;

    @Inject
    PersonRepository accounts;

    @Test
    void thePageIsToldWhatTheProviderIsCalled() {
        given().get("/api/session/openid").then().statusCode(200).body("name", equalTo("The newsroom"));
    }

    @Test
    void whomTheProviderVouchesForIsSignedInAndBackWhereTheyLeft() {
        vouch("s-1", Map.of("preferred_username", "asel", "groups", List.of("everybody", "desk")));
        var answer = back(leave("/?view=table"));
        answer.then().statusCode(303).header("Location", endsWith("/?view=table"));
        me(answer).then().body("name", equalTo("asel")).body("role", equalTo("editor"));
    }

    @Test
    void theSamePersonHasTheSameAccountUnderAnotherNameAndWithWhatTheGroupsSayNow() {
        vouch("s-2", Map.of("preferred_username", "dana", "groups", List.of("desk")));
        me(back(leave("/"))).then().body("role", equalTo("editor"));
        vouch("s-2", Map.of("preferred_username", "dana-married", "groups", List.of("readers")));
        me(back(leave("/"))).then().body("name", equalTo("dana")).body("role", equalTo("viewer"));
    }

    @Test
    void twoPeopleOfOneNameAreTwo() {
        vouch("s-3", Map.of("name", "Aigerim S.", "groups", List.of("desk")));
        me(back(leave("/"))).then().body("name", equalTo("Aigerim S."));
        vouch("s-4", Map.of("name", "Aigerim S.", "groups", List.of("desk")));
        me(back(leave("/"))).then().body("name", equalTo("Aigerim S. 2"));
    }

    @Test
    void nobodyOutsideTheGroupsComesIn() {
        vouch("s-5", Map.of("name", "visitor", "groups", List.of("everybody")));
        refused(back(leave("/")));
    }

    @Test
    void aClosedAccountStaysClosed() {
        vouch("s-6", Map.of("name", "left", "groups", List.of("desk")));
        var session = back(leave("/")).getCookie("oqiga");
        long id = accounts.guest(ProviderResource.issuer() + " s-6")
                .orElseThrow()
                .person()
                .id();
        people.close(id);
        given().cookie("oqiga", session).get("/api/me").then().body("name", nullValue());
        vouch("s-6", Map.of("name", "left", "groups", List.of("desk")));
        refused(back(leave("/")));
    }

    @Test
    void whoComesBackWithoutHavingLeftIsNobody() {
        var left = leave("/");
        refused(given().redirects().follow(false).get(ProviderResource.answerTo(left.getHeader("Location"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c.d"})
    void aTripThatWasNotBegunHereLeadsNowhere(String trip) {
        var parts = "A".repeat(43) + "." + "A".repeat(43) + "." + "A".repeat(43) + "." + "A".repeat(5);
        for (var carried : List.of(trip, parts)) {
            refused(given().redirects()
                    .follow(false)
                    .cookie("oqiga-trip", carried)
                    .get("/api/session/openid/back?code=1&state=" + "A".repeat(43)));
        }
    }

    @Test
    void anAnswerToSomebodyElseIsNoAnswer() {
        var mine = leave("/");
        var theirs = leave("/");
        refused(given().redirects()
                .follow(false)
                .cookie("oqiga-trip", mine.getCookie("oqiga-trip"))
                .get(ProviderResource.answerTo(theirs.getHeader("Location"))));
    }

    @Test
    void aCodeIsGoodOnce() {
        vouch("s-9", Map.of("groups", List.of("desk")));
        var left = leave("/");
        var address = ProviderResource.answerTo(left.getHeader("Location"));
        var trip = left.getCookie("oqiga-trip");
        given().redirects()
                .follow(false)
                .cookie("oqiga-trip", trip)
                .get(address)
                .then()
                .header("Location", endsWith("/"));
        refused(given().redirects().follow(false).cookie("oqiga-trip", trip).get(address));
    }

    @Test
    void aTokenForAnotherServiceIsNone() {
        vouch("s-10", Map.of("aud", "another-service", "groups", List.of("desk")));
        refused(back(leave("/")));
    }

    @Test
    void aTokenThatIsOverIsNone() {
        ProviderResource.vouch(new DefaultOAuth2TokenCallback(
                "default", "s-11", "JWT", List.of("oqiga"), Map.of("groups", List.of("desk")), -600));
        refused(back(leave("/")));
    }

    @Test
    void theProviderMayRefuse() {
        var left = leave("/");
        var state = ProviderResource.parameter(left.getHeader("Location"), "state");
        refused(given().redirects()
                .follow(false)
                .cookie("oqiga-trip", left.getCookie("oqiga-trip"))
                .get("/api/session/openid/back?error=access_denied&state=" + state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "javascript:alert(1)"
            })
    void nobodyIsSentToAnotherHouseAfterwards(String to) {
        vouch("s-12", Map.of("groups", List.of("desk")));
        back(leave(to)).then().header("Location", equalTo(root.resolve("/").toString()));
    }

    @Test
    void theTripIsInACookieThatNoScriptReads() {
        var left = leave("/").getDetailedCookie("oqiga-trip");
        assertEquals(true, left.isHttpOnly());
        assertEquals("Lax", left.getSameSite());
        assertEquals("/api/session/openid", left.getPath());
        assertNotEquals(0, left.getMaxAge());
    }

    private static void vouch(String subject, Map<String, Object> claims) {
        ProviderResource.vouch(new DefaultOAuth2TokenCallback("default", subject, "JWT", List.of("oqiga"), claims));
    }

    private static Response leave(String to) {
        var left = given().redirects().follow(false).queryParam("to", to).get("/api/session/openid/leave");
        left.then().statusCode(303).header("Location", startsWith(ProviderResource.issuer()));
        return left;
    }

    /** The way to the provider and back as a browser goes it. */
    private static Response back(Response left) {
        return given().redirects()
                .follow(false)
                .cookie("oqiga-trip", left.getCookie("oqiga-trip"))
                .get(ProviderResource.answerTo(left.getHeader("Location")));
    }

    private static Response me(Response back) {
        return given().cookie("oqiga", back.getCookie("oqiga")).get("/api/me");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(303).header("Location", endsWith(REFUSED));
        assertEquals(null, answer.getCookie("oqiga"));
    }
}
