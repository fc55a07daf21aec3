package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.date;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.timeline;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages, themes, keyboards, screen readers, small screens. */
class EverybodyIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @ParameterizedTest
    @CsvSource({"en, Play, 5 January 2022", "ru, Воспроизвести, 5 января 2022", "kk, Ойнату, 5 қаңтар"})
    void thePageSpeaksTheLanguage(String language, String play, String day) {
        var page = visitor.open("?to=2022-01-05");
        page.locator("select[data-action=language]").selectOption(language);
        until(page, "the language", () -> language.equals(page.locator("html").getAttribute("lang")));
        assertTrue(date(page).contains(day), date(page));
        assertFalse(
                page.locator("[data-action=play]").getAttribute("aria-label").isBlank());
        if (!language.equals("en")) {
            assertTrue(page.url().contains("lang=" + language));
            assertFalse(page.locator("body").innerText().contains("undefined"));
        }
    }

    @Test
    void theLanguageOfTheBrowserIsTakenFirst() {
        var page = visitor.open("", Visitor.Screen.WIDE, options -> options.setLocale("ru-RU"));
        assertEquals("ru", page.locator("html").getAttribute("lang"));
    }

    @Test
    void theThemeFollowsTheSystemUntilSomebodyChooses() {
        var page = visitor.open("", Visitor.Screen.WIDE, options -> options.setColorScheme(ColorScheme.DARK));
        var dark = page.locator("body").screenshot();
        page.locator("[data-action=theme]").click();
        assertEquals("light", page.locator("html").getAttribute("data-theme"));
        assertFalse(java.util.Arrays.equals(dark, page.locator("body").screenshot()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void whatHappenedIsSaidInTheLanguageAndTheEnglishTitleStandsBelow(String language) {
        var page = visitor.open("?place=geonames:1526384&lang=" + language);
        var rows = page.locator("[data-role=incident-list] .row");
        rows.nth(2).waitFor();
        for (var row : rows.allTextContents()) {
            assertTrue(row.contains("Алматы") && !row.matches("(?s).*[A-Za-z].*"), row);
        }
        rows.first().click();
        page.locator("[data-role=incident-panel]").waitFor();
        assertTrue(page.locator("[data-role=incident-panel] h2").textContent().startsWith("Алматы: "));
        var id = page.locator("[data-role=incident-panel]").getAttribute("data-incident-id");
        assertEquals(
                visitor.site()
                        .get("/api/incidents/" + id)
                        .path("properties")
                        .path("title")
                        .asText(),
                page.locator("[data-role=incident-panel] [lang=en]").textContent());
    }

    @Test
    void everythingIsReachedByTheKeyboard() {
        var page = visitor.open("");
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 45; i++) {
            page.keyboard().press("Tab");
            var focused = page.locator(":focus");
            if (focused.count() == 0) {
                continue;
            }
            for (var name : List.of("data-action", "data-role", "data-group", "data-mode", "data-view", "class")) {
                var value = focused.getAttribute(name);
                if (value != null) {
                    reached.add(value);
                }
            }
        }
        for (var wanted : List.of(
                "search",
                "unrest",
                "filters",
                "share",
                "download",
                "theme",
                "language",
                "panel",
                "spread",
                "regions",
                "table",
                "row",
                "play",
                "step-back",
                "step-forward",
                "span",
                "speed",
                "loop",
                "timeline")) {
            assertTrue(reached.contains(wanted), wanted + " is not among " + reached);
        }
    }

    @Test
    void whereThePlaybackIsWillBeAnnounced() {
        var page = visitor.open("");
        timeline(page).focus();
        page.keyboard().press("Home");
        var said = page.locator("[data-role=announcer]").textContent();
        assertTrue(said.contains(date(page)) && said.contains(shown(page) + " of"), said);
        assertTrue(timeline(page).getAttribute("aria-valuetext").contains(date(page)));
    }

    @Test
    void withReducedMotionItPlaysAllTheSame() {
        var page = visitor.open(
                "?speed=8", Visitor.Screen.WIDE, options -> options.setReducedMotion(ReducedMotion.REDUCE));
        int all = shown(page);
        page.locator("[data-action=play]").click();
        until(page, "few incidents", () -> shown(page) < all / 2);
        until(page, "all again", () -> shown(page) == all);
    }

    @Test
    void escapeClosesASheetAndGivesTheFocusBack() {
        var page = visitor.open("");
        page.locator("[data-action=filters]").click();
        page.locator(".popover").first().waitFor();
        page.keyboard().press("Escape");
        until(page, "no sheet", () -> !page.locator(".popover").first().isVisible());
        assertEquals("filters", page.locator(":focus").getAttribute("data-action"));
    }

    @Test
    void onPaperThereAreTheMapAndThePanelWithoutTheControls() {
        var page = visitor.open("");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertFalse(page.locator(".controls").isVisible());
        assertTrue(page.locator("[data-role=date]").isVisible());
    }

    @Test
    void printedThereAreTheWholeMapAndTheSentencesOfTheIncidentThatIsOpen() throws IOException {
        var page = visitor.open("?span=day&to=2022-01-05");
        page.locator("[data-role=incident-list] .row").nth(2).click();
        page.locator("[data-role=incident-panel]").waitFor();
        var quote = page.locator("blockquote").first().textContent();
        // on paper a canvas is stretched from as many pixels as it says that it has
        assertEquals(
                List.of(),
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('#map canvas')].filter((canvas) => canvas.width < canvas.clientWidth)
                            .map((canvas) => `${canvas.parentElement.className}: ${canvas.width}`)"""));
        try (var paper = Loader.loadPDF(page.pdf())) {
            var text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
            assertTrue(text.contains("5 January 2022"), text);
            assertTrue(text.contains(quote.substring(0, Math.min(30, quote.length()))), text);
            assertFalse(text.contains("All incidents"), text);
        }
    }

    @ParameterizedTest
    @EnumSource(Visitor.Screen.class)
    void nothingIsWiderThanTheScreen(Visitor.Screen screen) {
        var page = visitor.open("", screen, options -> options.setBypassCSP(true));
        assertEquals(
                true,
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    @ParameterizedTest
    @CsvSource({
        "light, WIDE",
        "light, MIDDLE",
        "light, NARROW",
        "dark, WIDE",
        "dark, MIDDLE",
        "dark, NARROW",
    })
    void axeFindsNothingSeriousInAnyTheme(String theme, Visitor.Screen screen) {
        var page = visitor.open("?theme=" + theme, screen, options -> options.setBypassCSP(true));
        Barriers.none(page, "the map");
        if (screen == Visitor.Screen.NARROW) {
            page.locator(".page-head").tap();
        }
        page.locator("[data-role=incident-list] .row").first().click();
        page.locator("[data-role=incident-panel]").waitFor();
        Barriers.none(page, "an incident");
        page.locator("[data-report]").first().click();
        page.locator("[data-role=report-panel]").waitFor();
        Barriers.none(page, "a report");
        if (screen == Visitor.Screen.WIDE) {
            page.locator("[data-action=filters]").click();
            page.locator(".popover[data-popover=filters]").waitFor();
            Barriers.none(page, "the filters");
            page.keyboard().press("Escape");
            page.locator("[data-action=share]").click();
            page.locator(".popover[data-popover=share]").waitFor();
            Barriers.none(page, "sharing");
            page.navigate(visitor.site().address() + "/?view=table&theme=" + theme);
            Visitor.ready(page);
            Barriers.none(page, "the table");
        }
    }
}
