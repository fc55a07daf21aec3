package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.oqiga.page.Visitor.until;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that are dropped on the page are reports. */
class BringingIT {

    private static final String FILES =
            """
            texts => {
                const carried = new DataTransfer();
                for (const [name, text] of texts) carried.items.add(new File([text], name, {type: 'text/plain'}));
                return carried;
            }""";

    private final Site site = Site.workedOn();
    private final Staff staff = new Staff(site);

    @RegisterExtension
    final Visitor visitor = new Visitor(site);

    @Test
    void severalDroppedOnTheSheetAreOnTheMapSoonAfter() {
        var page = opened("editor");
        page.locator("[data-action=account]").click();
        page.locator(".popover [data-action=bring]").click();
        page.locator("dialog[data-dialog=bring]").waitFor();
        drop(
                page,
                "dialog[data-dialog=bring] .drop",
                List.of("drop-one.txt", "date 2022-01-07\nShops were looted in Kokshetau on 6 January 2022.\n"),
                List.of("drop-two.txt", "date 2022-01-07\nA crowd blocked a road near Kokshetau on 6 January 2022.\n"));
        until(page, "both read", () -> read(page, "drop-one.txt") && read(page, "drop-two.txt"));
        for (var name : List.of("drop-one.txt", "drop-two.txt")) {
            assertEquals(1, site.incidents("report=" + name).size(), name);
        }
    }

    @Test
    void oneDroppedAnywhereOpensTheSheet() {
        var page = opened("editor");
        drop(
                page,
                "#map",
                List.of("drop-three.txt", "date 2022-01-07\nShops were looted in Kostanay on 6 January 2022.\n"));
        until(page, "it read", () -> read(page, "drop-three.txt"));
        assertEquals(1, site.incidents("report=drop-three.txt").size());
    }

    /** Whether the sheet says so. */
    private static boolean read(Page page, String name) {
        var done = page.locator("dialog[data-dialog=bring] [data-state=done]");
        return done.allTextContents().stream().anyMatch(said -> said.contains(name));
    }

    @SafeVarargs
    private static void drop(Page page, String where, List<String>... texts) {
        var carried = page.evaluateHandle(FILES, List.of(texts));
        for (var happens : List.of("dragover", "drop")) {
            page.locator(where).dispatchEvent(happens, Map.of("dataTransfer", carried));
        }
    }

    private Page opened(String role) {
        var page = visitor.blank(Visitor.Screen.WIDE, options -> {});
        staff.signIn(page, role);
        page.navigate(site.address() + "/");
        Visitor.ready(page);
        page.locator("[data-action=account] .initial").waitFor();
        return page;
    }
}
