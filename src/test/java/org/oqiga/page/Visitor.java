package org.oqiga.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Somebody at a browser; no page that they open may write an error to its console, unless it is said to. */
final class Visitor implements AfterEachCallback {

    /** The screens that the page is made for, in CSS pixels. */
    enum Screen {
        WIDE(1440, 900),
        MIDDLE(1024, 768),
        NARROW(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern COUNT = Pattern.compile("([\\d,]+) of ([\\d,]+) incidents from ([\\d,]+) reports");
    private static final Browser BROWSER = launch();

    private final Site site;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Visitor() {
        this(Site.running());
    }

    Visitor(Site site) {
        this.site = site;
    }

    Site site() {
        return site;
    }

    /** Opens the map with {@code query} on a wide screen and waits until it is there. */
    Page open(String query) {
        return open(query, Screen.WIDE);
    }

    Page open(String query, Screen screen) {
        return open(query, screen, options -> {});
    }

    Page open(String query, Screen screen, Consumer<Browser.NewContextOptions> more) {
        var page = blank(screen, more);
        page.navigate(site.address() + "/" + query);
        ready(page);
        return page;
    }

    /** An empty page, for those who want to stand between it and the service first. */
    Page blank(Screen screen, Consumer<Browser.NewContextOptions> more) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setLocale("en-GB")
                .setAcceptDownloads(true)
                .setHasTouch(screen == Screen.NARROW);
        more.accept(options);
        var context = BROWSER.newContext(options);
        context.setDefaultTimeout(PATIENCE.toMillis());
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    static void ready(Page page) {
        page.locator("html[data-ready=true]").waitFor();
    }

    /** What is in the console so far is what was to be expected. */
    void expectedComplaints() {
        complaints.clear();
    }

    /** How many incidents the page shows. */
    static int shown(Page page) {
        return Integer.parseInt(page.locator("html").getAttribute("data-shown"));
    }

    /** The numbers of the line that counts: shown, in all, reports. */
    static int[] counts(Page page) {
        var text = page.locator("[data-role=count]").textContent();
        var matcher = COUNT.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError(text);
        }
        return new int[] {number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))};
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    static String date(Page page) {
        return page.locator("[data-role=date]").textContent();
    }

    static Locator timeline(Page page) {
        return page.locator("[data-role=timeline]");
    }

    /** Waits for something that is not an element. */
    static void until(Page page, String what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            page.waitForTimeout(50);
        }
    }

    /** What the tip beside the pointer says; empty where there is none. */
    static String tip(Page page) {
        var tip = page.locator("[data-role=tip]");
        return tip.isVisible() ? tip.textContent() : "";
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), heard);
    }

    private static Browser launch() {
        var playwright = Playwright.create();
        var browser = Chromium.launch(playwright);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }
}
