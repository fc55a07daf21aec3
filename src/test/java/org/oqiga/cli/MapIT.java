package org.oqiga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oqiga.store.TestCluster;

/** The packaged program as a process of its own, from the command to the page. */
class MapIT {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void theSamplesMakeAMapThatIsThereAgainAfterARestartWithoutReadingThem() throws Exception {
        var home = TestCluster.folder("map-samples");
        int port = freePort();
        var first = map(home, port);
        var incidents = awaitReports(port, Samples.NAMES.size());
        var places = new TreeSet<String>();
        incidents
                .path("features")
                .forEach(feature -> places.add(feature.at("/properties/place").asText()));
        assertTrue(
                places.containsAll(List.of("Almaty", "Zhanaozen", "Aktobe", "Mangystau Region", "Nur-Sultan")),
                places.toString());
        stop(first);
        assertEquals("http://127.0.0.1:" + port + "/\n", Files.readString(home.resolve("out")));
        assertFalse(Files.exists(home.resolve("data/postgres/postmaster.pid")), "the cluster is stopped too");
        var told = Files.readString(home.resolve("err"));
        assertEquals(2, told.split("http://127\\.0\\.0\\.1:" + port + "/#invitation=oqi_", -1).length, told);

        var second = map(home, port);
        assertEquals(incidents, awaitReports(port, Samples.NAMES.size()));
        stop(second);
        assertFalse(Files.readString(home.resolve("err")).contains("incidents found"), "nothing is read anew");

        assertEquals(
                0,
                run(home, "export", "--to", home.resolve("all.geojson").toString())
                        .waitFor());
        var exported = new ObjectMapper().readTree(home.resolve("all.geojson").toFile());
        assertEquals(incidents.path("features"), exported.path("features"));
    }

    @Test
    void aReportOfOnesOwnIsReadWhileTheMapIsThere() throws Exception {
        var home = TestCluster.folder("map-own");
        var report = home.resolve("own.txt");
        Files.writeString(report, "Protesters stormed the city hall in Almaty on Wednesday.\n");
        int port = freePort();
        var process =
                map(home, port, report.toString(), home.resolve("missing.txt").toString(), "--published", "2022-01-06");
        var incidents = awaitReports(port, 1);
        assertEquals("2022-01-05", incidents.at("/features/0/properties/start").asText());
        var again = awaitReports(port, 1);
        assertEquals(incidents, again);
        stop(process);
        var told = Files.readString(home.resolve("err"));
        assertTrue(told.contains("missing.txt"), told);
        assertTrue(told.contains("1 report read"), told);
        assertTrue(told.contains("1 report could not be read"), told);
    }

    @Test
    void whatIsBackedUpWhileTheMapIsThereIsRestoredInAnotherFolder() throws Exception {
        var home = TestCluster.folder("map-backed-up");
        var report = Files.writeString(
                home.resolve("own.txt"), "date 2022-01-06\nProtesters stormed the city hall in Almaty on Wednesday.\n");
        int port = freePort();
        var first = map(home, port, report.toString());
        var incidents = awaitReports(port, 1);
        var commands = Files.createDirectory(home.resolve("commands"));
        var file = home.resolve("store.backup");
        var backup = start(commands, Map.of(), "-Doqiga.home=" + home, "backup", file.toString());
        assertEquals(0, backup.waitFor(), () -> told(commands));
        assertEquals(incidents, awaitReports(port, 1));
        stop(first);

        var elsewhere = TestCluster.folder("map-restored");
        assertEquals(0, run(elsewhere, "restore", file.toString()).waitFor(), () -> told(elsewhere));
        var second = map(elsewhere, port);
        assertEquals(incidents, awaitReports(port, 1));
        stop(second);
        assertEquals(2, run(elsewhere, "restore", report.toString()).waitFor());
        assertTrue(told(elsewhere).contains("is no backup"), told(elsewhere));
    }

    private static String told(Path home) {
        try {
            return Files.readString(home.resolve("err"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInALineWithExitCodeThree() throws Exception {
        var home = TestCluster.folder("map-port");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var process = map(home, taken.getLocalPort());
            assertEquals(3, process.waitFor());
            assertEquals(
                    "oqiga: port " + taken.getLocalPort() + " is taken; give another with --port\n",
                    Files.readString(home.resolve("err")));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInALineWithExitCodeThree() throws Exception {
        var home = TestCluster.folder("map-url");
        var process = start(
                home,
                Map.of("OQIGA_DATABASE_URL", "postgresql://me:hidden@127.0.0.1:1/oqiga"),
                "map",
                "--port",
                "" + freePort());
        assertEquals(3, process.waitFor());
        var told = Files.readString(home.resolve("err"));
        assertTrue(told.matches("oqiga: no database: cannot use postgresql://127\\.0\\.0\\.1:1/oqiga.*\n"), told);
    }

    @Test
    void aMistakenFilterOfAnExportIsExplainedWithExitCodeTwo() throws Exception {
        var home = TestCluster.folder("map-export");
        assertEquals(
                2,
                run(home, "export", "--to", home.resolve("x.csv").toString(), "--type", "party")
                        .waitFor());
        assertTrue(Files.readString(home.resolve("err")).contains("type must be one of protest"));
        assertEquals(
                2, run(home, "export", "--to", home.resolve("x.xls").toString()).waitFor());
        assertFalse(Files.exists(home.resolve("data/postgres")), "no store is made for a mistake");
    }

    @Test
    void theFirstStartTellsALinkThatMakesTheAdminAndTheNextTellsNoneAnyMore() throws Exception {
        var home = TestCluster.folder("map-admin");
        var report = home.resolve("own.txt");
        Files.writeString(report, "Protesters stormed the city hall in Almaty on Wednesday.\n");
        int port = freePort();
        var first = map(home, port, report.toString(), "--published", "2022-01-06");
        awaitReports(port, 1);
        var old = invitation(home, "err");
        stop(first);

        var second = map(home, port);
        awaitReports(port, 1);
        assertEquals(409, join(port, old, "Too Late"));
        assertEquals(201, join(port, invitation(home, "err"), "The Admin"));
        assertEquals(2, run(home, "invite", "--role", "king").waitFor());
        assertTrue(Files.readString(home.resolve("err")).contains("--role is one of viewer, editor, admin"));
        assertEquals(
                0, run(home, "invite", "--role", "editor", "--port", "" + port).waitFor());
        assertTrue(Files.readString(home.resolve("out")).startsWith("http://127.0.0.1:" + port + "/#invitation="));
        assertEquals(201, join(port, invitation(home, "out"), "An Editor"));
        stop(second);

        var third = map(home, port);
        awaitTold(home, "err", "served until");
        stop(third);
        assertFalse(Files.readString(home.resolve("err")).contains("invitation"));
    }

    private static String invitation(Path home, String stream) throws Exception {
        var told = awaitTold(home, stream, "#invitation=");
        int at = told.indexOf("#invitation=");
        return told.substring(at + "#invitation=".length()).split("\\s")[0];
    }

    private static String awaitTold(Path home, String stream, String words) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var told = Files.readString(home.resolve(stream));
            if (told.contains(words) && told.endsWith("\n")) {
                return told;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(words + " is not told in " + Files.readString(home.resolve(stream)));
    }

    private static int join(int port, String invitation, String name) throws Exception {
        var body = new ObjectMapper()
                .writeValueAsString(Map.of("invitation", invitation, "name", name, "password", "a long password"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/people"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private Process map(Path home, int port, String... more) throws IOException {
        var whole = new ArrayList<>(List.of("map", "--port", String.valueOf(port)));
        whole.addAll(List.of(more));
        return run(home, whole.toArray(String[]::new));
    }

    private Process run(Path home, String... command) throws IOException {
        return start(home, Map.of(), command);
    }

    private Process start(Path home, Map<String, String> environment, String... command) throws IOException {
        var whole = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Doqiga.home=" + home,
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        for (var each : command) {
            whole.add(each.startsWith("-D") ? whole.indexOf("-jar") : whole.size(), each);
        }
        var builder = new ProcessBuilder(whole)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return process;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Waits until so many reports are in the store; the page is there before. */
    private static JsonNode awaitReports(int port, int reports) throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/incidents"))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = new ObjectMapper()
                        .readTree(client.send(request, BodyHandlers.ofString()).body());
                if (answer.path("reports").asInt() >= reports) {
                    return answer;
                }
            } catch (IOException e) {
                // not yet up
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no " + reports + " reports after " + PATIENCE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
