package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.counts;
import static org.oqiga.page.Visitor.ready;
import static org.oqiga.page.Visitor.until;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editors set right what the machine has read; readers only read. */
class DeskIT {

    private final Site site = Site.workedOn();
    private final Staff staff = new Staff(site);

    @RegisterExtension
    final Visitor visitor = new Visitor(site);

    @Test
    void anInvitationIsFollowedOnThePageAndLeavesTheAddressAtOnce() {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        page.navigate(site.address() + "/#invitation=" + staff.invitation("viewer"));
        var join = page.locator("dialog[data-dialog=join]");
        join.waitFor();
        assertFalse(page.url().contains("invitation"), page.url());
        join.locator("[name=username]").fill("Guest of the house");
        join.locator("[name=password]").fill(Staff.PASSWORD);
        join.locator("[type=submit]").click();
        until(page, "the guest is in", () -> account(page).contains("Guest of the house"));

        account(page, "out");
        until(page, "the guest is out", () -> account(page).equals("Sign in"));
        page.locator("[data-action=account]").click();
        var signIn = page.locator("dialog[data-dialog=sign-in]");
        signIn.locator("[name=username]").fill("Guest of the house");
        signIn.locator("[name=password]").fill("not the password");
        signIn.locator("[type=submit]").click();
        until(page, "a word about it", () -> signIn.textContent().contains("do not belong together"));
        visitor.expectedComplaints();
        signIn.locator("[name=password]").fill(Staff.PASSWORD);
        signIn.locator("[type=submit]").click();
        until(page, "the guest is in again", () -> account(page).contains("Guest of the house"));
    }

    @Test
    void whoeverHasAnAccountOfAnotherHouseComesBackFromThereSignedIn() {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        page.navigate(site.address() + "/?view=table");
        page.locator("[data-action=account]").click();
        OtherHouse.vouchFor("Reader of the newsroom");
        page.locator("dialog[data-dialog=sign-in] a")
                .filter(new Locator.FilterOptions().setHasText("Sign in with The newsroom"))
                .click();
        until(page, "the guest is in", () -> account(page).contains("Reader of the newsroom"));
        assertTrue(page.url().contains("view=table"), page.url());

        page.navigate(site.address() + "/api/session/openid/back?code=forged&state=forged");
        var signIn = page.locator("dialog[data-dialog=sign-in]");
        signIn.waitFor();
        assertTrue(signIn.textContent().contains("You were not signed in"), signIn.textContent());
        assertFalse(page.url().contains("refused"), page.url());
    }

    @Test
    void anAdminInvitesAndATokenIsShownOnce() {
        var page = opened("admin", "");
        account(page, "people");
        var people = page.locator("dialog[data-dialog=people]");
        people.locator("[type=submit]").click();
        var link = people.locator("[data-role=once]");
        link.waitFor();
        assertTrue(link.inputValue().contains("/#invitation=oqi_"), link.inputValue());
        page.keyboard().press("Escape");

        account(page, "tokens");
        var tokens = page.locator("dialog[data-dialog=tokens]");
        tokens.locator("input[type=text]").first().fill("nightly import");
        tokens.locator("[type=submit]").click();
        tokens.locator("[data-role=once]").waitFor();
        assertTrue(tokens.locator("[data-role=once]").inputValue().startsWith("oqt_"));
        until(page, "the token in the list", () -> tokens.textContent().contains("nightly import"));
        page.keyboard().press("Escape");
        account(page, "tokens");
        until(page, "the list", () -> tokens.textContent().contains("nightly import"));
        assertEquals(0, tokens.locator("[data-role=once]").count());
    }

    @Test
    void aReaderSeesNoneOfTheButtonsAndIsRefused() {
        var id = some("place=geonames:1526384").path("id").asText();
        for (var role : List.of("", "viewer")) {
            var page = role.isEmpty() ? visitor.open("?incident=" + id) : opened(role, "?incident=" + id);
            page.locator("[data-role=incident-panel]").waitFor();
            until(page, "the way in", () -> page.locator("[data-action=account]")
                    .isVisible());
            for (var action : List.of("verify", "reject", "correct", "merge-with", "pick", "undo", "mark")) {
                assertEquals(0, page.locator("[data-action=" + action + "]").count(), action);
            }
            int refused = role.isEmpty() ? 401 : 403;
            var browser = page.context();
            var why = Map.of("why", "to see");
            assertEquals(refused, status(page, "PATCH", "/api/incidents/" + id, Map.of("title", "Mine")));
            assertEquals(refused, status(page, "POST", "/api/incidents/merge", Map.of("ids", List.of(id, id))));
            assertEquals(refused, status(page, "POST", "/api/incidents/bulk", Map.of("ids", List.of(id))));
            assertEquals(refused, status(page, "POST", "/api/incidents/" + id + "/split", why));
            assertEquals(refused, status(page, "POST", "/api/history/1/undo", why));
            assertEquals(refused, status(page, "POST", "/api/reports", Map.of("text", "x")));
            browser.close();
        }
    }

    @Test
    void anEditorMovesAnIncidentToAPlaceOfTheGazetteerAndUndoesIt() {
        var before = some("place=geonames:1526384&type=protest");
        var id = before.path("id").asText();
        var page = opened("editor", "?incident=" + id);
        page.locator("[data-action=correct]").click();
        var form = page.locator("[data-role=correction]");
        form.locator("[name=place]").fill("Taraz");
        form.locator("#desk-places li").first().waitFor();
        form.locator("[name=place]").press("ArrowDown");
        form.locator("[name=place]").press("Enter");
        until(page, "the place", () -> form.locator(".current").textContent().contains("Taraz"));
        form.locator("[data-role=why]").fill("The second sentence says where.");
        form.locator("[data-action=save]").click();

        var where = page.locator("[data-fact=where]");
        until(
                page,
                "the place on the page",
                () -> where.count() == 1 && where.textContent().contains("Taraz"));
        assertTrue(where.textContent().contains("The machine had read: Almaty"), where.textContent());
        assertEquals("Taraz", incident(id).at("/properties/place").asText());

        page.locator("[data-role=history] summary").click();
        var change = page.locator("[data-role=history] .change").first();
        assertTrue(change.textContent().contains("The second sentence says where."), change.textContent());
        change.locator("[data-action=undo]").click();
        until(
                page,
                "the place of old",
                () -> where.count() == 1 && !where.textContent().contains("Taraz"));
        assertEquals("Almaty", incident(id).at("/properties/place").asText());
        assertEquals(0, page.locator(".byperson").count());
    }

    @Test
    void thePlaceIsMovedOnTheMapByTheMouseAndByTheKeyboard() {
        var before = some("place=geonames:1516905");
        var id = before.path("id").asText();
        var page = opened("editor", "?incident=" + id + "&map=8/42.9/72.2");
        page.locator("[data-action=correct]").click();
        page.locator("[data-action=move]").click();
        var pin = page.locator(".desk-pin");
        BoundingBox at = pin.boundingBox();
        page.mouse().move(at.x + 13, at.y + 13);
        page.mouse().down();
        page.mouse().move(at.x + 43, at.y + 33, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        pin.focus();
        page.keyboard().press("ArrowRight");
        page.locator("[data-role=correction] [data-action=save]").click();
        page.locator("[data-set=place]").waitFor();
        var moved = incident(id).at("/geometry/coordinates");
        assertNotEquals(before.at("/geometry/coordinates"), moved);
        assertTrue(
                moved.path(0).asDouble() > before.at("/geometry/coordinates/0").asDouble(), moved.toString());
        assertTrue(
                moved.path(1).asDouble() < before.at("/geometry/coordinates/1").asDouble(), moved.toString());
        assertEquals(0, page.locator(".desk-pin").count());
    }

    @Test
    void anEditorPicksAPlaceThatTheReadingHadRejectedAndUndoesIt() {
        var before = site.incidents("").stream()
                .filter(each -> rejected(each).isPresent())
                .findFirst()
                .orElseThrow();
        var id = before.path("id").asText();
        var other = rejected(before).orElseThrow();
        var page = opened("editor", "?incident=" + id);
        page.locator("[data-action=correct]").click();
        page.locator("[data-role=correction] .candidate[data-place=\"" + other + "\"]")
                .click();
        page.locator("[data-role=correction] [data-action=save]").click();
        until(
                page,
                "the other place",
                () -> other.equals(incident(id).at("/properties/place_id").asText()));
        page.locator("[data-action=undo-last]").click();
        until(page, "the place of old", () -> before.at("/properties/place_id")
                .equals(incident(id).at("/properties/place_id")));
    }

    /** A place that the reading had thought of and rejected for a name in the sentence that tells an incident. */
    private Optional<String> rejected(JsonNode incident) {
        for (var source : incident.at("/properties/sources")) {
            var report = site.get("/api/reports/" + source.path("report").asText());
            for (var name : report.path("toponyms")) {
                boolean here = name.path("start").asInt()
                                >= source.path("start").asInt()
                        && name.path("end").asInt() <= source.path("end").asInt();
                var first = name.at("/rejected/0/place_id");
                if (here && first.isTextual() && !first.equals(incident.at("/properties/place_id"))) {
                    return Optional.of(first.asText());
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void aTollADateAndWhoAreCorrectedAndGivenBack() {
        var before = some("place=geonames:1519922&type=casualties");
        var id = before.path("id").asText();
        var page = opened("editor", "?incident=" + id);
        page.locator("[data-action=correct]").click();
        var form = page.locator("[data-role=correction]");
        form.locator("[name=deaths-low]").fill("5");
        form.locator("[name=deaths-best]").fill("7");
        form.locator("[name=deaths-high]").fill("9");
        form.locator("[name=actors]").fill("police, protesters");
        form.locator("[name=start]").fill("2022-01-04");
        form.locator("[name=end]").fill("2022-01-05");
        form.locator("[data-action=save]").click();
        until(page, "the toll", () -> text(page, "[data-fact=toll]").contains("7 killed; the claims go from 5 to 9"));
        assertTrue(text(page, "[data-fact=who]").toLowerCase().contains("police, protesters"));
        assertTrue(text(page, "[data-fact=when]").contains("January 2022"), text(page, "[data-fact=when]"));
        var now = incident(id).path("properties");
        assertEquals("2022-01-04", now.path("start").asText());

        page.locator("[data-action=correct]").click();
        form.locator("[name=giveback]").first().waitFor();
        for (var box : form.locator("[name=giveback]").all()) {
            box.check();
        }
        form.locator("[data-action=save]").click();
        until(
                page,
                "nothing by a person",
                () -> page.locator("[data-role=desk-actions]").count() == 1
                        && page.locator(".byperson").count() == 0);
        assertEquals(before.at("/properties/deaths"), incident(id).at("/properties/deaths"));
        assertEquals(before.at("/properties/start"), incident(id).at("/properties/start"));
    }

    @Test
    void twoIncidentsAreMergedAndPartedAgain() {
        var page = opened("editor", "");
        int all = counts(page)[1];
        page.locator("[data-action=pick]").click();
        var boxes = page.locator("[data-pick]");
        var ids = List.of(boxes.nth(1).getAttribute("data-pick"), boxes.nth(2).getAttribute("data-pick"));
        boxes.nth(1).check();
        boxes.nth(2).check();
        page.locator("[data-action=merge-picked]").click();
        var dialog = page.locator("dialog[data-dialog=merge]");
        dialog.locator("[data-role=why]").fill("the same, told twice");
        dialog.locator("[type=submit]").click();
        page.locator("[data-role=desk-actions]").waitFor();
        until(page, "one incident less", () -> counts(page)[1] == all - 1);
        assertTrue(page.locator(".desk-did").textContent().contains("2 incidents are one"));

        page.locator("[data-action=undo-last]").click();
        until(page, "both again", () -> counts(page)[1] == all);
        for (var id : ids) {
            assertFalse(incident(id).path("properties").isMissingNode(), id);
        }
    }

    @Test
    void somebodyElseWasQuickerAndNothingTypedIsLost() {
        var id = some("place=geonames:609655").path("id").asText();
        var mine = opened("editor", "?incident=" + id);
        mine.locator("[data-action=correct]").click();
        var form = mine.locator("[data-role=correction]");
        form.locator("[name=title]").fill("As I see it");
        form.locator("[name=actors]").fill("passers-by");

        var theirs = opened("editor", "?incident=" + id);
        var other = theirs.locator("[data-action=account]").getAttribute("aria-label");
        theirs.locator("[data-action=correct]").click();
        theirs.locator("[data-role=correction] [name=title]").fill("As they see it");
        theirs.locator("[data-role=correction] [name=assertion]").selectOption("claimed");
        theirs.locator("[data-role=correction] [data-action=save]").click();
        theirs.locator("[data-set=title]").waitFor();

        form.locator("[data-action=save]").click();
        var clash = form.locator(".clash");
        clash.locator("[data-clash=title]").waitFor();
        visitor.expectedComplaints();
        assertTrue(other.endsWith(clash.locator("h3").textContent().split(" has changed")[0]), clash.textContent());
        assertTrue(clash.textContent().contains("As they see it")
                && clash.textContent().contains("As I see it"));
        assertEquals("As I see it", form.locator("[name=title]").inputValue());
        assertEquals("passers-by", form.locator("[name=actors]").inputValue());
        assertEquals("claimed", form.locator("[name=assertion]").inputValue());
        clash.locator("[data-clash=title] [value=theirs]").check();
        form.locator("[data-action=save]").click();
        mine.locator("[data-role=desk-actions]").waitFor();
        var now = incident(id).path("properties");
        assertEquals("As they see it", now.path("title").asText());
        assertEquals("passers-by", now.at("/actors/0").asText());
        assertEquals("claimed", now.path("assertion").asText());
    }

    @Test
    void aCorrectionThatIsLeftIsStillThereWhenOneComesBackAndAfterAReload() {
        var id = some("place=geonames:1526384&type=operation").path("id").asText();
        var page = opened("editor", "?incident=" + id);
        page.locator("[data-action=correct]").click();
        page.locator("[data-role=correction] [name=title]").fill("Half a title");
        page.locator("[data-action=back]").click();
        page.locator("[data-role=desk-actions]").waitFor();
        page.locator("[data-action=correct]").click();
        assertEquals(
                "Half a title",
                page.locator("[data-role=correction] [name=title]").inputValue());
        page.reload();
        ready(page);
        page.locator("[data-role=desk-actions]").waitFor();
        page.locator("[data-action=correct]").click();
        assertEquals(
                "Half a title",
                page.locator("[data-role=correction] [name=title]").inputValue());
        page.locator("[data-action=cancel]").click();
        page.locator("[data-role=desk-actions]").waitFor();
        page.locator("[data-action=correct]").click();
        assertNotEquals(
                "Half a title",
                page.locator("[data-role=correction] [name=title]").inputValue());
    }

    @Test
    void severalAreVerifiedAtOnce() {
        var page = opened("editor", "");
        page.locator("[data-action=pick]").click();
        var boxes = page.locator("[data-pick]");
        var id = boxes.nth(4).getAttribute("data-pick");
        boxes.nth(4).check();
        boxes.nth(5).check();
        page.locator("[data-action=verify-picked]").click();
        until(page, "a word about it", () -> page.locator(".desk-did")
                .textContent()
                .contains("2 verified"));
        assertEquals("verified", incident(id).at("/properties/status").asText());
    }

    @Test
    void aReportThatIsPastedShowsItsIncidentOnAMapThatIsOpen() {
        var reader = visitor.open("");
        int all = counts(reader)[1];
        reader.locator("[data-role=incident-list] .row").nth(2).click();
        reader.locator("[data-role=incident-panel]").waitFor();
        var chosen = reader.url();

        var page = opened("editor", "");
        account(page, "bring");
        var dialog = page.locator("dialog[data-dialog=bring]");
        dialog.locator("[name=text]")
                .fill("Fire at the akimat of Kokshetau\n\n"
                        + "KOKSHETAU, 6 January 2022. Protesters set fire to the building of the city"
                        + " administration in Kokshetau on Thursday. Two police officers were injured.");
        dialog.locator("[type=submit]").first().click();
        dialog.locator("[data-state=done]").first().waitFor();
        until(reader, "more incidents", () -> counts(reader)[1] > all);
        until(reader, "a word about them", () -> reader.locator("[data-role=toast]")
                .textContent()
                .contains("new incident"));
        assertEquals(chosen, reader.url());
        assertTrue(reader.locator("[data-role=incident-panel]").isVisible());
        reader.locator("[data-role=search]").fill("Kokshetau");
        reader.locator("[data-action=back]").click();
        until(reader, "the incident", () -> reader.locator("[data-role=incident-list]")
                .textContent()
                .contains("Kokshetau"));
    }

    private Page opened(String role, String query) {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        staff.signIn(page, role);
        page.navigate(site.address() + "/" + query);
        ready(page);
        page.locator("[data-action=account] .initial").waitFor();
        return page;
    }

    private static String account(Page page) {
        var label = page.locator("[data-action=account]").getAttribute("aria-label");
        return label == null ? "" : label;
    }

    private static void account(Page page, String item) {
        page.locator("[data-action=account]").click();
        page.locator(".popover [data-action=" + item + "]").click();
    }

    private static String text(Page page, String selector) {
        Locator found = page.locator(selector);
        return found.count() == 1 ? found.textContent() : "";
    }

    private int status(Page page, String method, String path, Object body) {
        return staff.send(page.context(), method, path, body).statusCode();
    }

    private JsonNode some(String query) {
        return site.incidents(query).get(0);
    }

    private JsonNode incident(String id) {
        return site.get("/api/incidents/" + id);
    }
}
