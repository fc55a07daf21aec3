package org.oqiga.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oqiga.page.Visitor.Screen;

/**
 * Prints how soon somebody who has never been there sees the page of the packaged program with the sample reports: each visit
 * is in a context of its own, with nothing kept. Run from the root of the repository, after {@code mvn -q -DskipTests package}:
 * {@code mvn -q org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test -Dexec.mainClass=org.oqiga.page.FirstPaintBenchmark}.
 */
final class FirstPaintBenchmark {

    private static final int VISITS = 15;

    /** Notes when the frame with the first mark of the map in it has been drawn. */
    private static final String WATCH =
            """
            const put = CanvasRenderingContext2D.prototype.putImageData;
            CanvasRenderingContext2D.prototype.putImageData = function (image, ...at) {
                put.call(this, image, ...at);
                if (!new Uint32Array(image.data.buffer).some(Boolean)) return;
                CanvasRenderingContext2D.prototype.putImageData = put;
                requestAnimationFrame(() => setTimeout(() => (document.documentElement.dataset.marked = performance.now())));
            };
            """;

    /** What one visitor saw when, in milliseconds from the first request on. */
    private record Visit(double painted, double marked) {}

    private FirstPaintBenchmark() {}

    public static void main(String[] arguments) {
        var site = Site.running();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = Chromium.launch(playwright)) {
            System.out.println("| screen | visits | first paint, median | slowest | first mark, median | slowest |");
            System.out.println("|---|--:|--:|--:|--:|--:|");
            row("1440 × 900, the first since the start", List.of(visit(browser, site, Screen.WIDE)));
            for (var screen : List.of(Screen.WIDE, Screen.NARROW)) {
                var visits = new ArrayList<Visit>();
                for (int i = 0; i < VISITS; i++) {
                    visits.add(visit(browser, site, screen));
                }
                row(screen.width + " × " + screen.height, visits);
            }
        }
        System.exit(0);
    }

    private static Visit visit(Browser browser, Site site, Screen screen) {
        try (var context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(screen.width, screen.height))) {
            var page = context.newPage();
            page.addInitScript(WATCH);
            page.navigate(site.address() + "/");
            page.locator("html[data-marked]").waitFor();
            return new Visit(
                    ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                            .doubleValue(),
                    Double.parseDouble(page.locator("html").getAttribute("data-marked")));
        }
    }

    private static void row(String what, List<Visit> visits) {
        var painted = visits.stream().mapToDouble(Visit::painted).sorted().toArray();
        var marked = visits.stream().mapToDouble(Visit::marked).sorted().toArray();
        int last = visits.size() - 1;
        System.out.printf(
                "| %s | %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
                what, visits.size(), painted[last / 2], painted[last], marked[last / 2], marked[last]);
    }
}
