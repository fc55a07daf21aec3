package org.oqiga.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Verdict;
import org.oqiga.link.Linked;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.History;
import org.oqiga.store.Intake;
import org.oqiga.store.ReportRepository;

/** What people say that a report tells although the extraction has missed it: linked like all else that is told. */
public final class Testimony {

    private static final String ADDED = "added";
    private static final String UNDONE = "undone";

    private final ReportRepository reports;
    private final Linking linking;

    public Testimony(DataSource database, BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        this.reports = new ReportRepository(database);
        this.linking = new Linking(link);
    }

    /** Adds a telling; empty where it is there already. It is for the caller to write the change down. */
    public Optional<History.Change> add(Incident told, By by, Intake store) {
        return store.missed().add(told, by.who())
                ? Optional.of(there(told.id(), true, ADDED, store))
                : Optional.empty();
    }

    /** Takes a telling back that was added, or adds it again. */
    public History.Change turn(String id, boolean there, Intake store) {
        return there(id, there, UNDONE, store);
    }

    private History.Change there(String id, boolean there, String what, Intake store) {
        var report = store.missed().turn(id, !there).orElseThrow();
        var incidents = new TreeSet<>(store.decisions().incidentsOf(List.of(id)).keySet());
        var before = shown(id, report, !there, store);
        if (there) {
            reports.report(report).ifPresent(text -> linking.renew(store.tell(text, id), store));
        } else {
            linking.renew(store.untell(id), store);
        }
        incidents.addAll(store.decisions().incidentsOf(List.of(id)).keySet());
        var shown = new History.Turn(before, shown(id, report, there, store));
        return new History.Change(
                what,
                new History.About(incidents.isEmpty() ? List.of(id) : List.copyOf(incidents), Optional.of(report)),
                shown,
                new History.Turn(kept(id, !there), kept(id, there)),
                List.of("the telling " + id));
    }

    private static ObjectNode kept(String id, boolean there) {
        return JsonNodeFactory.instance.objectNode().put("telling", id).put("there", there);
    }

    private ObjectNode shown(String id, String report, boolean there, Intake store) {
        var shown = JsonNodeFactory.instance.objectNode();
        if (there) {
            reports.report(report).stream()
                    .flatMap(text -> store.missed().in(text).stream())
                    .filter(told -> told.id().equals(id))
                    .forEach(told -> shown.put(
                                    "quote", told.sources().get(0).quote().text())
                            .put("type", told.type().label())
                            .put("place", told.place().name())
                            .put("start", told.period().firstDay().toString())
                            .put("end", told.period().lastDay().toString()));
        }
        return shown;
    }
}
