package org.oqiga.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.page.Chromium;

/** The map in a real browser, as a person uses it. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URL address;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void aBrowser() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void noBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void aPageThatIsReady() {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address.toString());
        page.locator("html[data-ready=true]").waitFor();
    }

    @AfterEach
    void withoutAComplaint() {
        page.close();
        assertEquals(List.of(), complaints);
    }

    @Test
    void playingShowsMoreAndMoreIncidents() {
        page.locator("[data-action=play]").click();
        int few = until(shown -> shown < 3);
        assertTrue(until(shown -> shown > few) > few);
    }

    /** Waits for a number of dots; asked by attribute, because the page lets nobody evaluate a string in it. */
    private int until(IntPredicate enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            int shown = shown();
            if (enough.test(shown)) {
                return shown;
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError("still " + shown() + " dots after " + PATIENCE);
    }

    @Test
    void anIncidentLeadsToItsSentenceInTheReport() {
        page.locator("[data-role=incident-list] .row", new Page.LocatorOptions().setHasText("seizure in Almaty"))
                .click();
        var panel = page.locator("[data-role=incident-panel]");
        assertTrue(panel.textContent().contains("Protesters stormed the «city hall» at 16:44."));
        panel.locator("[data-report='second.txt']").click();
        assertEquals(
                "Protesters stormed the «city hall» at 16:44.",
                page.locator("mark.current").textContent());
    }

    @Test
    void whatIsShownCanBeDownloaded() throws IOException {
        page.locator("[data-action=download]").click();
        var download = page.waitForDownload(
                () -> page.locator(".popover [data-format=geojson]").click());
        assertTrue(download.suggestedFilename().matches("oqiga-incidents-.*\\.geojson"), download.suggestedFilename());
        var collection = new ObjectMapper().readTree(download.path().toFile());
        assertEquals("FeatureCollection", collection.path("type").asText());
        assertEquals(shown(), collection.path("features").size());
    }

    private int shown() {
        return Integer.parseInt(page.locator("html").getAttribute("data-shown"));
    }
}
