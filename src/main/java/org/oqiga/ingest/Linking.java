package org.oqiga.ingest;

import java.util.ArrayList;
import java.util.Collection;
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
import org.oqiga.incident.Joined;
import org.oqiga.incident.Verdict;
import org.oqiga.link.Linked;
import org.oqiga.store.Block;
import org.oqiga.store.Intake;

/** Links anew what a change may have touched, and lets incidents keep their ids. */
final class Linking {

    private final BiFunction<List<Incident>, List<Verdict>, List<Linked>> link;

    Linking(BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        this.link = link;
    }

    /** Links the tellings around {@code changed} and stores the incidents they make. */
    void renew(List<Block> changed, Intake store) {
        renew(changed, Map.of(), store);
    }

    /** The same, where some tellings are to be of the incident of this id again, as they were once. */
    void renew(List<Block> changed, Map<String, String> once, Intake store) {
        var chains = chains(changed, store);
        if (chains.isEmpty()) {
            return;
        }
        var taken = store.taken(chains.stream()
                .flatMap(chain -> chain.tellings.keySet().stream())
                .toList());
        var elsewhere = once.isEmpty() ? Set.<String>of() : store.taken(once.values());
        Map<Incident, List<String>> named = new LinkedHashMap<>();
        List<Joined> joined = new ArrayList<>();
        for (var chain : chains) {
            var around = chain.tellings.values();
            var clusters = link.apply(around.stream().map(Intake.Kept::telling).toList(), chain.verdicts);
            var own = new HashSet<>(taken);
            own.retainAll(chain.tellings.keySet());
            ids(clusters, before(around, once, elsewhere), own)
                    .forEach((cluster, id) -> named.put(as(id, cluster.incident()), cluster.tellings()));
            clusters.forEach(cluster -> joined.addAll(cluster.joined()));
        }
        store.assign(named, joined);
    }

    /** Tellings that are to be linked with one another and no others, and what people decided about them. */
    private record Chain(Map<String, Intake.Kept> tellings, List<Verdict> verdicts) {}

    /** The tellings around blocks; what has no other to be the same as by people's word is found for all at once. */
    private static List<Chain> chains(List<Block> blocks, Intake store) {
        var found = store.neighbours(blocks);
        var all = found.stream().flatMap(List::stream).toList();
        var verdicts = store.decisions()
                .about(all.stream().map(kept -> kept.telling().id()).toList());
        var together = store.decisions()
                .tellingsOf(
                        all.stream().flatMap(kept -> kept.incidentId().stream()).collect(Collectors.toSet()));
        var chains = new ArrayList<Chain>();
        Set<String> done = new HashSet<>();
        for (var around : found) {
            // two that people have joined are linked once
            if (!done.contains(around.get(0).telling().id())) {
                var tellings = new LinkedHashMap<String, Intake.Kept>();
                around.forEach(kept -> tellings.put(kept.telling().id(), kept));
                var about = verdicts.stream()
                        .filter(verdict -> tellings.containsKey(verdict.one()) || tellings.containsKey(verdict.other()))
                        .toList();
                var decided = elsewhere(tellings, about, together).isEmpty() ? about : reachOut(tellings, store);
                done.addAll(tellings.keySet());
                chains.add(new Chain(tellings, decided));
            }
        }
        return chains;
    }

    /** Adds what people have joined, or had joined, with tellings of elsewhere, and all around it; returns what they decided. */
    private static List<Verdict> reachOut(Map<String, Intake.Kept> all, Intake store) {
        while (true) {
            var verdicts = store.decisions().about(all.keySet());
            var incidents = all.values().stream()
                    .flatMap(kept -> kept.incidentId().stream())
                    .collect(Collectors.toSet());
            var elsewhere = elsewhere(all, verdicts, store.decisions().tellingsOf(incidents));
            int before = all.size();
            store.neighbours(store.blocks(elsewhere))
                    .forEach(each -> each.forEach(kept -> all.put(kept.telling().id(), kept)));
            if (all.size() == before) {
                return verdicts;
            }
        }
    }

    /** The tellings that others of them are, or were, of one incident with. */
    private static Set<String> elsewhere(
            Map<String, Intake.Kept> all, List<Verdict> verdicts, Map<String, Set<String>> together) {
        var joined =
                verdicts.stream().filter(Verdict::same).flatMap(verdict -> Stream.of(verdict.one(), verdict.other()));
        var of = all.values().stream()
                .flatMap(kept -> kept.incidentId().stream())
                .distinct()
                .flatMap(id -> together.getOrDefault(id, Set.of()).stream());
        return Stream.concat(joined, of).filter(id -> !all.containsKey(id)).collect(Collectors.toSet());
    }

    /** The incident that each telling was taken for; an id that others bear by now stays theirs. */
    private static Map<String, String> before(
            Collection<Intake.Kept> around, Map<String, String> once, Set<String> taken) {
        Map<String, String> before = new HashMap<>();
        around.forEach(kept ->
                kept.incidentId().ifPresent(id -> before.put(kept.telling().id(), id)));
        var here = Set.copyOf(before.values());
        around.stream()
                .map(kept -> kept.telling().id())
                .filter(once::containsKey)
                .forEach(telling -> {
                    var id = once.get(telling);
                    if (here.contains(id) || !taken.contains(id)) {
                        before.put(telling, id);
                    }
                });
        return before;
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
}
