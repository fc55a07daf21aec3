package org.oqiga.siege;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.StoppableCluster;
import org.oqiga.store.TestCluster;

/** The packaged service through what happens to a service: a crowd, a restart of its database, a fault of its own. */
class SteadyIT {

    private static final int CROWD = 400;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aCrowdARestartAndAFaultAreBorne() throws Exception {
        try (var cluster = new StoppableCluster("steady")) {
            var token = Siege.token(cluster);
            var home = TestCluster.folder("steady-home");
            var instance = new Instance(cluster.url(), home, "-XX:TieredStopAtLevel=1", "-DOQIGA_LOG_JSON=true");
            try {
                Siege.awaitOneUp(List.of(instance));
                aCrowdOfUploadsIsTakenWithoutOneHoldingUpAnother(instance, token);
                var arrivals = new ArrivalRepository(cluster.database().connections());
                while (arrivals.open() > 0) {
                    Thread.sleep(100);
                }
                aRestartOfTheDatabaseCostsNobodyAnAnswer(instance, cluster);
                aFaultOfOursShowsNothingOfTheInside(instance, cluster);
                whatIsLoggedIsAnObjectALine(home.resolve("log"));
                whoeverIsBeingAnsweredWhenTheServiceIsToldToEndGetsTheAnswer(instance, token);
            } finally {
                instance.end();
            }
        }
    }

    private void aCrowdOfUploadsIsTakenWithoutOneHoldingUpAnother(Instance instance, String token) throws Exception {
        var all = IntStream.range(0, CROWD)
                .mapToObj(number -> client.sendAsync(upload(instance, token, number), BodyHandlers.discarding()))
                .toList();
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(90, TimeUnit.SECONDS);
        for (var each : all) {
            assertEquals(202, each.get().statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, each.get().version());
        }
    }

    private static HttpRequest upload(Instance instance, String token, int number) {
        return HttpRequest.newBuilder(instance.at("/api/reports?name=" + News.name(number)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(News.text(number, false)))
                .build();
    }

    private void aRestartOfTheDatabaseCostsNobodyAnAnswer(Instance instance, StoppableCluster cluster)
            throws Exception {
        // so that the pool has several connections to lose
        var before = IntStream.range(0, 12)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(instance.at("/api/incidents")).build(), BodyHandlers.discarding()))
                .toList();
        for (var each : before) {
            assertEquals(200, each.get().statusCode());
        }
        cluster.stop();
        cluster.start();
        Thread.sleep(600);
        for (int i = 0; i < 20; i++) {
            assertEquals(200, get(instance, "/api/timeline").statusCode());
        }
    }

    private void aFaultOfOursShowsNothingOfTheInside(Instance instance, StoppableCluster cluster) throws Exception {
        String id;
        try (var connection = cluster.database().connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("UPDATE incident SET feature = '0'"
                        + " WHERE id = (SELECT min(id) FROM incident) RETURNING id")) {
            rows.next();
            id = rows.getString(1);
        }
        var answer = get(instance, "/api/incidents/" + id);
        assertEquals(500, answer.statusCode());
        for (var inside : List.of("\tat ", "org.oqiga", "java.", "Exception", "SELECT")) {
            assertFalse(answer.body().contains(inside), answer.body());
        }
        assertTrue(answer.body().length() < 500, answer.body());
    }

    private static void whatIsLoggedIsAnObjectALine(Path log) throws IOException {
        var faults = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(log)) {
            if (line.startsWith("{")) {
                var entry = new ObjectMapper().readTree(line);
                if (entry.path("level").asText().equals("ERROR")) {
                    faults.add(entry);
                }
            }
            assertFalse(line.startsWith("\tat "), line);
        }
        assertFalse(faults.isEmpty(), "the fault is logged");
        assertTrue(faults.get(0).hasNonNull("timestamp"), faults.toString());
        assertTrue(faults.toString().contains("org.oqiga"), faults.toString());
    }

    private static void whoeverIsBeingAnsweredWhenTheServiceIsToldToEndGetsTheAnswer(Instance instance, String token)
            throws Exception {
        var body = "A report that takes its time to come.".getBytes(UTF_8);
        var address = instance.at("/");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/reports?name=late.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(body, 0, 9);
            Thread.sleep(500);
            instance.tellToEnd();
            Thread.sleep(1000);
            assertTrue(instance.isRunning(), "it waits for whoever is being answered");
            out.write(body, 9, body.length - 9);
            assertEquals("HTTP/1.1 202", new String(socket.getInputStream().readNBytes(12), UTF_8));
        }
        instance.end();
        assertFalse(instance.isRunning());
    }

    private HttpResponse<String> get(Instance instance, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(instance.at(path)).build(), BodyHandlers.ofString());
    }
}
