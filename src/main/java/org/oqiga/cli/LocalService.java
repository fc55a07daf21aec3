package org.oqiga.cli;

import static java.util.stream.Collectors.joining;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.oqiga.desk.People;
import org.oqiga.extract.Rules;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.FirstReading;
import org.oqiga.store.Database;
import org.oqiga.store.NoDatabaseException;

/** The service on this machine: a database, and the map until the process is told to end; reports are read meanwhile. */
final class LocalService implements MapCommand.Serving {

    private static final long PATIENCE_S = 20;

    private final Terminal terminal;
    private final Home home;

    LocalService(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public int serve(MapCommand.Request request) {
        var host = Optional.ofNullable(System.getenv("OQIGA_HOST"))
                .filter(given -> !given.isBlank())
                .orElse("127.0.0.1");
        if (!isFree(host, request.port())) {
            return taken(request.port());
        }
        var gazetteer = CompletableFuture.supplyAsync(() -> Gazetteer.load(home.importedGazetteers()));
        try (var database = Database.open(home.database(request.fresh()), terminal::tell)) {
            terminal.tell("the store is in " + database.description());
            configure(database, host, request);
            var rules = Rules.version(home.importedGazetteers());
            var reading = new ReportsReading(terminal, database, gazetteer, rules, request);
            int code = run(reading, database, request.port(), () -> {
                Arc.container().instance(Atlas.class).get().use(gazetteer, rules);
                var first = Arc.container().instance(FirstReading.class).get();
                reading.start(first::end);
                first.await();
                Arc.container()
                        .instance(People.class)
                        .get()
                        .inviteTheFirst()
                        .map(invitation -> Invitations.link(invitation, request.port()))
                        .ifPresent(
                                link -> terminal.tell("nobody can sign in yet; this makes the admin, once: " + link));
                terminal.tell("the map is served until Ctrl-C at");
                terminal.out().println("http://" + (wildcard(host) ? "127.0.0.1" : host) + ":" + request.port() + "/");
                terminal.out().flush();
            });
            return code == ExitCode.ALL_READ ? reading.exitCode() : code;
        } catch (NoDatabaseException e) {
            terminal.tell("no database: " + e.getMessage());
            return ExitCode.NO_DATABASE;
        }
    }

    private static void configure(Database database, String host, MapCommand.Request request) {
        var address = database.address();
        System.setProperty("oqiga.jdbc.url", address.jdbcUrl());
        System.setProperty("oqiga.jdbc.user", address.user());
        System.setProperty("oqiga.jdbc.password", address.password());
        System.setProperty("quarkus.http.host", host);
        System.setProperty("quarkus.http.port", String.valueOf(request.port()));
        System.setProperty("oqiga.first-reading", "true");
        if (!request.watch().isEmpty()) {
            var folders = request.watch().stream()
                    .map(folder -> folder.toAbsolutePath().normalize().toString());
            // a comma in a list of settings is written with a stroke before it
            System.setProperty(
                    "oqiga.watch",
                    folders.map(folder -> folder.replace(",", "\\,")).collect(joining(",")));
        }
    }

    private int run(ReportsReading reading, Database database, int port, Runnable whenUp) {
        var ended = new CountDownLatch(1);
        var code = new AtomicInteger();
        database.stopAfter(() -> awaitEnd(reading, ended));
        Up.work = whenUp;
        try {
            Quarkus.run(Up.class, (exit, fault) -> code.set(fault == null ? exit : refused(fault, port)));
        } finally {
            ended.countDown();
        }
        return code.get();
    }

    private int refused(Throwable fault, int port) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return taken(port);
            }
        }
        terminal.tell("the service did not start: " + fault);
        return ExitCode.NO_DATABASE;
    }

    private int taken(int port) {
        terminal.tell("port " + port + " is taken; give another with --port");
        return ExitCode.NO_DATABASE;
    }

    /** The database must outlive those who use it. */
    private static void awaitEnd(ReportsReading reading, CountDownLatch ended) {
        reading.stop();
        Quarkus.asyncExit();
        try {
            ended.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server does: one that has just ended holds nobody up
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean wildcard(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    /** What runs once requests are answered. */
    public static final class Up implements QuarkusApplication {

        // Quarkus makes this object by itself, so there is no other way in
        private static volatile Runnable work = () -> {};

        @Override
        public int run(String... none) {
            work.run();
            Quarkus.waitForExit();
            return ExitCode.ALL_READ;
        }
    }
}
