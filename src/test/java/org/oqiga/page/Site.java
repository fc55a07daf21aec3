package org.oqiga.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.oqiga.store.TestCluster;

/** The packaged program with the sample reports and a hostile one; started once for many tests, ended with them. */
final class Site {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final List<String> REPORTS = List.of("src/main/resources/samples", "src/test/resources/page");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern INVITATION = Pattern.compile("#invitation=(\\S+)");

    private final String address;
    private final Path told;

    private Site(String address, Path told) {
        this.address = address;
        this.told = told;
    }

    private static final class Read {
        static final Site ONLY = start("page", Map.of());
    }

    private static final class Many {
        static final Site ONLY = start("many", Map.of("OQIGA_COLUMNS_MOST", "10"));
    }

    private static final class Worked {
        static final Site ONLY = start("desk", OtherHouse.environment());
    }

    /** One that nobody changes. */
    static Site running() {
        return Read.ONLY;
    }

    /** One that has more incidents than a browser should hold, or says so: its map plays from vector tiles. */
    static Site withMany() {
        return Many.ONLY;
    }

    /** One of its own for those who change what is there. */
    static Site workedOn() {
        return Worked.ONLY;
    }

    /** The invitation of the first admin, as the program has printed it. */
    String firstInvitation() throws IOException {
        var matcher = INVITATION.matcher(Files.readString(told));
        if (!matcher.find()) {
            throw new IllegalStateException("no invitation in " + told);
        }
        return matcher.group(1);
    }

    String address() {
        return address;
    }

    /** What the API answers. */
    JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The incidents of a filter, as features. */
    List<JsonNode> incidents(String query) {
        return StreamSupport.stream(
                        get("/api/incidents?" + query).path("features").spliterator(), false)
                .toList();
    }

    private static Site start(String name, Map<String, String> environment) {
        try {
            var home = TestCluster.folder(name);
            int port = freePort();
            var command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    // compiling well is paid for by a service that lasts
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Doqiga.home=" + home,
                    "-jar",
                    Path.of("target/quarkus-app/quarkus-run.jar")
                            .toAbsolutePath()
                            .toString(),
                    "map",
                    "--port",
                    String.valueOf(port)));
            command.addAll(REPORTS);
            var builder = new ProcessBuilder(command)
                    .redirectOutput(home.resolve("out").toFile())
                    .redirectError(home.resolve("err").toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            var site = new Site("http://127.0.0.1:" + port, home.resolve("err"));
            site.awaitAllRead(process);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAllRead(Process process) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(told).contains("reports read")
                || !Files.readString(told).contains("served until")) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("the program did not come up: " + Files.readString(told));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
