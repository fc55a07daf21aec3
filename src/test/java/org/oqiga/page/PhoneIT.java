package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.until;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page in one hand, under fingers. */
class PhoneIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void thePanelIsASheetThatIsDrawnUp() {
        var page = visitor.open("", Visitor.Screen.NARROW);
        var panel = page.locator("[data-role=panel]");
        assertEquals("closed", panel.getAttribute("data-state"));
        page.locator(".page-head").tap();
        until(page, "the sheet drawn up", () -> "open".equals(panel.getAttribute("data-state")));
        page.locator("[data-role=incident-list] .row").first().tap();
        page.locator("[data-role=incident-panel]").waitFor();
    }

    @Test
    void theWindowTheSpeedAndTheLoopAreWithinReach() {
        var page = visitor.open("", Visitor.Screen.NARROW);
        int all = shown(page);
        page.locator("select[data-action=span]").selectOption("day");
        until(page, "one day", () -> shown(page) < all);
        page.locator("select[data-action=speed]").selectOption("4");
        page.locator("[data-action=loop]").tap();
        assertTrue(page.url().contains("span=day&speed=4&loop=1"), page.url());
        page.locator("[data-action=filters]").tap();
        page.locator(".popover [data-key=theme]").tap();
        assertEquals("dark", page.locator("html").getAttribute("data-theme"));
    }

    @Test
    void twoFingersComeCloserAndOneMovesTheMap() {
        var page = visitor.open("?map=5/48/68", Visitor.Screen.NARROW);
        var fingers = page.context().newCDPSession(page);
        touch(fingers, "touchStart", 180, 300, 210, 300);
        for (int apart = 20; apart <= 120; apart += 20) {
            touch(fingers, "touchMove", 180 - apart / 2, 300, 210 + apart / 2, 300);
            page.waitForTimeout(30);
        }
        touch(fingers, "touchEnd");
        until(page, "a closer view", () -> !page.url().contains("map=5/"));
        var closer = page.url();
        touch(fingers, "touchStart", 200, 300);
        for (int moved = 0; moved <= 100; moved += 20) {
            touch(fingers, "touchMove", 200 - moved, 300);
            page.waitForTimeout(30);
        }
        touch(fingers, "touchEnd");
        until(page, "another view", () -> !page.url().equals(closer));
        assertEquals(zoom(closer), zoom(page.url()));
    }

    @Test
    void aFingerDrawsTheHandlesOfTheTimelineAndAMarkIsOpenedByATap() {
        var page = visitor.open("?from=2022-01-04&to=2022-01-05&map=12/43.25/76.92", Visitor.Screen.NARROW);
        var window = page.locator(".frame").boundingBox();
        double end = window.x + window.width;
        double y = window.y + 15;
        var fingers = page.context().newCDPSession(page);
        touch(fingers, "touchStart", end, y);
        touch(fingers, "touchMove", end + window.width / 4, y);
        touch(fingers, "touchMove", end + window.width / 2, y);
        touch(fingers, "touchEnd");
        until(page, "one day more", () -> page.url().contains("from=2022-01-04&to=2022-01-06"));
        page.locator("select[data-action=span]").selectOption("day");
        for (int y2 = 180; y2 <= 420; y2 += 12) {
            for (int x = 120; x <= 270; x += 15) {
                page.touchscreen().tap(x, y2);
                if (page.url().contains("incident=")) {
                    page.locator("[data-role=incident-panel]").waitFor();
                    return;
                }
            }
        }
        throw new AssertionError("no mark found");
    }

    private static String zoom(String url) {
        return url.replaceAll(".*map=([\\d.]+)/.*", "$1");
    }

    /** Fingers at x and y, one after the other. */
    private static void touch(CDPSession fingers, String what, double... at) {
        var points = new JsonArray();
        for (int i = 0; i < at.length; i += 2) {
            var point = new JsonObject();
            point.addProperty("x", at[i]);
            point.addProperty("y", at[i + 1]);
            point.addProperty("id", i);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", what);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }
}
