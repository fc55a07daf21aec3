package org.oqiga.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.oqiga.store.History;
import org.oqiga.store.Intake;
import org.oqiga.store.InvalidQueryException;

/** What a person decides about incidents: these are different, these are the same; kept, and respected whenever it is linked anew. */
public final class Judgement {

    private static final String MERGED = "merged";
    private static final String SPLIT = "split";
    private static final String UNDONE = "undone";

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
     * @param change its number in the history, to undo it by
     * @param incidents the ids of the incidents that it has touched and that are there now
     */
    public record Ruling(long change, Set<String> incidents) {

        public Ruling {
            incidents = Collections.unmodifiableSet(new TreeSet<>(incidents));
        }
    }

    /** These tellings of an incident are of another incident than the rest of them. */
    public Ruling different(String incident, Collection<String> tellings, By by) {
        try (var store = Intake.begin(database, zones)) {
            var all = store.decisions().tellingsOf(List.of(incident)).getOrDefault(incident, Set.of());
            var rest = new TreeSet<>(all);
            rest.removeAll(tellings);
            if (tellings.isEmpty() || rest.isEmpty() || !all.containsAll(tellings)) {
                throw new InvalidQueryException(
                        "tellings", "to part an incident takes some but not all of its tellings, which are " + all);
            }
            long decision = store.decisions().decide(tellings, rest, false, by);
            return settle(decision, SPLIT, all, by, store);
        }
    }

    /** All of these are one incident. */
    public Ruling same(List<String> incidents, By by) {
        try (var store = Intake.begin(database, zones)) {
            var each = List.copyOf(new LinkedHashSet<>(incidents));
            var tellings = store.decisions().tellingsOf(each);
            if (each.size() < 2 || tellings.size() != each.size()) {
                throw new InvalidQueryException(
                        "ids", "to join takes at least two incidents, of " + each + " there are " + tellings.keySet());
            }
            var first = tellings.get(each.get(0));
            var others = new TreeSet<String>();
            each.stream().skip(1).forEach(id -> others.addAll(tellings.get(id)));
            long decision = store.decisions().decide(first, others, true, by);
            others.addAll(first);
            return settle(decision, MERGED, others, by, store);
        }
    }

    private Ruling settle(long decision, String what, Set<String> tellings, By by, Intake store) {
        var change = change(decision, what, tellings, true, Map.of(), store);
        long number = store.history().record(change, by);
        store.commit();
        return new Ruling(number, store.decisions().incidentsOf(tellings).keySet());
    }

    /**
     * Lets a decision hold again, or no longer: then what it parted or joined is linked by the rules, and by what was decided
     * before it. It is for the caller to write the change down.
     *
     * @param once the incidents that tellings are to be of again, as far as that is linked so
     */
    public History.Change hold(long decision, boolean holds, Map<String, String> once, By by, Intake store) {
        var about = store.decisions().hold(decision, holds, by.who());
        return change(decision, UNDONE, new TreeSet<>(about), holds, once, store);
    }

    private History.Change change(
            long decision, String what, Set<String> tellings, boolean holds, Map<String, String> once, Intake store) {
        Map<String, Set<String>> before = store.decisions().incidentsOf(tellings);
        linking.renew(store.blocks(tellings), once, store);
        Map<String, Set<String>> after = store.decisions().incidentsOf(tellings);
        var touched = new LinkedHashSet<>(after.keySet());
        touched.addAll(before.keySet());
        var kept = new History.Turn(held(decision, !holds), held(decision, holds));
        return new History.Change(
                what,
                new History.About(List.copyOf(touched), Optional.empty()),
                new History.Turn(tellings(before), tellings(after)),
                kept,
                tellings.stream().map(telling -> "the incident of " + telling).toList());
    }

    private static ObjectNode held(long decision, boolean holds) {
        return JsonNodeFactory.instance.objectNode().put("decision", decision).put("holds", holds);
    }

    private static ObjectNode tellings(Map<String, Set<String>> incidents) {
        var shown = JsonNodeFactory.instance.objectNode();
        var each = shown.putObject("incidents");
        incidents.forEach((incident, tellings) -> {
            var list = each.putArray(incident);
            tellings.forEach(list::add);
        });
        return shown;
    }
}
