package org.oqiga.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Ingest;
import org.oqiga.report.Report;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.History;
import org.oqiga.store.Intake;
import org.oqiga.store.ReportRepository;

/** Sets the day on which a report was published, and has what it tells dated by it; that holds however often it comes in. */
public final class Dating {

    private static final String DATED = "dated";

    private final DataSource database;
    private final Atlas atlas;
    private final Supplier<Ingest> belt;

    /** {@code belt} is what reads reports, made when it is first wanted. */
    public Dating(DataSource database, Atlas atlas, Supplier<Ingest> belt) {
        this.database = database;
        this.atlas = atlas;
        this.belt = belt;
    }

    /** The change, none where the report was of that day already, and the incidents that the report tells now. */
    public record Outcome(Optional<Long> change, List<String> incidents) {}

    /** From now on the report is of this day, whatever it says itself; empty for the day that it says. */
    public Outcome date(String report, Optional<LocalDate> published, By by) {
        try (var store = Intake.begin(database, atlas.gazetteer()::zone)) {
            if (store.dates().said(report).equals(published)) {
                report(report);
                return new Outcome(Optional.empty(), store.dates().incidentsOf(report));
            }
            var change = set(report, published, DATED, by, store);
            long number = store.history().record(change, by);
            var incidents = store.dates().incidentsOf(report);
            store.commit();
            return new Outcome(Optional.of(number), incidents);
        }
    }

    /** Says the day and has the report read again; it is for the caller to write the change down. */
    History.Change set(String name, Optional<LocalDate> published, String what, By by, Intake store) {
        var before = report(name);
        var said = store.dates().said(name);
        var incidents = new TreeSet<>(store.dates().incidentsOf(name));
        var after = published
                .map(day -> store.dates().say(before, day, by.who()))
                .orElseGet(() -> store.dates().forget(before));
        belt.get().readAgain(after, store);
        incidents.addAll(store.dates().incidentsOf(name));
        return new History.Change(
                what,
                new History.About(List.copyOf(incidents), Optional.of(name)),
                new History.Turn(published(before.published()), published(after.published())),
                new History.Turn(kept(name, said), kept(name, published)),
                List.of("the day of " + name));
    }

    private Report report(String name) {
        return new ReportRepository(database)
                .report(name)
                .orElseThrow(() -> new NotThereException("report \"" + name + "\""));
    }

    private static ObjectNode published(Optional<LocalDate> day) {
        return Fields.none().put("published", day.map(LocalDate::toString).orElse(null));
    }

    private static JsonNode kept(String report, Optional<LocalDate> day) {
        return published(day).put("report", report);
    }
}
