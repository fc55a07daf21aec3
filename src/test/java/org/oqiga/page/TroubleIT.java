package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service is away, slow, empty or wrong: the page says so and recovers. */
class TroubleIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aServiceThatIsAwayIsSaidAndTriedAgain() {
        var away = new AtomicBoolean(true);
        var page = between("/api/", route -> {
            if (away.get()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        var retry = page.locator("[data-action=retry]");
        retry.waitFor();
        assertTrue(notice(page).contains("The service does not answer"), notice(page));
        away.set(false);
        retry.click();
        Visitor.ready(page);
        visitor.expectedComplaints();
    }

    @Test
    void withoutItsWordsThePageSaysInThreeLanguagesThatItCannotBeShown() {
        var page = between("/words/en.json", Route::abort);
        page.locator("[data-role=notice]").waitFor();
        assertTrue(notice(page).contains("cannot be shown"), notice(page));
        assertTrue(notice(page).contains("нельзя показать"), notice(page));
        assertTrue(notice(page).contains("мүмкін емес"), notice(page));
        visitor.expectedComplaints();
    }

    @Test
    void whileItReadsThePageShowsNoTimeThatNobodyTellsOf() {
        var held = new ArrayList<Route>();
        var page = between("/api/incidents", held::add);
        Visitor.until(page, "the question", () -> !held.isEmpty());
        assertFalse(Visitor.timeline(page).isVisible());
        held.forEach(Route::resume);
        Visitor.ready(page);
        assertTrue(Visitor.timeline(page).isVisible());
    }

    @Test
    void aServiceThatBreaksIsSaid() {
        var page = between(
                "/api/",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setStatus(503)
                                .setContentType("application/problem+json")
                                .setBody(
                                        "{\"title\":\"Service Unavailable\",\"detail\":\"The incident store is not answering.\"}")));
        page.locator("[data-action=retry]").waitFor();
        assertTrue(notice(page).contains("The incident store is not answering."), notice(page));
        visitor.expectedComplaints();
    }

    @Test
    void anAnswerThatIsNoAnswerIsSaid() {
        var page = between(
                "/api/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/html")
                        .setBody("<h1>proxy</h1>")));
        page.locator("[data-action=retry]").waitFor();
        assertTrue(notice(page).contains("not as it should"), notice(page));
        visitor.expectedComplaints();
    }

    @Test
    void aSlowAnswerIsNotAnEmptyMap() {
        var held = new ArrayList<Route>();
        var page = between("/api/incidents", held::add);
        var notice = page.locator("[data-role=notice]");
        Visitor.until(
                page,
                "a word about waiting",
                () -> notice.isVisible() && notice.textContent().contains("Still reading"));
        held.forEach(Route::resume);
        Visitor.ready(page);
    }

    @Test
    void aReportThatIsGoneIsSaidInThePanel() {
        var page = visitor.open("?report=gone.txt");
        var panel = page.locator("[data-role=report-panel]");
        panel.waitFor();
        assertTrue(panel.textContent().contains("not in the store"), panel.textContent());
        visitor.expectedComplaints();
    }

    /** A page whose questions for {@code part} of the service's addresses come to {@code answer}. */
    private Page between(String part, Consumer<Route> answer) {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        page.route(url -> url.contains(part), answer);
        page.navigate(visitor.site().address());
        return page;
    }

    private static String notice(Page page) {
        return page.locator("[data-role=notice]").textContent();
    }
}
