package org.oqiga.cli.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.oqiga.incident.Incident;

/** Pairs gold with predictions, as many as can be, the required first and those with the gold's own sentence before others. */
final class Matching {

    private final List<List<Incident>> options = new ArrayList<>();
    private final Map<Incident, Integer> taken = new HashMap<>();

    private Matching() {}

    /** The prediction for each gold incident that has one; each prediction serves one. */
    static Map<GoldIncident, Incident> of(
            List<GoldIncident> golds, List<Incident> predictions, BiPredicate<GoldIncident, Incident> sameSentence) {
        var matching = new Matching();
        for (var gold : golds) {
            var fitting = new ArrayList<Incident>();
            predictions.stream()
                    .filter(it -> gold.is(it) && sameSentence.test(gold, it))
                    .forEach(fitting::add);
            predictions.stream()
                    .filter(it -> gold.is(it) && !sameSentence.test(gold, it))
                    .forEach(fitting::add);
            matching.options.add(fitting);
        }
        for (boolean optional : new boolean[] {false, true}) {
            for (int gold = 0; gold < golds.size(); gold++) {
                if (golds.get(gold).optional() == optional) {
                    matching.place(gold, new HashSet<>());
                }
            }
        }
        Map<GoldIncident, Incident> pairs = new java.util.IdentityHashMap<>();
        matching.taken.forEach((prediction, gold) -> pairs.put(golds.get(gold), prediction));
        return pairs;
    }

    // an augmenting path: a prediction that is taken is given up where its gold finds another
    private boolean place(int gold, Set<Incident> seen) {
        for (var prediction : options.get(gold)) {
            if (seen.add(prediction)) {
                var holder = taken.get(prediction);
                if (holder == null || place(holder, seen)) {
                    taken.put(prediction, gold);
                    return true;
                }
            }
        }
        return false;
    }
}
