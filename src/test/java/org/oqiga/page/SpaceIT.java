package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.tip;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the map itself shows. */
class SpaceIT {

    /** The map's middle is the middle of Almaty. */
    private static final String ALMATY = "map=7/43.25/76.92";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void pointingAtATownTellsItsNameAndWhatIsThere() {
        var page = visitor.open("?" + ALMATY);
        assertTrue(hover(page, 0, 0).startsWith("Almaty"), tip(page));
    }

    @Test
    void aClickOnAClusterComesCloser() {
        var page = visitor.open("?" + ALMATY);
        hover(page, 0, 0);
        click(page, 0, 0);
        until(page, "a closer view", () -> page.url().contains("map=9/"));
    }

    @Test
    void onePlaceAloneCanBeChosenAndLetGo() {
        var page = visitor.open("?place=geonames:1526384");
        assertTrue(page.locator("[data-action=clear-place]").textContent().contains("Almaty"));
        int there = shown(page);
        assertTrue(there > 0);
        page.locator("[data-action=clear-place]").click();
        until(page, "more incidents", () -> shown(page) > there);
    }

    @Test
    void aTownsIncidentsFanOutWhereTheMapIsClose() {
        var page = visitor.open("?map=12/43.25/76.92&span=day&to=2022-01-05");
        var found = new ArrayList<String>();
        for (int y = -90; y <= 90 && found.stream().distinct().count() < 2; y += 15) {
            for (int x = -90; x <= 90; x += 15) {
                var tip = hover(page, x, y);
                if (tip.contains("report")) {
                    found.add(tip);
                }
            }
        }
        assertTrue(found.stream().distinct().count() > 1, found.toString());
    }

    @Test
    void aMarkOpensItsIncident() {
        var page = visitor.open("?map=12/43.25/76.92&span=day&to=2022-01-05");
        for (int y = -90; y <= 90; y += 15) {
            for (int x = -90; x <= 90; x += 15) {
                if (hover(page, x, y).contains("report")) {
                    click(page, x, y);
                    page.locator("[data-role=incident-panel]").waitFor();
                    assertTrue(page.url().contains("incident="), page.url());
                    return;
                }
            }
        }
        throw new AssertionError("no mark found");
    }

    @Test
    void whatIsToldOfTheCountryIsTheCountryAsAWhole() {
        var page = visitor.open("?map=5/48.5/68");
        until(page, "the country's tip", () -> {
            for (int y = 200; y < 650; y += 20) {
                page.mouse().move(560, y);
                if (tip(page).startsWith("Kazakhstan as a whole")) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void theMarksMoveWithTheMap() {
        var page = visitor.open("?" + ALMATY);
        page.mouse().move(720, 250);
        page.mouse().down();
        page.mouse().move(620, 350, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.waitForTimeout(400); // a hand that rests before it lets go does not throw the map
        page.mouse().up();
        page.waitForTimeout(800);
        until(page, "Almaty where it was dragged to", () -> hover(page, -100, 100)
                .startsWith("Almaty"));
    }

    @Test
    void theSpreadIsAViewOfItsOwnWithAKey() {
        var page = visitor.open("?to=2022-01-06");
        var before = picture(page);
        page.locator("[data-mode=spread]").click();
        assertEquals("true", page.locator("[data-mode=spread]").getAttribute("aria-pressed"));
        until(page, "another map", () -> !Arrays.equals(before, picture(page)));
        assertTrue(page.url().contains("show=spread"));
        page.locator(".key summary").click();
        assertTrue(page.locator(".key").textContent().contains("it claims no cause"));
    }

    @Test
    void regionsAreShadedByTheirNumberOfIncidents() {
        var page = visitor.open("");
        var before = picture(page);
        page.locator("[data-mode=regions]").click();
        until(page, "another map", () -> !Arrays.equals(before, picture(page)));
        assertTrue(page.url().contains("show=regions"));
    }

    @Test
    void anotherServersTilesAreAskedForOnlyWhenSomebodyWantsThem() {
        var page = visitor.open("");
        var asked = new ArrayList<String>();
        page.route(url -> url.contains("tile.openstreetmap.org"), route -> {
            asked.add(route.request().url());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("image/png")
                    .setBodyBytes(DOT));
        });
        page.locator(".leaflet-control-zoom-in").click();
        page.waitForTimeout(500);
        assertEquals(0, asked.size());
        page.locator(".key summary").click();
        page.locator("[data-action=tiles]").check();
        until(page, "tiles", () -> !asked.isEmpty());
        assertTrue(page.locator(".leaflet-control-attribution").textContent().contains("OpenStreetMap"));
    }

    @Test
    void nothingIsAskedOfAnyOtherServer() {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(visitor.site().address());
        Visitor.ready(page);
        assertEquals(
                0,
                asked.stream()
                        .filter(url -> !url.startsWith(visitor.site().address()))
                        .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                        .count(),
                asked.toString());
    }

    private static String hover(Page page, double right, double down) {
        var map = page.locator("#map").boundingBox();
        page.mouse().move(10, 400);
        page.mouse().move(map.x + map.width / 2 + right, map.y + map.height / 2 + down);
        page.waitForTimeout(30);
        return tip(page);
    }

    private static void click(Page page, double right, double down) {
        var map = page.locator("#map").boundingBox();
        page.mouse().click(map.x + map.width / 2 + right, map.y + map.height / 2 + down);
    }

    private static byte[] picture(Page page) {
        page.mouse().move(10, 300);
        page.waitForTimeout(300);
        return page.locator("#map").screenshot();
    }

    /** A PNG of one transparent pixel. */
    private static final byte[] DOT = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
