package org.oqiga.siege;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.CredentialRepository;
import org.oqiga.store.PersonRepository;
import org.oqiga.store.StoppableCluster;
import org.oqiga.store.StorageException;

/** Clients send reports to several instances while these are killed and the database is stopped. */
final class Siege {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    // what is killed every minute never earns back what compiling it well costs
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private final Plan plan;
    private final StoppableCluster cluster;
    private final List<Instance> instances = new ArrayList<>();
    private final Random chance;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * How hard it is.
     *
     * @param kills how often an instance is killed
     * @param stops how often the database is stopped
     * @param everyMs how long it is quiet between two of these, at the most
     */
    record Plan(int reports, int clients, int instances, int kills, int stops, int everyMs, long seed) {

        /** How long it lasts if nobody is waited for: reports come in all that time. */
        long nanos() {
            return (kills + stops) * everyMs / 2 * 1_000_000L;
        }
    }

    Siege(Plan plan, StoppableCluster cluster) {
        this.plan = plan;
        this.cluster = cluster;
        this.chance = new Random(plan.seed());
    }

    /** Begins, lasts until all has been sent and worked through, and ends; returns what happened, for a person. */
    String run(Path folder) throws IOException, InterruptedException, ExecutionException {
        var token = token(cluster);
        long begun = System.nanoTime();
        for (int i = 0; i < plan.instances(); i++) {
            instances.add(new Instance(cluster.url(), folder.resolve("instance-" + i), QUICK_TO_START));
        }
        try {
            awaitOneUp(instances);
            long sending = System.nanoTime();
            var pool = Executors.newFixedThreadPool(plan.clients());
            var clients = new ArrayList<Future<?>>();
            for (int i = 0; i < plan.clients(); i++) {
                int first = i;
                clients.add(pool.submit(() -> send(first, sending, token)));
            }
            int kills = 0;
            int stops = 0;
            while (kills < plan.kills() || stops < plan.stops()) {
                Thread.sleep(200 + chance.nextInt(plan.everyMs()));
                int left = plan.kills() - kills + plan.stops() - stops;
                if (chance.nextInt(left) < plan.stops() - stops) {
                    cluster.stop();
                    Thread.sleep(chance.nextInt(1500));
                    cluster.start();
                    stops++;
                } else {
                    anyThatIsUp().kill();
                    kills++;
                }
                revive();
            }
            for (var client : clients) {
                while (!client.isDone()) {
                    Thread.sleep(200);
                    revive();
                }
                client.get();
            }
            long sent = System.nanoTime();
            awaitQuiet();
            pool.shutdown();
            return String.format(
                    "%d reports acknowledged (%d requests failed before), %d kills, %d database stops; up after %.1f s,"
                            + " sent in %.1f s, worked through %.1f s later",
                    acknowledged.get(),
                    refused.get(),
                    kills,
                    stops,
                    (sending - begun) / 1e9,
                    (sent - sending) / 1e9,
                    (System.nanoTime() - sent) / 1e9);
        } finally {
            for (var instance : instances) {
                instance.end();
            }
        }
    }

    /** Of somebody who may send reports. */
    static String token(StoppableCluster cluster) {
        var database = cluster.database().connections();
        var people = new People(new PersonRepository(database), new CredentialRepository(database));
        var editor = people.join(people.invite(Role.EDITOR), "siege", "correct horse battery");
        return people.token(editor, "siege", Optional.empty()).text();
    }

    /** One that is still starting has nothing to lose. */
    private Instance anyThatIsUp() throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var up = instances.stream().filter(Instance::isUp).toList();
            if (!up.isEmpty()) {
                return up.get(chance.nextInt(up.size()));
            }
            Thread.sleep(100);
            revive();
        }
        throw new AssertionError("no instance came up");
    }

    static void awaitOneUp(List<Instance> instances) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (instances.stream().noneMatch(Instance::isUp)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no instance came up");
            }
            Thread.sleep(100);
        }
    }

    private void revive() throws IOException {
        for (var instance : instances) {
            instance.revive();
        }
    }

    /** Sends every so-many-th report until each is acknowledged, none before its time; a corrected one after the first was. */
    private Void send(int first, long begun, String token) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        var own = new Random(plan.seed() + first);
        for (int number = first; number < plan.reports(); number += plan.clients()) {
            long due = begun + plan.nanos() / plan.reports() * number;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            send(client, own, token, number, false);
            if (News.isCorrected(number)) {
                send(client, own, token, number, true);
            }
        }
        return null;
    }

    private void send(HttpClient client, Random own, String token, int number, boolean corrected)
            throws InterruptedException {
        while (true) {
            var instance = instances.get(own.nextInt(instances.size()));
            var request = HttpRequest.newBuilder(instance.at("/api/reports?name=" + News.name(number)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(News.text(number, corrected)))
                    .build();
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 202) {
                    acknowledged.incrementAndGet();
                    return;
                }
            } catch (IOException e) {
                // it was killed, or is not up yet
            }
            refused.incrementAndGet();
            Thread.sleep(50);
        }
    }

    private void awaitQuiet() throws InterruptedException, IOException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        var arrivals = new ArrivalRepository(cluster.database().connections());
        while (System.nanoTime() < end) {
            try {
                if (arrivals.open() == 0) {
                    return;
                }
            } catch (StorageException e) {
                // coming up
            }
            Thread.sleep(200);
            revive();
        }
        throw new AssertionError("arrivals are still open: " + arrivals.counts());
    }
}
