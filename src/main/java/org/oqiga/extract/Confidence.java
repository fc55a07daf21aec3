package org.oqiga.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a careful reader is to agree with an incident: a logistic model over its {@link Grounds}. The weights are data,
 * fitted to the hand-made gold; their file says how.
 */
class Confidence {

    /** The weight that every incident starts from. */
    static final String START = "start";

    private static final String FILE = "confidence.tsv";

    private final Map<String, Double> weights;

    Confidence(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The weights that ship. */
    static Confidence load() {
        try (var stream = Confidence.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            Map<String, Double> weights = new HashMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> weights.put(cells[0], Double.valueOf(cells[1])));
            return new Confidence(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 to 1; a ground without a weight says nothing. */
    double of(List<String> grounds) {
        double sum = weights.getOrDefault(START, 0.0);
        for (var ground : grounds) {
            sum += weights.getOrDefault(ground, 0.0);
        }
        return Math.round(100 / (1 + Math.exp(-sum))) / 100.0;
    }
}
