package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.page.Visitor.Screen;

/** Takes a picture of every state of the desk into {@code target/screens}; none has anything serious for axe, or is cut off. */
class DeskScreensIT {

    private static final Path FOLDER = Path.of("target", "screens");

    private final Site site = Site.workedOn();
    private final Staff staff = new Staff(site);

    @RegisterExtension
    final Visitor visitor = new Visitor(site);

    // each width and each theme once: all six would take minutes, and the rules of style are the same
    @ParameterizedTest
    @CsvSource({"light, WIDE", "light, MIDDLE", "dark, NARROW"})
    void theDeskIsForEverybody(String theme, Screen screen) {
        var page = visitor.blank(screen, options -> options.setBypassCSP(true));
        page.navigate(site.address() + "/?theme=" + theme);
        Visitor.ready(page);
        page.locator("[data-action=account]").click();
        look(page, theme, screen, "sign-in", "dialog");
        page.keyboard().press("Escape");

        staff.signIn(page, "admin");
        page.reload();
        Visitor.ready(page);
        page.locator(".initial").waitFor();
        page.locator("[data-action=account]").click();
        look(page, theme, screen, "account", ".popover[data-popover=account]");
        page.keyboard().press("Escape");
        for (var name : List.of("people", "tokens", "bring")) {
            menu(page, name);
            look(page, theme, screen, name, "dialog");
            page.keyboard().press("Escape");
        }

        if (screen == Screen.NARROW) {
            page.locator(".page-head").tap();
        }
        page.locator("[data-action=pick]").click();
        page.locator("[data-pick]").nth(0).check();
        page.locator("[data-pick]").nth(1).check();
        look(page, theme, screen, "picked", "[data-role=picked]");
        page.locator("[data-action=merge-picked]").click();
        look(page, theme, screen, "merge", "dialog");
        page.keyboard().press("Escape");
        page.locator("[data-action=unpick]").click();

        page.locator("[data-role=incident-list] .row").nth(3).click();
        page.locator("[data-role=desk-actions]").waitFor();
        look(page, theme, screen, "incident", "[data-role=panel]");
        page.locator("[data-action=correct]").click();
        page.locator("[data-role=correction] [name=title]").fill("As " + theme + " as " + screen);
        look(page, theme, screen, "correct", "[data-role=panel]");
        page.locator("[data-action=move]").click();
        look(page, theme, screen, "move", ".desk-pin");
        page.locator("[data-action=save]").click();
        page.locator("[data-set=title]").waitFor();
        page.locator("[data-role=history] summary").click();
        look(page, theme, screen, "corrected", "[data-role=panel]");
        page.locator("[data-report]").first().click();
        page.locator("[data-action=mark]").waitFor();
        look(page, theme, screen, "report", "[data-role=panel]");
        menu(page, "changes");
        page.locator("[data-role=changes] .change").first().waitFor();
        look(page, theme, screen, "changes", "[data-role=panel]");
        menu(page, "queue");
        page.locator("[data-role=queue]").waitFor();
        look(page, theme, screen, "queue", "[data-role=queue]");
    }

    private static void menu(Page page, String item) {
        page.locator("[data-action=account]").click();
        page.locator(".popover [data-action=" + item + "]").click();
    }

    private static void look(Page page, String theme, Screen screen, String name, String shown) {
        var what = name + "-" + theme + "-" + screen;
        page.locator(shown).first().waitFor();
        page.waitForTimeout(350);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(
                        "desk-" + name + "-" + theme + "-" + screen.width + "x" + screen.height + ".png")));
        var box = page.locator(shown).first().boundingBox();
        assertTrue(
                box.x >= -1
                        && box.y >= -1
                        && box.x + box.width <= screen.width + 1
                        && box.y + box.height <= screen.height + 1,
                what + " lies at " + box.x + ", " + box.y + ", " + box.width + "×" + box.height);
        assertEquals(
                true,
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                what);
        Barriers.none(page, what);
    }
}
