package org.oqiga.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.StoppableCluster;
import org.oqiga.store.TestCluster;

/**
 * The map is read while reports come in: nobody sees an error and nobody waits long. Only by
 * {@code src/bench/siege.sh load}, on a quiet machine; it prints what it measured.
 */
@EnabledIfSystemProperty(named = "oqiga.load.seconds", matches = "\\d+")
class LoadIT {

    private static final int SECONDS = Integer.getInteger("oqiga.load.seconds", 8);
    private static final int RATE = Integer.getInteger("oqiga.load.rate", 10);
    private static final int READERS = Integer.getInteger("oqiga.load.readers", 4);
    private static final long PAUSE_MS = 100;
    private static final List<String> READ = List.of(
            "/api/incidents?bbox=%d,%d,%d,%d&limit=500",
            "/api/timeline?bbox=%d,%d,%d,%d",
            "/api/tiles/4/11/5.mvt",
            "/api/tiles/5/22/11.mvt",
            "/api/places?q=Alm",
            "/api/incidents?limit=200",
            "/api/reports?limit=20",
            "/");

    private final ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile long end = Long.MAX_VALUE;

    @Test
    void theMapIsReadWhileReportsComeIn() throws Exception {
        try (var cluster = new StoppableCluster("load")) {
            var token = Siege.token(cluster);
            var instance = new Instance(cluster.url(), TestCluster.folder("load-home"));
            try {
                Siege.awaitOneUp(List.of(instance));
                end = System.nanoTime() + SECONDS * 1_000_000_000L;
                var pool = Executors.newFixedThreadPool(READERS + 1);
                pool.submit(() -> send(instance, token));
                for (int i = 0; i < READERS; i++) {
                    int seed = i;
                    pool.submit(() -> read(instance, seed));
                }
                var memory = new StringBuilder();
                var arrivals = new ArrivalRepository(cluster.database().connections());
                long most = 0;
                for (int tenth = 0; tenth < 10; tenth++) {
                    Thread.sleep(SECONDS * 100L);
                    memory.append(' ').append(instance.memoryMb());
                    most = Math.max(most, arrivals.open());
                }
                pool.shutdown();
                long open = arrivals.open();
                long patience = System.nanoTime() + 300_000_000_000L;
                while (arrivals.open() > 0) {
                    assertTrue(System.nanoTime() < patience, "arrivals are still open: " + arrivals.counts());
                    Thread.sleep(100);
                }
                var all = waits.stream().mapToDouble(each -> each).sorted().toArray();
                System.err.printf(
                        "%d s, %d readers, %d reports sent (%.1f a second), %d reads (%.1f a second), waits in ms: p50"
                                + " %.1f, p99 %.1f, most %.1f; arrivals open: at most %d, at the end %d; MB:%s; %d"
                                + " errors%n",
                        SECONDS,
                        READERS,
                        sent.get(),
                        sent.get() / (double) SECONDS,
                        all.length,
                        all.length / (double) SECONDS,
                        share(all, 0.5),
                        share(all, 0.99),
                        all[all.length - 1],
                        most,
                        open,
                        memory,
                        errors.size());
                assertEquals(List.of(), List.copyOf(errors));
                assertTrue(sent.get() >= SECONDS * RATE / 2, "only " + sent.get() + " were sent");
            } finally {
                instance.end();
            }
        }
    }

    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private Void send(Instance instance, String token) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        long begun = System.nanoTime();
        for (int number = 0; System.nanoTime() < end; number++) {
            long due = begun + number * 1_000_000_000L / RATE;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            var request = HttpRequest.newBuilder(instance.at("/api/reports?name=" + News.name(number)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofString(News.text(number, false)))
                    .build();
            client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, fault) -> {
                if (fault != null || answer.statusCode() != 202) {
                    errors.add("POST " + (fault != null ? fault : answer.statusCode()));
                } else {
                    sent.incrementAndGet();
                }
            });
        }
        return null;
    }

    private Void read(Instance instance, int seed) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var chance = new Random(seed);
        while (System.nanoTime() < end) {
            int west = 40 + chance.nextInt(40);
            int south = 30 + chance.nextInt(20);
            var path = READ.get(chance.nextInt(READ.size())).formatted(west, south, west + 20, south + 10);
            long begun = System.nanoTime();
            try {
                var request = HttpRequest.newBuilder(instance.at(path)).build();
                int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
                if (status != 200 && status != 204) {
                    errors.add(path + " " + status);
                }
            } catch (IOException e) {
                errors.add(path + " " + e);
            }
            waits.add((System.nanoTime() - begun) / 1e6);
            Thread.sleep(PAUSE_MS);
        }
        return null;
    }
}
