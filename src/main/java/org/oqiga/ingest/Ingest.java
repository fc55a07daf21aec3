package org.oqiga.ingest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.oqiga.extract.Extraction;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Verdict;
import org.oqiga.link.Linked;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Unread;
import org.oqiga.store.Block;
import org.oqiga.store.Intake;
import org.oqiga.store.KnownReports;
import org.oqiga.store.ReportRepository;

/**
 * The belt: reads and extracts many reports at the same time, stores them in the order they came in, and links what they
 * tell with what was told before.
 */
public final class Ingest {

    /** Reports stored in one transaction: at first few, so that they show soon, then many, so that less is linked anew. */
    private static final int FIRST_BATCH = 50;

    private static final int BATCH = 400;

    private final DataSource database;
    private final Function<Place, ZoneId> zones;
    private final String rules;
    private final Function<Report, Extraction> extract;
    private final Linking linking;

    /**
     * Makes a belt.
     *
     * @param zones says whose clock a place goes by
     * @param rules the version of the rules that {@code extract} reads by
     */
    public Ingest(
            DataSource database,
            Function<Place, ZoneId> zones,
            String rules,
            Function<Report, Extraction> extract,
            BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        this.database = database;
        this.zones = zones;
        this.rules = rules;
        this.extract = extract;
        this.linking = new Linking(link);
    }

    /** Hears of each report when it is done with. */
    public interface Progress {

        void done(String report);

        void failed(String report, String message);
    }

    /** Takes in all {@code reports}; one that cannot be read holds up no other. */
    public Tally take(Stream<Unread> reports, Progress progress) {
        try (var known = new KnownReports(database)) {
            return run(reports, unread -> outcome(unread, known), progress);
        }
    }

    /** Reads again, from the store, what other rules have read; incidents that are recognisably the same keep their ids. */
    public Tally renew(BooleanSupplier stopped, Progress progress) {
        var reports = new ReportRepository(database);
        var stale = reports.readByOtherRules(rules).stream().takeWhile(name -> !stopped.getAsBoolean());
        return run(stale, name -> outcome(reports.report(name).orElseThrow(), true), progress);
    }

    private <T> Tally run(Stream<T> things, Function<T, Outcome> work, Progress progress) {
        var tallies = new ArrayList<Tally>();
        var batch = new ArrayList<Outcome>();
        Belt.ofAllCores().run(things.iterator(), work, outcome -> {
            batch.add(outcome);
            if (batch.size() == (tallies.isEmpty() ? FIRST_BATCH : BATCH)) {
                tallies.add(finish(batch, progress));
            }
        });
        tallies.add(finish(batch, progress));
        return tallies.stream().reduce(Tally.NONE, Tally::plus);
    }

    private Tally finish(List<Outcome> batch, Progress progress) {
        var tally = batch.isEmpty() ? Tally.NONE : store(batch);
        Gauges.add(tally);
        batch.forEach(outcome -> tell(outcome, progress));
        batch.clear();
        return tally;
    }

    Outcome outcome(Unread unread, KnownReports known) {
        var reading = unread.read();
        if (reading instanceof Reading.Failure failure) {
            return new Outcome.Failed(failure.name(), failure.message(), true);
        }
        var report = Content.storable(reading.success().orElseThrow());
        var content = Content.hash(report);
        return known.has(report.name(), content) ? new Outcome.Known(report.name(), content) : outcome(report, false);
    }

    private Outcome outcome(Report report, boolean again) {
        try {
            return new Outcome.New(report, Content.hash(report), Gauges.timed(() -> extract.apply(report)), again);
        } catch (RuntimeException | StackOverflowError fault) {
            // our fault, to be mended; but one report that we cannot cope with must not cost the rest of a batch
            var where = fault.getStackTrace().length > 0 ? " at " + fault.getStackTrace()[0] : "";
            return new Outcome.Failed(
                    report.name(),
                    "could not be worked through, which is a fault of this program: " + fault + where,
                    false);
        }
    }

    private Tally store(List<Outcome> batch) {
        try (var store = begin()) {
            var tally = put(batch, store);
            store.commit();
            return tally;
        }
    }

    /** One transaction, alone in the store. */
    Intake begin() {
        return Intake.begin(database, zones);
    }

    /** What is in the store already, for as long as a batch is worked on. */
    KnownReports known() {
        return new KnownReports(database);
    }

    /** Reads a report again that is in the store, within somebody's transaction. */
    public void readAgain(Report report, Intake store) {
        var outcome = outcome(report, true);
        if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalStateException(report.name() + " " + failed.message());
        }
        put(List.of(outcome), store);
    }

    /** As of the day that people say its report was published on, whatever the report says itself. */
    private Outcome asDated(Outcome.New found, Intake store) {
        var dated = store.dates().dated(found.report());
        return dated.equals(found.report()) ? found : outcome(dated, found.again());
    }

    /** Stores what came of reports, and links it with what was told before. */
    Tally put(List<Outcome> batch, Intake store) {
        var tally = Tally.NONE;
        var changed = new ArrayList<Block>();
        // of one name, the later one is to be compared with what the earlier one has made of the store
        var run = new LinkedHashMap<String, Outcome.New>();
        for (var each : batch) {
            if (each instanceof Outcome.New read) {
                if (run.containsKey(read.name())) {
                    tally = tally.plus(putAll(run.values(), changed, store));
                    run.clear();
                }
                run.put(read.name(), read);
            } else {
                tally = tally.plus(each instanceof Outcome.Known ? Tally.KNOWN : Tally.FAILED);
            }
        }
        tally = tally.plus(putAll(run.values(), changed, store));
        linking.renew(changed, store);
        return tally;
    }

    private Tally putAll(Collection<Outcome.New> found, List<Block> changed, Intake store) {
        if (found.isEmpty()) {
            return Tally.NONE;
        }
        var read = new ArrayList<Outcome.New>();
        for (var each : found) {
            var outcome = asDated(each, store);
            if (outcome instanceof Outcome.New dated) {
                read.add(dated);
            }
        }
        var contents = new HashMap<String, String>();
        read.stream().filter(each -> !each.again()).forEach(each -> contents.put(each.name(), each.content()));
        var known = store.known(contents);
        var fresh = read.stream().filter(each -> !known.contains(each.name())).toList();
        if (!fresh.isEmpty()) {
            changed.addAll(store.put(fresh.stream().map(this::toStore).toList()));
        }
        int failed = found.size() - read.size();
        var tally = new Tally(0, 0, known.size(), failed, 0, Map.of());
        for (var each : fresh) {
            tally = tally.plus(Tally.of(each.extraction(), each.again()));
        }
        return tally;
    }

    private Intake.Read toStore(Outcome.New found) {
        var extraction = found.extraction();
        return new Intake.Read(
                found.report(),
                found.content(),
                rules,
                Marks.of(extraction),
                extraction.toponyms().stream()
                        .flatMap(resolution -> resolution.place().stream())
                        .toList(),
                extraction.incidents());
    }

    private static void tell(Outcome outcome, Progress progress) {
        if (outcome instanceof Outcome.Failed failed) {
            progress.failed(failed.name(), failed.message());
        } else {
            progress.done(outcome.name());
        }
    }
}
