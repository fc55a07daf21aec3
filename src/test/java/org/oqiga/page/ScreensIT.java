package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.page.Visitor.Screen;

/** Takes a picture of every main state on every screen into {@code target/screens}, for somebody to look at. */
class ScreensIT {

    private static final Path FOLDER = Path.of("target", "screens");

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @ParameterizedTest
    @CsvSource({
        "start, ''",
        "start-dark, ?theme=dark",
        "one-day, ?span=day&to=2022-01-05",
        "spread, ?show=spread&to=2022-01-06",
        "regions-dark, ?show=regions&theme=dark",
        "table, ?view=table",
        "russian, ?lang=ru&to=2022-01-05",
        "kazakh-dark, ?lang=kk&theme=dark",
        "embedded, ?embed=1",
        "nothing-found, ?q=kangaroo",
    })
    void aState(String name, String query) {
        for (var screen : Screen.values()) {
            var page = visitor.open(query, screen);
            if (name.equals("table") && screen == Screen.NARROW) {
                page.locator(".page-head").tap();
            }
            take(page, screen, name);
        }
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void theWayFromADotToItsSentence(String theme) {
        for (var screen : Screen.values()) {
            var page = visitor.open("?theme=" + theme, screen);
            if (screen == Screen.NARROW) {
                page.locator(".page-head").tap();
            }
            page.locator("[data-role=incident-list] .row").nth(3).click();
            page.locator("[data-role=incident-panel]").waitFor();
            take(page, screen, "incident-" + theme);
            page.locator("[data-report]").first().click();
            page.locator("mark.current").first().waitFor();
            take(page, screen, "report-" + theme);
        }
    }

    @ParameterizedTest
    @CsvSource({"filters", "share"})
    void aSheet(String name) {
        for (var screen : Screen.values()) {
            var page = visitor.open("", screen);
            page.locator("[data-action=" + name + "]").click();
            page.locator(".popover[data-popover=" + name + "]").waitFor();
            inside(page.locator(".popover[data-popover=" + name + "]").boundingBox(), screen, name);
            take(page, screen, name);
        }
    }

    /** Takes the picture, and sees that what one must have is on the screen whole. */
    private static void take(Page page, Screen screen, String name) {
        page.waitForTimeout(100);
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(FOLDER.resolve(name + "-" + screen.width + "x" + screen.height + ".png")));
        for (var needed : List.of("[data-role=timeline]", "[data-role=date]", ".play")) {
            inside(page.locator(needed).boundingBox(), screen, needed + " of " + name);
        }
    }

    private static void inside(BoundingBox box, Screen screen, String what) {
        assertTrue(
                box.x >= -1
                        && box.y >= -1
                        && box.x + box.width <= screen.width + 1
                        && box.y + box.height <= screen.height + 1,
                what + " on " + screen + " lies at " + box.x + ", " + box.y + ", " + box.width + "×" + box.height);
    }
}
