package org.oqiga.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.ingest.Ingest;
import org.oqiga.ingest.Tally;
import org.oqiga.link.Linker;
import org.oqiga.report.Reports;
import org.oqiga.report.Unread;
import org.oqiga.store.Database;
import org.oqiga.store.NoDatabaseException;
import org.oqiga.store.ReportRepository;

/** The service on this machine: a database, the reports read into it, and the map until the process is told to end. */
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
        var host = Optional.ofNullable(System.getenv("OQIGA_HOST")).orElse("127.0.0.1");
        if (!isFree(host, request.port())) {
            terminal.tell("port " + request.port() + " is taken; give another with --port");
            return ExitCode.NO_DATABASE;
        }
        var gazetteer = CompletableFuture.supplyAsync(() -> Gazetteer.load(home.importedGazetteers()));
        try (var database = Database.open(home.database(request.fresh()), terminal::tell)) {
            terminal.tell("the store is in " + database.description());
            read(request, database, gazetteer.join());
            return serve(request.port(), host, database);
        } catch (NoDatabaseException e) {
            terminal.tell("no database: " + e.getMessage());
            return ExitCode.NO_DATABASE;
        }
    }

    private void read(MapCommand.Request request, Database database, Gazetteer gazetteer) {
        var batch = new Reports(request.published());
        boolean empty = new ReportRepository(database.connections()).count() == 0;
        if (request.reports().isEmpty() && !empty) {
            return;
        }
        Stream<Unread> reports = request.reports().isEmpty() ? Samples.unread(batch) : batch.find(request.reports());
        long expected = request.reports().isEmpty() || !terminal.live() ? 0 : Reports.count(request.reports());
        var progress = new Progress(terminal, expected);
        var ingest =
                new Ingest(database.connections(), gazetteer::zone, new Extractor(gazetteer)::read, new Linker()::link);
        Tally tally = ingest.take(reports, new Ingest.Progress() {
            @Override
            public void done(String report) {
                progress.step();
            }

            @Override
            public void failed(String report, String message) {
                progress.clear();
                terminal.tell(report + " " + message);
                progress.step();
            }
        });
        progress.clear();
        terminal.tell(Summary.of(tally, terminal).line());
    }

    private int serve(int port, String host, Database database) {
        var address = database.address();
        System.setProperty("oqiga.jdbc.url", address.jdbcUrl());
        System.setProperty("oqiga.jdbc.user", address.user());
        System.setProperty("oqiga.jdbc.password", address.password());
        System.setProperty("quarkus.http.port", String.valueOf(port));
        var ended = new CountDownLatch(1);
        var code = new AtomicInteger();
        database.stopAfter(() -> awaitEnd(ended));
        try {
            Quarkus.run(
                    Announced.class,
                    (exit, fault) -> code.set(fault == null ? exit : refused(fault, port)),
                    "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port + "/");
        } finally {
            ended.countDown();
        }
        return code.get();
    }

    private int refused(Throwable fault, int port) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.BindException) {
                terminal.tell("port " + port + " is taken; give another with --port");
                return ExitCode.NO_DATABASE;
            }
        }
        terminal.tell("the service did not start: " + fault);
        return ExitCode.NO_DATABASE;
    }

    /** The database must outlive the service that uses it. */
    private static void awaitEnd(CountDownLatch ended) {
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
            socket.bind(new java.net.InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Says where the map is, once it is there. */
    public static final class Announced implements QuarkusApplication {

        @Override
        public int run(String... address) {
            var terminal = Terminal.ofThisProcess();
            terminal.tell("the map is served until Ctrl-C at");
            terminal.out().println(address[0]);
            terminal.out().flush();
            Quarkus.waitForExit();
            return ExitCode.ALL_READ;
        }
    }
}
