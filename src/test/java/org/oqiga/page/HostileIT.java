package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A report is text, whatever it holds. */
class HostileIT {

    private static final String NAME = "hostile <b onmouseover=alert(4)>name</b>.txt";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void scriptsInAReportAreShownAndNotRun() {
        var page = report();
        var panel = page.locator("[data-role=report-panel]");
        assertTrue(panel.locator(".body").textContent().contains("<script>document.title='owned';alert(1)</script>"));
        assertTrue(panel.locator("h2").textContent().startsWith("<svg onload=alert(5)>"));
        assertEquals(0, panel.locator("script, img, svg[onload], b, style").count());
        assertEquals("Oqiga, a map of incidents", page.title());
    }

    @Test
    void anAddressThatIsAScriptIsNoLink() {
        assertEquals(
                0,
                report().locator("[data-role=report-panel] a[href^='javascript']")
                        .count());
    }

    @Test
    void aWordOfTenThousandLettersStaysInThePanel() {
        var page = report();
        var panel = page.locator("[data-role=panel]").boundingBox();
        var body = page.locator("[data-role=report-panel] .body").boundingBox();
        assertTrue(body.x >= panel.x && body.x + body.width <= panel.x + panel.width + 1);
        assertTrue(page.locator("[data-action=play]").isVisible());
    }

    @Test
    void whatItTellsIsShownAsTextEverywhere() {
        var page = visitor.open("?background=1");
        int all = Visitor.shown(page);
        page.locator("[data-action=filters]").click();
        page.locator("[data-key=source]").selectOption(NAME);
        Visitor.until(page, "its incidents alone", () -> Visitor.shown(page) < all);
        page.keyboard().press("Escape");
        var rows = page.locator("[data-role=incident-list] .row");
        assertTrue(rows.count() > 0, "the hostile report tells of incidents");
        for (int i = 0; i < rows.count(); i++) {
            rows.nth(i).click();
            var panel = page.locator("[data-role=incident-panel]");
            panel.waitFor();
            assertEquals(0, panel.locator("script, img, b[onmouseover], style").count());
            page.locator("[data-action=back]").click();
            rows.first().waitFor();
        }
    }

    @Test
    void anAddressFullOfMarkupChangesNothingButText() {
        var evil = URLEncoder.encode("<img src=x onerror=alert(7)>", StandardCharsets.UTF_8);
        var page = visitor.open("?q=" + evil + "&place=" + evil + "&source=" + evil + "&incident=" + evil);
        assertEquals(0, page.locator("body img[src=x]").count());
        assertEquals(
                "<img src=x onerror=alert(7)>",
                page.locator("[data-role=search]").inputValue());
    }

    private Page report() {
        var page = visitor.open("?report=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8));
        page.locator("[data-role=report-panel] .body").waitFor();
        return page;
    }
}
