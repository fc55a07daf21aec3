package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.counts;
import static org.oqiga.page.Visitor.date;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.tip;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where there are more incidents than a browser should hold: nobody is to notice. */
class ManyIT {

    @RegisterExtension
    final Visitor few = new Visitor();

    @RegisterExtension
    final Visitor many = new Visitor(Site.withMany());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?background=1",
                "?span=day&to=2022-01-05",
                "?span=hours6&to=2022-01-05T18:00",
                "?from=2022-01-04&to=2022-01-06",
                "?hide=protest,arrest&map=5/48/68",
                "?q=airport",
                "?place=geonames:1526384",
                "?confidence=0.9",
                "?asof=2022-01-06",
                "?show=spread&to=2022-01-06",
                "?show=regions",
                "?map=12/43.25/76.92&span=day&to=2022-01-05",
                "?q=kangaroo"
            })
    void theSameIsDrawnCountedAndListed(String query) {
        var held = few.open(query);
        var tiled = open(query);
        until(tiled, "the same list", () -> list(held).equals(list(tiled)));
        assertEquals(
                held.locator("[data-role=count]").textContent(),
                tiled.locator("[data-role=count]").textContent());
        assertEquals(date(held), date(tiled));
        assertEquals(
                held.locator(".groups").innerText(), tiled.locator(".groups").innerText());
        assertEquals(
                held.locator(".outside").innerText(), tiled.locator(".outside").innerText());
        // what lies over one another, arrows and towns of one size, is drawn in the order in which the places came
        boolean inAnyOrder = query.contains("spread") || query.contains("map=12");
        for (var pane : inAnyOrder ? List.of("labels") : List.of("marks", "areas", "labels")) {
            until(tiled, "the same " + pane, () -> drawing(held, pane).equals(drawing(tiled, pane)));
        }
        assertEquals(timeline(held), timeline(tiled), "the timeline");
    }

    @Test
    void theMapIsDrawnFromVectorTilesAlone() {
        var asked = new CopyOnWriteArrayList<String>();
        var page = many.blank(Visitor.Screen.WIDE, options -> {});
        page.context().onRequest((Request request) -> asked.add(request.url()));
        page.navigate(many.site().address() + "/");
        Visitor.ready(page);
        assertTrue(asked.stream().anyMatch(url -> url.contains(".mvt?v=")), asked.toString());
        assertFalse(
                asked.stream()
                        .anyMatch(url ->
                                url.contains("f=columns") && !url.contains("limit=") && !url.contains("latest=")),
                asked.toString());
        asked.clear();
        page.locator("[data-action=filters]").click();
        page.locator("[data-key=sure2]").check();
        until(page, "other tiles", () -> asked.stream().anyMatch(url -> url.contains(".mvt?min_confidence=0.9")));
    }

    @Test
    void itPlaysInBothModes() {
        for (var span : List.of("all", "day")) {
            var page = open("?speed=8&span=" + span);
            int all = counts(page)[1];
            page.locator("[data-action=play]").click();
            until(page, "few incidents", () -> shown(page) < all / 4);
            until(page, "the end", () -> page.locator("[data-action=play]").count() == 1);
            var held = few.open("?span=" + span);
            assertEquals(shown(held), shown(page));
            assertEquals(drawing(held, "marks"), drawing(page, "marks"));
        }
    }

    @Test
    void whereATileHoldsButASampleWhatStandsStillIsDrawnWhole() {
        var held = few.open("");
        var page = many.blank(Visitor.Screen.WIDE, options -> {});
        var asked = new CopyOnWriteArrayList<String>();
        page.context().onRequest((Request request) -> asked.add(request.url()));
        // two hundred thousand would be too many for a test: here two are a crowd, of whom a tile has room for one
        page.context().route(url -> url.endsWith("/many/worker.js"), route -> {
            var script = route.fetch();
            var few = script.text().replaceFirst("19e4|190_?000", "2");
            assertFalse(few.equals(script.text()));
            route.fulfill(new Route.FulfillOptions().setResponse(script).setBody(few));
        });
        page.context().route(url -> url.contains(".mvt"), route -> {
            var tile = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(tile).setBodyBytes(Thinned.byHalf(tile.body())));
        });
        page.navigate(many.site().address() + "/");
        Visitor.ready(page);
        until(page, "every mark", () -> drawing(held, "marks").equals(drawing(page, "marks")));
        assertEquals(
                held.locator("[data-role=count]").textContent(),
                page.locator("[data-role=count]").textContent());
        assertTrue(asked.stream().anyMatch(url -> url.contains("by=month&bbox=")), "what each mark stands for");

        page.locator("select[data-action=speed]").selectOption("0.25");
        page.locator("[data-action=play]").click();
        until(page, "the sample", () -> shown(page) < shown(held) && !list(page).isEmpty());
        page.locator("[data-action=pause]").click();
        page.locator("[data-role=timeline]").press("End");
        until(page, "every mark again", () -> drawing(held, "marks").equals(drawing(page, "marks")));
    }

    @Test
    void aTypeIsHiddenAtOnceAndCountedBesideItsName() {
        var page = open("?background=1");
        int all = shown(page);
        page.locator("[data-action=filters]").click();
        var type = page.locator(".popover label.choice", new Page.LocatorOptions().setHasText("Arrests"));
        int arrests = Integer.parseInt(type.locator(".n").textContent());
        type.locator("input").uncheck();
        until(page, "fewer", () -> shown(page) == all - arrests);
        assertTrue(arrests > 0);
    }

    @Test
    void whatIsPointedAtTellsItsTitleAndAClickOpensIt() {
        var page = open("?map=12/43.25/76.92&span=day&to=2022-01-05");
        var told = new ArrayList<String>();
        for (int y = -60; y <= 60 && told.isEmpty(); y += 10) {
            for (int x = -60; x <= 60 && told.isEmpty(); x += 10) {
                page.mouse().move(720 + x, 450 + y);
                if (tip(page).contains("report")) {
                    told.add(tip(page));
                    page.mouse().click(720 + x, 450 + y);
                }
            }
        }
        page.locator("[data-role=incident-panel]").waitFor();
        assertTrue(
                told.get(0)
                        .startsWith(
                                page.locator("[data-role=incident-panel] h2").textContent()),
                told.get(0));
        page.locator("[data-report]").first().click();
        page.locator("mark.current").first().waitFor();
    }

    @Test
    void anIncidentOfTheListOpensAndIsRingedOnTheMap() {
        var page = open("?place=geonames:1526384");
        page.locator("[data-role=incident-list] .row").nth(2).waitFor();
        var before = drawing(page, "marks");
        page.locator("[data-role=incident-list] .row").nth(2).click();
        page.locator("[data-role=incident-panel]").waitFor();
        until(page, "a ring", () -> !before.equals(drawing(page, "marks")));
        assertTrue(page.url().contains("incident="), page.url());
    }

    /** The page when everything that it asks for at first is there. */
    private Page open(String query) {
        return many.open(query);
    }

    private static List<?> list(Page page) {
        return (List<?>) page.evaluate(
                "() => [...document.querySelectorAll('[data-role=incident-list] .row')].map(row => row.textContent)");
    }

    private static String drawing(Page page, String pane) {
        return (String)
                page.evaluate("pane => document.querySelector(`.leaflet-${pane}-pane canvas`).toDataURL()", pane);
    }

    private static String timeline(Page page) {
        return (String) page.evaluate("() => document.querySelector('[data-role=timeline] canvas').toDataURL()");
    }
}
