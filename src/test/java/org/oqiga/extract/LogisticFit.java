package org.oqiga.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits the weights of {@link Confidence} to incidents of which it is known whether they are right. */
final class LogisticFit {

    /** How strongly a ground of which little is known is kept from saying much. */
    private static final double RIDGE = 2;

    private static final int STEPS = 600;
    private static final double RATE = 0.3;

    private LogisticFit() {}

    /** An incident as extracted, and whether the gold has it. */
    record Case(String set, List<String> grounds, boolean right) {}

    static Map<String, Double> weights(List<Case> cases) {
        Map<String, Double> weights = new TreeMap<>();
        Map<String, Double> steepness = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            Map<String, Double> slopes = new HashMap<>();
            for (var each : cases) {
                double off = probability(weights, each.grounds()) - (each.right() ? 1 : 0);
                slopes.merge(Confidence.START, off, Double::sum);
                each.grounds().forEach(ground -> slopes.merge(ground, off, Double::sum));
            }
            slopes.forEach((ground, slope) -> {
                double weight = weights.getOrDefault(ground, 0.0);
                double pulled = slope + (ground.equals(Confidence.START) ? 0 : RIDGE * weight);
                double scale = steepness.merge(ground, pulled * pulled, Double::sum);
                weights.put(ground, weight - RATE * pulled / Math.sqrt(scale + 1e-9));
            });
        }
        return weights;
    }

    static double probability(Map<String, Double> weights, List<String> grounds) {
        double sum = weights.getOrDefault(Confidence.START, 0.0);
        for (var ground : grounds) {
            sum += weights.getOrDefault(ground, 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
