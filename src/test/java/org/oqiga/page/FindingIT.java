package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.page.Visitor.counts;
import static org.oqiga.page.Visitor.shown;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Filters, the search, the list and the table. */
class FindingIT {

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void theNumbersSaySoManyOfSoManyIncidentsFromSoManyReports() {
        var page = visitor.open("?background=1");
        var all = visitor.site().get("/api/incidents");
        int incidents = all.path("features").size();
        assertArrayEquals(new int[] {incidents, incidents, all.path("reports").asInt()}, counts(page));
    }

    @Test
    void aGroupIsHiddenAndShownByItsChip() {
        var page = visitor.open("?background=1");
        int all = shown(page);
        var chip = page.locator("[data-group=unrest]");
        int unrest = Integer.parseInt(chip.locator(".n").textContent());
        chip.click();
        assertEquals("false", page.locator("[data-group=unrest]").getAttribute("aria-pressed"));
        assertEquals(all - unrest, shown(page));
        page.locator("[data-group=unrest]").click();
        assertEquals(all, shown(page));
    }

    @Test
    void aTypeIsChosenInTheFiltersWithItsNumberBesideIt() {
        var page = visitor.open("?background=1");
        int all = shown(page);
        var type = filters(page)
                .locator("label.choice", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Arrests"));
        int arrests = Integer.parseInt(type.locator(".n").textContent());
        assertTrue(arrests > 0);
        type.locator("input").uncheck();
        assertEquals(all - arrests, shown(page));
        assertTrue(page.url().contains("hide=arrest"), page.url());
    }

    @Test
    void onlyWhatIsWellFoundedCanBeAskedFor() {
        var page = visitor.open("?background=1");
        filters(page).locator("[data-key=sure2]").check();
        assertEquals(visitor.site().incidents("min_confidence=0.9").size(), shown(page));
    }

    @Test
    void theStatusIsAFilterToo() {
        var page = visitor.open("?background=1");
        var status = filters(page).locator("[data-key=extracted]");
        assertTrue(status.isChecked());
        assertTrue(page.locator("label.choice:has([data-key=extracted]) .n")
                .textContent()
                .equals(String.valueOf(shown(page))));
    }

    @Test
    void oneReportCanBeLookedAtByItself() {
        var page = visitor.open("?background=1");
        int all = shown(page);
        filters(page).locator("[data-key=source]").selectOption("2022-01-02-zhanaozen-wire.txt");
        until(page, "fewer incidents", () -> shown(page) < all && shown(page) > 0);
        long of = visitor.site().incidents("").stream()
                .filter(incident ->
                        incident.at("/properties/sources").toString().contains("2022-01-02-zhanaozen-wire.txt"))
                .count();
        assertEquals(of, shown(page));
    }

    @Test
    void clearingTheFiltersShowsEverythingAgain() {
        var page = visitor.open("?background=1&hide=protest,arrest&confidence=0.8");
        filters(page).locator("[data-key=clear]").click();
        assertEquals(counts(page)[1], shown(page));
    }

    @Test
    void aWordIsSearchedForInTheReports() {
        var page = visitor.open("?background=1");
        int all = shown(page);
        page.locator("[data-role=search]").fill("Zhanaozen");
        until(page, "fewer incidents", () -> shown(page) < all && shown(page) > 0);
        assertTrue(page.locator("[data-role=incident-list]").textContent().contains("Zhanaozen"));
        assertTrue(page.url().contains("q=Zhanaozen"), page.url());
    }

    @Test
    void aSearchWithoutAResultSaysSoAndOffersAWayOut() {
        var page = visitor.open("");
        page.locator("[data-role=search]").fill("kangaroo");
        var nothing = page.locator(".panel .nothing");
        nothing.waitFor();
        assertTrue(nothing.textContent().contains("No incident matches"), nothing.textContent());
        nothing.locator("button").click();
        until(page, "incidents", () -> shown(page) > 0);
    }

    @Test
    void theListIsInStepWithTheTime() {
        var page = visitor.open("?span=day&to=2022-01-05");
        var days = page.locator("[data-role=incident-list] .day");
        int listed = 0;
        for (var number : days.locator(".n").allTextContents()) {
            listed += Integer.parseInt(number);
        }
        assertTrue(listed <= shown(page) && listed > 0);
        var before = page.locator("[data-role=incident-list]").textContent();
        page.locator("[data-action=step-back]").click();
        until(
                page,
                "another list",
                () -> !before.equals(page.locator("[data-role=incident-list]").textContent()));
    }

    @Test
    void theArrowKeysWalkThroughTheList() {
        var page = visitor.open("");
        var rows = page.locator("[data-role=incident-list] .row");
        rows.first().focus();
        page.keyboard().press("ArrowDown");
        assertEquals(
                rows.nth(1).getAttribute("data-incident-id"),
                page.locator(".row:focus").getAttribute("data-incident-id"));
        page.keyboard().press("Enter");
        page.locator("[data-role=incident-panel]").waitFor();
    }

    @Test
    void theTableShowsTheSameAndCanBeSorted() {
        var page = visitor.open("?background=1");
        page.locator("[data-view=table]").click();
        var rows = page.locator("[data-role=incident-table] tbody tr");
        rows.first().waitFor();
        assertEquals(Math.min(500, shown(page)), rows.count());
        page.locator("[data-sort=where]").click();
        var places =
                page.locator("[data-role=incident-table] tbody td:nth-child(2)").allTextContents();
        var sorted = places.stream()
                .sorted(java.text.Collator.getInstance(java.util.Locale.UK))
                .toList();
        assertEquals(sorted.get(0), places.get(0));
        assertEquals("ascending", page.locator("th:has([data-sort=where])").getAttribute("aria-sort"));
        page.locator("[data-sort=where]").click();
        assertEquals("descending", page.locator("th:has([data-sort=where])").getAttribute("aria-sort"));
    }

    @Test
    void aRowOfTheTableOpensItsIncident() {
        var page = visitor.open("?view=table");
        page.locator("[data-role=incident-table] [data-incident-id]").first().click();
        page.locator("[data-role=incident-panel]").waitFor();
    }

    private static com.microsoft.playwright.Locator filters(Page page) {
        page.locator("[data-action=filters]").click();
        var sheet = page.locator(".popover").first();
        sheet.waitFor();
        return sheet;
    }
}
