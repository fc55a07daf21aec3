package org.oqiga.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.incident.Incident;

/**
 * Joins the tellings of single reports that are of the same incident: one type, one place, and a day that all of them allow.
 * Two tellings of one report are never joined: the report keeps them apart.
 */
public final class Linker {

    private record Block(String type, String placeId) {}

    /** Earliest published first, so that an incident is named after the report that first told it. */
    private static final Comparator<Incident> BY_PUBLICATION = Comparator.comparing((Incident telling) ->
                    telling.sources().get(0).report().published().orElse(java.time.LocalDate.MAX))
            .thenComparing(telling -> telling.sources().get(0).report().name())
            .thenComparing(Incident::id);

    /** The incidents that {@code tellings} tell of, each with the sources of all its tellings. */
    public List<Linked> link(List<Incident> tellings) {
        Map<Block, List<Cluster>> blocks = new LinkedHashMap<>();
        // the exact ones first: a vague telling then finds the incident it means instead of opening one of its own
        var ordered = new ArrayList<>(tellings);
        ordered.sort(
                Comparator.comparingLong((Incident telling) -> telling.period().length())
                        .thenComparing(BY_PUBLICATION));
        for (var telling : ordered) {
            var block = new Block(telling.type().label(), telling.place().id());
            var clusters = blocks.computeIfAbsent(block, key -> new ArrayList<>());
            Cluster best = null;
            for (var cluster : clusters) {
                if (cluster.admits(telling) && (best == null || cluster.likeness(telling) > best.likeness(telling))) {
                    best = cluster;
                }
            }
            if (best == null) {
                clusters.add(new Cluster(telling));
            } else {
                best.add(telling);
            }
        }
        return blocks.values().stream()
                .flatMap(List::stream)
                .map(cluster -> cluster.linked(BY_PUBLICATION))
                .sorted(Comparator.comparing(
                                (Linked linked) -> linked.incident().period().start())
                        .thenComparing(linked -> linked.incident().id()))
                .toList();
    }
}
