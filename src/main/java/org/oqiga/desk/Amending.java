package org.oqiga.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.CorrectionJson;
import org.oqiga.incident.Incident;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.ingest.Atlas;
import org.oqiga.store.Corrections;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.History;
import org.oqiga.store.Intake;

/** Sets incidents right: a field that a person sets stays so, however often the reports are read again. */
@ApplicationScoped
public class Amending {

    static final String CORRECTED = "corrected";

    private final DataSource database;
    private final Atlas atlas;

    public Amending(DataSource database, Atlas atlas) {
        this.database = database;
        this.atlas = atlas;
    }

    /** What came of a patch for many: the change, if there was one, and why some were left as they were. */
    public record Outcome(OptionalLong change, List<String> changed, Map<String, String> refused) {}

    /**
     * Changes an incident's corrections.
     *
     * @param version of the incident that the person has seen; empty to change it as it is
     * @param patch the fields to set, and with null those to give back to the extraction
     */
    public void change(String incident, Optional<Long> version, ObjectNode patch, By by) {
        var gazetteer = atlas.gazetteer();
        var wanted = new Patch(patch, gazetteer);
        try (var store = Intake.begin(database, gazetteer::zone)) {
            var standing = standing(incident, store);
            if (version.isPresent() && !version.equals(standing.version())) {
                throw new StaleException(incident);
            }
            var turn = new Recorded();
            set(incident, standing, wanted.on(standing.patch(), extracted(standing)), by, store, turn);
            turn.record(CORRECTED, by, store);
            store.commit();
        }
    }

    /** The same patch for many incidents, as one change; those that do not take it are left as they are. */
    public Outcome changeAll(List<String> incidents, ObjectNode patch, By by) {
        var gazetteer = atlas.gazetteer();
        var wanted = new Patch(patch, gazetteer);
        var refused = new LinkedHashMap<String, String>();
        var turn = new Recorded();
        try (var store = Intake.begin(database, gazetteer::zone)) {
            for (var incident : incidents) {
                try {
                    var standing = standing(incident, store);
                    set(incident, standing, wanted.on(standing.patch(), extracted(standing)), by, store, turn);
                } catch (NotThereException | WrongFieldException e) {
                    refused.put(incident, e.getMessage());
                }
            }
            var change = turn.record(CORRECTED, by, store);
            store.commit();
            return new Outcome(change, turn.incidents(), refused);
        }
    }

    private static Corrections.Standing standing(String incident, Intake store) {
        return store.corrections()
                .find(incident)
                .filter(it -> it.version().isPresent())
                .orElseThrow(() -> new NotThereException("incident \"" + incident + "\""));
    }

    private static Incident extracted(Corrections.Standing standing) {
        return standing.extracted().orElseThrow();
    }

    /** Puts {@code after} in place of what was corrected, and writes it into {@code turn}. */
    void set(String incident, Corrections.Standing standing, ObjectNode after, By by, Intake store, Recorded turn) {
        var changed = Fields.changed(standing.patch(), after);
        if (changed.isEmpty()) {
            return;
        }
        var gazetteer = atlas.gazetteer();
        var reader = new CorrectionJson(gazetteer::place);
        var next = reader.read(after);
        var extracted = standing.extracted();
        var places = new ArrayList<>(next.where().place().stream().toList());
        if (next.shown().roundedToKm().isPresent()) {
            extracted.ifPresent(it -> places.addAll(above(next.applyTo(it).place(), gazetteer)));
        }
        store.corrections().put(incident, after, places, by.who());
        extracted.ifPresent(it -> store.correct(List.of(it)));
        var fields = new Fields(gazetteer::zone);
        var kept = new History.Turn(Fields.of(standing.patch(), changed), Fields.of(after, changed));
        var shown = extracted
                .map(it -> new History.Turn(
                        fields.of(reader.read(standing.patch()).applyTo(it), standing.patch(), changed),
                        fields.of(next.applyTo(it), after, changed)))
                .orElse(kept);
        turn.add(incident, shown, kept);
    }

    private static List<Place> above(Place place, Gazetteer gazetteer) {
        var above = new ArrayList<Place>();
        gazetteer.place(place.parents().admin1Id()).ifPresent(above::add);
        gazetteer.country(place.parents().country()).ifPresent(above::add);
        return above;
    }

    /** The corrections of one or many incidents, gathered into one change. */
    static final class Recorded {

        private final Map<String, History.Turn> shown = new LinkedHashMap<>();
        private final ObjectNode was = Fields.none();
        private final ObjectNode became = Fields.none();
        private final List<String> touches = new ArrayList<>();

        private void add(String incident, History.Turn turn, History.Turn kept) {
            shown.put(incident, turn);
            was.set(incident, kept.before());
            became.set(incident, kept.after());
            kept.after().fieldNames().forEachRemaining(field -> touches.add(field + " of " + incident));
        }

        List<String> incidents() {
            return List.copyOf(shown.keySet());
        }

        /** The change, unless nothing has changed. */
        Optional<History.Change> change(String what) {
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            var kept = new History.Turn(
                    Fields.none().set("fields", was), Fields.none().set("fields", became));
            var about = new History.About(incidents(), Optional.empty());
            return Optional.of(new History.Change(what, about, shown(), kept, touches));
        }

        OptionalLong record(String what, By by, Intake store) {
            return change(what)
                    .map(it -> OptionalLong.of(store.history().record(it, by)))
                    .orElse(OptionalLong.empty());
        }

        private History.Turn shown() {
            if (shown.size() == 1) {
                return shown.values().iterator().next();
            }
            var before = Fields.none();
            var after = Fields.none();
            shown.forEach((incident, turn) -> {
                before.set(incident, turn.before());
                after.set(incident, turn.after());
            });
            return new History.Turn(
                    Fields.none().set("incidents", before), Fields.none().set("incidents", after));
        }
    }
}
