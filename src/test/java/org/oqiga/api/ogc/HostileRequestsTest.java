package org.oqiga.api.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;

/** Ten thousand requests that nobody should send. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class HostileRequestsTest {

    private static final int REQUESTS = 10_000;
    private static final int THREADS = 4;
    private static final long SEED = 20220105;
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 404);

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void noRequestBreaksTheServiceOrHoldsItUp() throws IOException, InterruptedException, ExecutionException {
        var asked = new HostileRequests(SEED);
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(asked.next());
        }
        var answers = new AtomicInteger();
        var wrong = Collections.synchronizedList(new ArrayList<String>());
        var slow = Collections.synchronizedList(new ArrayList<String>());
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (var request : requests) {
                all.add(pool.submit(() -> {
                    long begun = System.nanoTime();
                    int status = status(request);
                    if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) >= 30) {
                        slow.add(shown(request));
                    }
                    if (!ANSWERS.contains(status)) {
                        wrong.add(status + " " + shown(request));
                    }
                    answers.incrementAndGet();
                    return null;
                }));
            }
            for (var each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), slow);
        assertEquals(REQUESTS, answers.get());
        assertEquals(200, status("/ogc/collections/incidents/items"));
    }

    @Test
    void anAddressThatIsWronglyEncodedIsAMistake() throws IOException, InterruptedException {
        for (var query : List.of("?q=%2", "?q=%GG", "?q=%C3%28", "?%", "?&&&=", "?q=%ED%A0%80")) {
            for (var path : List.of("/ogc/collections/incidents/items", "/api/incidents")) {
                int status = rawStatus(path + query);
                assertTrue(ANSWERS.contains(status), status + " " + path + query);
            }
        }
    }

    private static String shown(String request) {
        return request.length() > 300 ? request.substring(0, 300) + "…" : request;
    }

    private int status(String request) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(
                        URI.create(server.resolve("/").toString().replaceAll("/$", "") + request))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(asked, BodyHandlers.discarding()).statusCode();
    }

    /** Over a plain socket: a client of Java's would refuse the address itself. */
    private int rawStatus(String request) throws IOException {
        try (var socket = new java.net.Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }
}
