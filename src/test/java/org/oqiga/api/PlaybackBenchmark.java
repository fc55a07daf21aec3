package org.oqiga.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Prints what a frame of the playback takes in headless Chromium without a graphics card: {@code frontend/bench/}, which plays
 * the page itself, for so many incidents. Run from the root of the repository, after {@code mvn -q test-compile}:
 * {@code mvn -q org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test -Dexec.mainClass=org.oqiga.api.PlaybackBenchmark}.
 */
final class PlaybackBenchmark {

    private static final List<Integer> INCIDENTS = List.of(1_000, 10_000, 100_000);
    private static final Path FRONTEND = Path.of("frontend");
    private static final Path GAZETTEER = Path.of("gazetteer");
    private static final int PATIENCE_MS = 180_000;

    private PlaybackBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", PlaybackBenchmark::answer);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/bench/?n=";
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options())) {
            System.out.println("| incidents | in the window | ms a frame, median | p95 | frames dropped |");
            System.out.println("|--:|--:|--:|--:|--:|");
            for (int incidents : arguments.length > 0 ? List.of(Integer.valueOf(arguments[0])) : INCIDENTS) {
                var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
                page.onPageError(System.err::println);
                page.navigate(address + incidents);
                var result = page.waitForSelector("#result", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
                var figures = new ObjectMapper().readTree(result.textContent());
                System.out.printf(
                        "| %,d | %,d | %s | %s | %s %% |%n",
                        incidents,
                        figures.path("shown").asInt(),
                        figures.path("median"),
                        figures.path("p95"),
                        figures.path("dropped"));
                page.close();
            }
        } finally {
            server.stop(0);
        }
        System.exit(0);
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
    }

    /** Serves the sources as they are, and Leaflet from its jar. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var bytes = read(path.endsWith("/") ? path + "index.html" : path);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] read(String path) throws IOException {
        if (path.startsWith("/webjars/")) {
            try (var resource = PlaybackBenchmark.class.getResourceAsStream("/META-INF/resources" + path)) {
                return resource == null ? new byte[0] : resource.readAllBytes();
            }
        }
        var file = (path.startsWith("/basemap/") ? GAZETTEER : FRONTEND)
                .resolve(path.substring(1))
                .normalize();
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static String type(String path) {
        return path.endsWith(".js")
                ? "text/javascript"
                : path.endsWith(".css")
                        ? "text/css"
                        : path.endsWith(".svg")
                                ? "image/svg+xml"
                                : path.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
    }
}
