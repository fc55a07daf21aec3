package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What bars people from a page, as far as axe sees it. */
final class Barriers {

    private Barriers() {}

    /** Fails where there is anything serious. */
    static void none(Page page, String what) {
        // the other mode puts the same together in a second page, for pages with frames in them; ours have none
        assertEquals(0, page.locator("iframe, frame").count(), what);
        var wanted = new AxeRunOptions();
        // all rules are tried; what they find in order is not described at length for nobody
        wanted.setResultTypes(List.of("violations"));
        var serious = new AxeBuilder(page)
                .options(wanted).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " at " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), serious, what);
    }
}
