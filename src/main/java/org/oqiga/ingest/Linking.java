package org.oqiga.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Verdict;
import org.oqiga.link.Linked;
import org.oqiga.store.Intake;

/** Links anew what a change may have touched, and lets incidents keep their ids. */
final class Linking {

    private final BiFunction<List<Incident>, List<Verdict>, List<Linked>> link;

    Linking(BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        this.link = link;
    }

    /** Links the tellings around {@code changed} and stores the incidents they make. */
    void renew(List<Intake.Block> changed, Intake store) {
        renew(changed, Map.of(), store);
    }

    /** The same, where some tellings are to be of the incident of this id again, as they were once. */
    void renew(List<Intake.Block> changed, Map<String, String> once, Intake store) {
        Set<String> done = new HashSet<>();
        for (var block : merged(changed)) {
            var around = store.neighbours(block);
            // two blocks that grow into one need to be linked once
            if (!around.isEmpty() && !done.contains(around.get(0).telling().id())) {
                var all = new LinkedHashMap<String, Intake.Kept>();
                around.forEach(kept -> all.put(kept.telling().id(), kept));
                var verdicts = reachOut(all, store);
                done.addAll(all.keySet());
                assign(List.copyOf(all.values()), verdicts, once, store);
            }
        }
    }

    /** Adds what people have joined, or had joined, with tellings of elsewhere, and all around it; returns what they decided. */
    private static List<Verdict> reachOut(Map<String, Intake.Kept> all, Intake store) {
        while (true) {
            var verdicts = store.decisions().about(all.keySet());
            var incidents = all.values().stream()
                    .flatMap(kept -> kept.incidentId().stream())
                    .collect(Collectors.toSet());
            var joined = verdicts.stream()
                    .filter(Verdict::same)
                    .flatMap(verdict -> Stream.of(verdict.one(), verdict.other()));
            var together =
                    store.decisions().tellingsOf(incidents).values().stream().flatMap(Set::stream);
            var elsewhere = Stream.concat(joined, together)
                    .filter(id -> !all.containsKey(id))
                    .collect(Collectors.toSet());
            if (elsewhere.isEmpty()) {
                return verdicts;
            }
            int before = all.size();
            for (var block : merged(store.blocks(elsewhere))) {
                store.neighbours(block).forEach(kept -> all.put(kept.telling().id(), kept));
            }
            if (all.size() == before) {
                return verdicts;
            }
        }
    }

    private void assign(List<Intake.Kept> around, List<Verdict> verdicts, Map<String, String> once, Intake store) {
        Map<String, String> before = new HashMap<>();
        around.forEach(kept ->
                kept.incidentId().ifPresent(id -> before.put(kept.telling().id(), id)));
        var here = Set.copyOf(before.values());
        var elsewhere = store.taken(once.values());
        elsewhere.removeAll(here);
        around.stream()
                .map(kept -> kept.telling().id())
                .filter(once::containsKey)
                .forEach(telling -> {
                    // an id that others bear by now stays theirs
                    if (!elsewhere.contains(once.get(telling))) {
                        before.put(telling, once.get(telling));
                    }
                });
        var clusters = link.apply(around.stream().map(Intake.Kept::telling).toList(), verdicts);
        var told = around.stream().map(kept -> kept.telling().id()).toList();
        var ids = ids(clusters, before, store.taken(told));
        Map<Incident, List<String>> named = new LinkedHashMap<>();
        ids.forEach((cluster, id) -> named.put(as(id, cluster.incident()), cluster.tellings()));
        store.assign(
                named,
                clusters.stream().flatMap(cluster -> cluster.joined().stream()).toList());
    }

    /**
     * A cluster keeps the id that most of its tellings had; where two claim one, the one with more of them gets it, and of two
     * with as many that with the telling that the id is of.
     */
    static Map<Linked, String> ids(List<Linked> clusters, Map<String, String> before, Set<String> elsewhere) {
        record Claim(Linked cluster, String id, long votes) {}
        var claims = new ArrayList<Claim>();
        for (var cluster : clusters) {
            Map<String, Long> votes = new LinkedHashMap<>();
            cluster.tellings().stream()
                    .map(before::get)
                    .filter(java.util.Objects::nonNull)
                    .forEach(id -> votes.merge(id, 1L, Long::sum));
            votes.forEach((id, count) -> claims.add(new Claim(cluster, id, count)));
        }
        claims.sort(Comparator.comparingLong(Claim::votes)
                .thenComparing(claim -> claim.cluster().tellings().contains(claim.id()))
                .reversed());
        Map<Linked, String> given = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(elsewhere);
        taken.addAll(before.values());
        Set<String> kept = new HashSet<>();
        for (var claim : claims) {
            if (!given.containsKey(claim.cluster()) && kept.add(claim.id())) {
                given.put(claim.cluster(), claim.id());
            }
        }
        for (var cluster : clusters) {
            if (!given.containsKey(cluster)) {
                given.put(cluster, free(cluster.tellings(), taken));
            }
        }
        return given;
    }

    /** The first telling's id, or one made of it where an incident bears that already. */
    private static String free(List<String> tellings, Set<String> taken) {
        for (var id : tellings) {
            if (taken.add(id)) {
                return id;
            }
        }
        int number = 2;
        while (!taken.add(tellings.get(0) + "-" + number)) {
            number++;
        }
        return tellings.get(0) + "-" + number;
    }

    private static Incident as(String id, Incident incident) {
        return new Incident(
                id,
                incident.what(),
                incident.when(),
                incident.place(),
                incident.toll(),
                incident.standing(),
                incident.sources());
    }

    private static List<Intake.Block> merged(List<Intake.Block> blocks) {
        var sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparing(Intake.Block::type)
                .thenComparing(Intake.Block::placeId)
                .thenComparing(Intake.Block::first));
        var merged = new ArrayList<Intake.Block>();
        for (var block : sorted) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && last.type().equals(block.type())
                    && last.placeId().equals(block.placeId())
                    && !block.first().isAfter(last.last())) {
                var end = block.last().isAfter(last.last()) ? block.last() : last.last();
                merged.set(merged.size() - 1, new Intake.Block(block.type(), block.placeId(), last.first(), end));
            } else {
                merged.add(block);
            }
        }
        return merged;
    }
}
