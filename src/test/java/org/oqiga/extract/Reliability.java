package org.oqiga.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What confidences were worth: how many of the incidents that bore them were right. */
final class Reliability {

    private static final int BINS = 10;

    private record Guess(double confidence, boolean right) {}

    private final List<Guess> guesses = new ArrayList<>();

    void add(double confidence, boolean right) {
        guesses.add(new Guess(confidence, right));
    }

    /** The mean square of what a confidence was off: 0 for certainty that is right. */
    double brier() {
        return guesses.stream()
                .mapToDouble(it -> Math.pow(it.confidence() - (it.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** How far confidence and share of right ones lie apart, over tenths of confidence weighted by their incidents. */
    double calibrationError() {
        return bins().values().stream()
                        .mapToDouble(bin -> Math.abs(bin.stream()
                                .mapToDouble(it -> it.confidence() - (it.right() ? 1 : 0))
                                .sum()))
                        .sum()
                / Math.max(1, guesses.size());
    }

    private TreeMap<Integer, List<Guess>> bins() {
        var bins = new TreeMap<Integer, List<Guess>>();
        guesses.forEach(
                it -> bins.computeIfAbsent(Math.min(BINS - 1, (int) (it.confidence() * BINS)), any -> new ArrayList<>())
                        .add(it));
        return bins;
    }

    /** The line of numbers, then the tenths as rows of a table in Markdown. */
    String table(String what) {
        var out = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d incidents, Brier score %.3f, calibration error %.3f%n%n| confidence | incidents | mean confidence |"
                        + " share right |%n|---|---|---|---|%n",
                what,
                guesses.size(),
                brier(),
                calibrationError()));
        bins().forEach((tenth, bin) -> out.append(String.format(
                Locale.ROOT,
                "| %.1f–%.1f | %d | %.2f | %.2f |%n",
                tenth / 10.0,
                (tenth + 1) / 10.0,
                bin.size(),
                bin.stream().mapToDouble(Guess::confidence).average().orElse(0),
                bin.stream().filter(Guess::right).count() / (double) bin.size())));
        return out.append('\n').toString();
    }
}
