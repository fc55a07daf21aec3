package org.oqiga.ingest;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Verdict;
import org.oqiga.link.Linked;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.Intake;

/** What a person decides about incidents: these are different, these are the same; kept, and respected whenever it is linked anew. */
public final class Judgement {

    private final DataSource database;
    private final Function<Place, ZoneId> zones;
    private final Linking linking;

    /** {@code zones} says whose clock a place goes by. */
    public Judgement(
            DataSource database,
            Function<Place, ZoneId> zones,
            BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        this.database = database;
        this.zones = zones;
        this.linking = new Linking(link);
    }

    /**
     * What came of it.
     *
     * @param decision its number, to undo it by
     * @param incidents the ids of the incidents that it has touched and that are there now
     */
    public record Ruling(long decision, Set<String> incidents) {}

    /** These tellings of an incident are of another incident than the rest of them. */
    public Ruling different(String incident, Collection<String> tellings, By by) {
        try (var store = Intake.begin(database, zones)) {
            var all = store.decisions().tellingsOf(List.of(incident)).getOrDefault(incident, Set.of());
            var rest = new TreeSet<>(all);
            rest.removeAll(tellings);
            if (tellings.isEmpty() || rest.isEmpty() || !all.containsAll(tellings)) {
                throw new IllegalArgumentException(
                        "to part an incident takes some but not all of its tellings, which are " + all);
            }
            long decision = store.decisions().decide(tellings, rest, false, by);
            return settle(decision, "different", all, by, store);
        }
    }

    /** Both are one incident. */
    public Ruling same(String one, String other, By by) {
        try (var store = Intake.begin(database, zones)) {
            var tellings = store.decisions().tellingsOf(List.of(one, other));
            if (tellings.size() != 2) {
                throw new IllegalArgumentException("to join takes two incidents, of \"" + one + "\" and \"" + other
                        + "\" there are " + tellings.keySet());
            }
            long decision = store.decisions().decide(tellings.get(one), tellings.get(other), true, by);
            var all = new TreeSet<>(tellings.get(one));
            all.addAll(tellings.get(other));
            return settle(decision, "same", all, by, store);
        }
    }

    /** The decision holds no longer: what it parted or joined is linked by the rules, and by what was decided before it. */
    public Ruling undo(long decision, By by) {
        try (var store = Intake.begin(database, zones)) {
            var about = store.decisions().undo(decision, by.who());
            if (about.isEmpty()) {
                throw new IllegalArgumentException("there is no decision " + decision + " that holds");
            }
            return settle(decision, "undone", new TreeSet<>(about), by, store);
        }
    }

    private Ruling settle(long decision, String what, Set<String> tellings, By by, Intake store) {
        Map<String, Set<String>> before = store.decisions().incidentsOf(tellings);
        linking.renew(store.blocks(tellings), store);
        Map<String, Set<String>> after = store.decisions().incidentsOf(tellings);
        var touched = new HashSet<>(before.keySet());
        touched.addAll(after.keySet());
        for (var incident : touched) {
            store.decisions()
                    .record(
                            incident,
                            what,
                            by,
                            before.getOrDefault(incident, Set.of()),
                            after.getOrDefault(incident, Set.of()),
                            decision);
        }
        store.commit();
        return new Ruling(decision, after.keySet());
    }
}
