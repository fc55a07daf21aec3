package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.date;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.until;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking away what is seen. */
class SharingIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void theWholeViewIsInItsAddress() {
        var page = visitor.open("?span=day&to=2022-01-05&hide=protest&lang=ru&theme=dark&show=spread&map=6/47/68");
        var again = visitor.open(page.url().substring(page.url().indexOf('?')));
        assertEquals(shown(page), shown(again));
        assertEquals(date(page), date(again));
        assertEquals("ru", again.locator("html").getAttribute("lang"));
        assertEquals("dark", again.locator("html").getAttribute("data-theme"));
        assertTrue(again.url().contains("map=6/47.00/68.00"), again.url());
        assertTrue(again.url().length() < 160, again.url());
    }

    @Test
    void theBackButtonGoesBackThroughWhatWasOpened() {
        var page = visitor.open("");
        page.locator("[data-role=incident-list] .row").first().click();
        page.locator("[data-report]").first().click();
        page.locator("[data-role=report-panel]").waitFor();
        page.goBack();
        page.locator("[data-role=incident-panel]").waitFor();
        page.goBack();
        page.locator("[data-role=incident-list]").waitFor();
    }

    @Test
    void sharingCopiesTheAddressAndOffersASnippetForAnotherPage() {
        var page = visitor.open("?span=week", Visitor.Screen.WIDE, options -> options.setPermissions(
                        List.of("clipboard-read", "clipboard-write"))
                .setBypassCSP(true));
        page.locator("[data-action=share]").click();
        until(page, "the address copied", () -> page.url()
                .equals(page.evaluate("() => navigator.clipboard.readText()")));
        var texts = page.locator(".popover input[readonly]");
        assertTrue(
                texts.nth(1).inputValue().startsWith("<iframe src="),
                texts.nth(1).inputValue());
        assertTrue(texts.nth(1).inputValue().contains("embed=1"));
    }

    @Test
    void embeddedThereAreOnlyTheMapAndTheTimeline() {
        var page = visitor.open("?embed=1");
        assertTrue(page.locator("#map").isVisible());
        assertTrue(page.locator("[data-role=timeline]").isVisible());
        assertFalse(page.locator("header.bar").isVisible());
        assertFalse(page.locator("[data-role=panel]").isVisible());
        assertTrue(page.locator("[data-role=whole-page]").isVisible());
        page.locator("[data-action=play]").click();
        page.locator("[data-action=pause]").waitFor();
    }

    @Test
    void whatIsShownCanBeDownloadedAsGeoJson() throws IOException {
        var page = visitor.open("?background=1&hide=protest");
        page.locator("[data-action=download]").click();
        var download = page.waitForDownload(
                () -> page.locator(".popover [data-format=geojson]").click());
        assertTrue(download.suggestedFilename().matches("oqiga-incidents-.*\\.geojson"), download.suggestedFilename());
        var collection = new ObjectMapper().readTree(download.path().toFile());
        assertEquals(shown(page), collection.path("features").size());
    }

    @Test
    void everyExportIsOfferedAndGivesAFile() throws IOException {
        var page = visitor.open("?background=1");
        page.locator("[data-action=download]").click();
        var formats = page.locator(".popover [data-format]");
        formats.first().waitFor();
        assertEquals(5, formats.count());
        for (int i = 0; i < formats.count(); i++) {
            var format = formats.nth(i);
            // a service makes its first GeoPackage with all the regions of the world, which takes its time
            var download =
                    page.waitForDownload(new Page.WaitForDownloadOptions().setTimeout(LONG.toMillis()), format::click);
            assertTrue(download.suggestedFilename().endsWith("." + format.getAttribute("data-format")));
            assertTrue(Files.size(download.path()) > 1000, download.suggestedFilename());
        }
    }

    @Test
    void theViewIsSavedAsAPicture() throws IOException {
        var picture = saved("image");
        assertEquals("oqiga.png", picture.suggestedFilename());
        var image = javax.imageio.ImageIO.read(picture.path().toFile());
        assertTrue(image.getWidth() >= 1440 && image.getHeight() >= 900, image.getWidth() + "×" + image.getHeight());
    }

    @Test
    void thePlaybackIsSavedAsAnAnimation() throws IOException {
        var film = saved("animation");
        var bytes = Files.readAllBytes(film.path());
        assertEquals("GIF89a", new String(bytes, 0, 6, StandardCharsets.US_ASCII));
        var reader = javax.imageio.ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = javax.imageio.ImageIO.createImageInputStream(film.path().toFile())) {
            reader.setInput(in);
            assertTrue(reader.getNumImages(true) > 10);
        }
    }

    private Download saved(String action) {
        var page = visitor.open("?span=day&to=2022-01-08");
        page.locator("[data-action=share]").click();
        return page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(LONG.toMillis()),
                () -> page.locator(".popover [data-action=" + action + "]").click());
    }
}
