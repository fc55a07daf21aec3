package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.counts;
import static org.oqiga.page.Visitor.ready;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editors work through what needs eyes, and through the reports themselves. */
class QueueIT {

    private static final Pattern LEFT = Pattern.compile("(\\d+) to look at");

    private final Site site = Site.workedOn();
    private final Staff staff = new Staff(site);

    @RegisterExtension
    final Visitor visitor = new Visitor(site);

    @Test
    void whatNeedsEyesIsWorkedThroughByTheKeyboard() {
        var page = opened("?view=queue");
        page.locator("[data-role=queue]").waitFor();
        until(page, "the first of them", () -> left(page) > 0 && !incident(page).isEmpty());
        int all = left(page);
        var first = incident(page);
        page.keyboard().press("v");
        until(
                page,
                "the next one",
                () -> !incident(page).isEmpty() && !incident(page).equals(first));
        until(page, "one less", () -> left(page) == all - 1);
        assertEquals("verified", status(first));

        var second = incident(page);
        page.keyboard().press("j");
        until(page, "the one after it", () -> !incident(page).equals(second) && left(page) > 0);
        assertNotEquals(first, incident(page));
        page.keyboard().press("k");
        until(page, "the one before it", () -> incident(page).equals(second) && left(page) > 0);
        page.keyboard().press("r");
        until(
                page,
                "the next one",
                () -> !incident(page).isEmpty() && !incident(page).equals(second));
        assertEquals("rejected", status(second));

        page.locator("[data-action=undo-last]").waitFor();
        page.keyboard().press("u");
        until(page, "the rejected one again", () -> incident(page).equals(second) && left(page) == all - 1);
        assertEquals("extracted", status(second));
        page.keyboard().press("e");
        page.locator("[data-role=correction]").waitFor();
        page.locator("[data-role=correction] [name=title]").fill("very j and r");
        assertTrue(page.url().contains(second), page.url());
        page.locator("[data-action=cancel]").click();
        page.locator("[data-role=queue]").waitFor();
        page.keyboard().press("?");
        assertTrue(page.locator("dialog[data-dialog=keys]").textContent().contains("Verify"));
        page.keyboard().press("Escape");
        page.locator("[data-action=back]").click();
        page.locator("[data-role=incident-list]").waitFor();
        assertFalse(page.url().contains("queue"), page.url());
    }

    @Test
    void aSentenceThatWasMissedBecomesAnIncident() {
        var report = "2022-01-02-zhanaozen-wire.txt";
        var page = opened("?report=" + report);
        int all = counts(page)[1];
        assertTrue(page.locator("[data-action=mark]").isDisabled());
        var text = site.get("/api/reports/" + report).path("text").asText();
        int start = text.indexOf("gas");
        int end = text.indexOf('\n', start);
        page.evaluate(
                """
                ([start, end]) => {
                    const walker = document.createTreeWalker(document.querySelector('.report .body'), NodeFilter.SHOW_TEXT);
                    const range = document.createRange();
                    for (let at = 0, node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) {
                        if (start >= at && start < at + node.length) range.setStart(node, start - at);
                        if (end > at && end <= at + node.length) range.setEnd(node, end - at);
                    }
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                }""",
                List.of(start, end));
        page.locator("[data-action=mark]").click();
        var dialog = page.locator("dialog[data-dialog=missed]");
        assertEquals(
                text.substring(start, end).strip(), dialog.locator("blockquote").textContent());
        dialog.locator("[name=type]").selectOption("disruption");
        dialog.locator("[name=title]").fill("Gas is dear");
        dialog.locator("[name=from]").fill("2022-01-01");
        dialog.locator("[name=to]").fill("2022-01-01");
        dialog.locator(".candidate").first().click();
        page.reload();
        ready(page);
        page.locator("[data-action=mark-again]").click();
        assertEquals("disruption", dialog.locator("[name=type]").inputValue());
        assertEquals("Gas is dear", dialog.locator("[name=title]").inputValue());
        assertEquals("2022-01-01", dialog.locator("[name=to]").inputValue());
        dialog.locator("[type=submit]").click();
        page.locator("[data-role=incident-panel]").waitFor();
        page.locator("[data-report]").first().click();
        page.locator("[data-action=mark]").waitFor();
        assertFalse(page.locator("[data-action=mark-again]").isVisible(), "nothing is left to go on with");
        page.locator("[data-action=back]").click();
        page.locator("[data-role=incident-panel]").waitFor();
        assertEquals(
                "Gas is dear", page.locator("[data-role=incident-panel] h2").textContent());
        until(page, "one more", () -> counts(page)[1] == all + 1);
        var source = site.get("/api/incidents/" + incident(page)).at("/properties/sources/0");
        assertEquals(start, source.path("start").asInt());
        assertEquals(text.substring(start, end).strip(), source.path("quote").asText());
    }

    @Test
    void anotherDateOfPublicationHasTheReportReadAgain() {
        var report = "2022-01-03-correspondents-round-up.txt";
        var page = opened("?report=" + report);
        page.locator(".dating summary").click();
        page.locator(".dating [name=published]").fill("2022-01-04");
        page.locator(".dating [type=submit]").click();
        until(page, "the new date", () -> page.locator(".report .meta")
                .textContent()
                .contains("4 January 2022"));
        assertEquals(
                "2022-01-04",
                site.get("/api/reports/" + report).path("published").asText());
    }

    @Test
    void oneOfSeveralTellingsIsTakenOutAndThatIsUndone() {
        var told = site.incidents("").stream()
                .filter(each -> each.at("/properties/reports").asInt() == 2)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var page = opened("?incident=" + told);
        page.locator("[data-role=desk-actions]").waitFor();
        var sources = page.locator("[data-role=incident-panel] [data-report]");
        int all = sources.count();
        page.locator("[data-action=split]").click();
        var dialog = page.locator("dialog[data-dialog=split]");
        dialog.locator("input[type=checkbox]").last().check();
        dialog.locator("[type=submit]").click();
        until(page, "one report less", () -> sources.count() > 0 && sources.count() < all);
        assertEquals(1, site.get("/api/incidents/" + told).path("tellings").size());
        page.locator("[data-action=undo-last]").click();
        until(page, "as it was", () -> sources.count() == all);
        assertEquals(2, site.get("/api/incidents/" + told).path("tellings").size());
    }

    @Test
    void aCorrectionWhoseIncidentHasGoneWaitsInTheQueueUntilItIsUndone() {
        var page = opened("");
        send(page, "POST", "/api/reports", report("Shops were looted in Taldykorgan on 6 January 2022."));
        var told = "/api/incidents?report=waiting.txt";
        until(page, "its incident", () -> site.get(told).path("features").size() == 1);
        var id = site.get(told).at("/features/0/id").asText();
        send(page, "PATCH", "/api/incidents/" + id, Map.of("title", "Looting after dark"));
        send(page, "POST", "/api/reports", report("Nothing was looted."));
        until(page, "it gone", () -> site.get(told).path("features").isEmpty());

        page.navigate(site.address() + "/?view=queue");
        until(page, "the first of the queue", () -> !incident(page).isEmpty());
        var shown = incident(page);
        page.locator("[data-action=waiting]").click();
        var waiting = page.locator("dialog[data-dialog=waiting] li");
        waiting.waitFor();
        assertTrue(waiting.textContent().contains("Looting after dark"), waiting.textContent());
        waiting.locator("[data-action=undo]").click();
        until(
                page,
                "nothing that waits",
                () -> page.locator("[data-action=waiting]").count() == 0);
        assertEquals(shown, incident(page), "what has gone is not shown in its stead");
        page.locator("[data-role=queue]").waitFor();
    }

    private static Map<String, String> report(String text) {
        return Map.of("name", "waiting.txt", "text", text, "published", "2022-01-07");
    }

    private void send(Page page, String method, String path, Map<String, String> body) {
        var answer = staff.send(page.context(), method, path, body);
        assertTrue(answer.statusCode() < 300, answer.body());
    }

    private Page opened(String query) {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        staff.signIn(page, "editor");
        page.navigate(site.address() + "/" + query);
        ready(page);
        page.locator("[data-action=account] .initial").waitFor();
        return page;
    }

    private static int left(Page page) {
        var strip = page.locator("[data-role=queue-left]");
        var matcher = LEFT.matcher(strip.count() == 1 ? strip.textContent() : "");
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** The incident that the page shows, by its id; empty while it is on its way. */
    private static String incident(Page page) {
        var shown = page.locator("[data-role=incident-panel]");
        return shown.count() == 1 ? String.valueOf(shown.getAttribute("data-incident-id")) : "";
    }

    private String status(String id) {
        return site.get("/api/incidents/" + id).at("/properties/status").asText();
    }
}
