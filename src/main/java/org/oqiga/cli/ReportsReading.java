package org.oqiga.cli;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.ingest.Ingest;
import org.oqiga.link.Linker;
import org.oqiga.report.Reports;
import org.oqiga.report.Unread;
import org.oqiga.store.Database;
import org.oqiga.store.ReportRepository;

/** Reads reports into the store beside the service, so that the map is there before the last of them is. */
final class ReportsReading {

    private static final long PATIENCE_MS = 30_000;

    private final Terminal terminal;
    private final Database database;
    private final Future<Gazetteer> gazetteer;
    private final String rules;
    private final MapCommand.Request request;
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean stopped;
    private volatile int exitCode = ExitCode.ALL_READ;

    ReportsReading(
            Terminal terminal,
            Database database,
            Future<Gazetteer> gazetteer,
            String rules,
            MapCommand.Request request) {
        this.rules = rules;
        this.terminal = terminal;
        this.database = database;
        this.gazetteer = gazetteer;
        this.request = request;
    }

    /** Begins; {@code atEnd} runs when there is no more to come, for whatever reason. */
    synchronized void start(Runnable atEnd) {
        var reader = new Thread(
                () -> {
                    try {
                        read();
                    } finally {
                        atEnd.run();
                    }
                },
                "oqiga-reading");
        reader.setDaemon(true);
        reader.start();
        thread = Optional.of(reader);
    }

    /** Lets what is being stored be finished and leaves the rest unread. */
    synchronized void stop() {
        stopped = true;
        try {
            if (thread.isPresent()) {
                thread.get().join(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int exitCode() {
        return exitCode;
    }

    private void read() {
        var batch = new Reports(request.published());
        boolean none = request.reports().isEmpty();
        boolean samples = none && request.watch().isEmpty();
        boolean nothingNew = none && (!samples || new ReportRepository(database.connections()).count() > 0);
        Stream<Unread> reports =
                nothingNew ? Stream.of() : samples ? Samples.unread(batch) : batch.find(request.reports());
        var progress = new Progress(terminal, none || !terminal.live() ? 0 : Reports.count(request.reports()));
        var world = world();
        var ingest =
                new Ingest(database.connections(), world::zone, rules, new Extractor(world)::read, new Linker()::link);
        var telling = new Ingest.Progress() {
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
        };
        var tally = ingest.take(reports.takeWhile(any -> !stopped), telling).plus(ingest.renew(() -> stopped, telling));
        progress.clear();
        if (tally.reports() == 0 && nothingNew) {
            return;
        }
        var summary = Summary.of(tally, terminal);
        terminal.tell(summary.line());
        exitCode = summary.exitCode();
    }

    private Gazetteer world() {
        try {
            return gazetteer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gazetteer was being loaded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the gazetteer could not be loaded", e.getCause());
        }
    }
}
