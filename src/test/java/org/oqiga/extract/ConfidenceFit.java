package org.oqiga.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.oqiga.cli.evaluation.PracticeSet;
import org.oqiga.cli.evaluation.ReportScore;
import org.oqiga.extract.LogisticFit.Case;
import org.oqiga.gazetteer.Gazetteer;

/**
 * Fits the weights of {@link Confidence} anew to all practice sets and writes them where they ship; to be run by
 * {@code mvn test -Dtest=ConfidenceFit} when the rules have changed. What the weights are worth it measures on each set with
 * weights fitted to the other sets. Further sets may be given to {@link #main}, three words each (name, reports, gold): they are
 * measured alone.
 */
class ConfidenceFit {

    private static final Path WEIGHTS = Path.of("src/main/resources/org/oqiga/extract/confidence.tsv");

    public static void main(String[] arguments) throws IOException {
        List<PracticeSet> further = new ArrayList<>();
        for (int i = 0; i + 2 < arguments.length; i += 3) {
            further.add(new PracticeSet(arguments[i], Path.of(arguments[i + 1]), Path.of(arguments[i + 2])));
        }
        fit(further);
    }

    @Test
    void theWeightsAreFittedAnew() throws IOException {
        fit(List.of());
    }

    private static void fit(List<PracticeSet> further) throws IOException {
        var gazetteer = Gazetteer.load();
        var cases = cases(PracticeSet.all(), gazetteer);
        var across = new Reliability();
        for (var set : PracticeSet.all()) {
            var weights = LogisticFit.weights(
                    cases.stream().filter(it -> !it.set().equals(set.name())).toList());
            cases.stream()
                    .filter(it -> it.set().equals(set.name()))
                    .forEach(it -> across.add(LogisticFit.probability(weights, it.grounds()), it.right()));
        }
        var weights = LogisticFit.weights(cases);
        var unseen = cases(further, gazetteer);
        System.out.print(reliability(cases, ConfidenceFit::byHand).table("Set by hand, before"));
        System.out.print(across.table("Fitted, each set by the weights of the others"));
        if (!unseen.isEmpty()) {
            System.out.print(reliability(unseen, ConfidenceFit::byHand).table("Further sets, set by hand"));
            System.out.print(reliability(unseen, it -> LogisticFit.probability(weights, it))
                    .table("Further sets, fitted"));
        }
        Files.writeString(WEIGHTS, written(weights, cases.size(), across));
    }

    private static Reliability reliability(List<Case> cases, ToDoubleFunction<List<String>> confidence) {
        var reliability = new Reliability();
        cases.forEach(it -> reliability.add(confidence.applyAsDouble(it.grounds()), it.right()));
        return reliability;
    }

    private static List<Case> cases(List<PracticeSet> sets, Gazetteer gazetteer) {
        List<Case> cases = new ArrayList<>();
        for (var set : sets) {
            for (var read : set.read()) {
                var recorder = new Recorder();
                var incidents =
                        new Extractor(gazetteer, recorder).read(read.report()).incidents();
                var score = new ReportScore(read.gold(), read.report(), incidents);
                for (int i = 0; i < incidents.size(); i++) {
                    var right = score.rightAbout(incidents.get(i)).isPresent();
                    cases.add(new Case(set.name(), recorder.grounds.get(i), right));
                }
            }
        }
        return cases;
    }

    /** Keeps the grounds of each incident, in their order. */
    private static final class Recorder extends Confidence {

        private final List<List<String>> grounds = new ArrayList<>();

        Recorder() {
            super(Map.of());
        }

        @Override
        double of(List<String> given) {
            grounds.add(given);
            return super.of(given);
        }
    }

    /** What was set by hand before there was enough gold to fit to: a factor each for wording, place, date and assertion. */
    private static double byHand(List<String> grounds) {
        var factors = Map.of("place.clause", 0.95, "place.sentence", 0.88, "place.passage", 0.75);
        var dated = Map.of("date.clause", 1.0, "date.sentence", 0.95, "date.passage", 0.88);
        double place = 0.8;
        double date = 0.8;
        for (var ground : grounds) {
            place = factors.getOrDefault(ground, place);
            date = dated.getOrDefault(ground, date);
        }
        boolean stated = grounds.stream().noneMatch(List.of("claimed", "attempted", "denied")::contains);
        return place * date * (grounds.contains("noun") ? 0.85 : 0.95) * (stated ? 1 : 0.9);
    }

    private static String written(Map<String, Double> weights, int cases, Reliability across) {
        var out = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # What each ground of an incident adds to the log odds that a careful reader agrees with it. Made by the test class
                # ConfidenceFit from %d incidents of the practice reports and their gold; do not edit by hand. Each set measured
                # with weights fitted to the other sets: Brier score %.3f, calibration error %.3f.
                """,
                cases,
                across.brier(),
                across.calibrationError()));
        weights.forEach((ground, weight) -> out.append(String.format(Locale.ROOT, "%s\t%.3f%n", ground, weight)));
        return out.toString();
    }
}
