package org.oqiga.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Verdict;

/**
 * Joins the tellings of single reports that are of the same incident: one type, one place, and a day that all of them allow.
 * Two tellings of one report are never joined: the report keeps them apart. What people have decided overrules all of this.
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
        return link(tellings, List.of());
    }

    /** The same, where people have decided about some of them. */
    public List<Linked> link(List<Incident> tellings, List<Verdict> verdicts) {
        var decided = new Decided(verdicts);
        Map<Block, Set<Cluster>> blocks = new LinkedHashMap<>();
        Map<String, Cluster> clusterOf = new HashMap<>();
        // the exact ones first: a vague telling then finds the incident it means instead of opening one of its own
        var ordered = new ArrayList<>(tellings);
        ordered.sort(
                Comparator.comparingLong((Incident telling) -> telling.period().length())
                        .thenComparing(BY_PUBLICATION));
        for (var telling : ordered) {
            var group = decided.group(telling.id());
            var block = new Block(telling.type().label(), telling.place().id());
            var beside = blocks.computeIfAbsent(block, key -> new LinkedHashSet<>());
            var cluster = clusterOf.get(telling.id());
            if (cluster != null) {
                cluster.add(telling, decided.decision(telling.id()));
            } else {
                cluster = best(telling, beside, other -> !decided.areApart(group, other.ids()));
                if (cluster == null) {
                    cluster = new Cluster(telling);
                } else {
                    cluster.add(telling, OptionalLong.empty());
                }
                for (var same : group) {
                    clusterOf.put(same, cluster);
                }
            }
            beside.add(cluster);
        }
        return blocks.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .map(cluster -> cluster.linked(BY_PUBLICATION))
                .sorted(Comparator.comparing(
                                (Linked linked) -> linked.incident().period().start())
                        .thenComparing(linked -> linked.incident().id()))
                .toList();
    }

    private static @Nullable Cluster best(Incident telling, Set<Cluster> clusters, Predicate<Cluster> allowed) {
        Cluster best = null;
        double most = -1;
        for (var cluster : clusters) {
            if (cluster.admits(telling) && allowed.test(cluster)) {
                double likeness = cluster.likeness(telling);
                if (likeness > most) {
                    best = cluster;
                    most = likeness;
                }
            }
        }
        return best;
    }
}
