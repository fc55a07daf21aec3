package org.oqiga.cli.evaluation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;

/** All reports' scores, counted in every way that tells where the extraction is weak. */
public final class Evaluation {

    private static final int BINS = 10;

    private final List<ReportScore> scores = new ArrayList<>();

    /** How many predictions had a confidence in a tenth, and how many of them were right. */
    public record Bin(int predicted, int right, double meanConfidence) {}

    /** So many of so many. */
    public record Share(int of, int all) {}

    public void add(ReportScore score) {
        scores.add(score);
    }

    public List<ReportScore> scores() {
        return List.copyOf(scores);
    }

    public Tally overall() {
        return by(type -> "", level -> "").getOrDefault("", new Tally());
    }

    /** By type; a gold incident counts under the best of its types. */
    public Map<String, Tally> byType() {
        return by(
                prediction -> prediction.type().label(),
                golden -> golden.types().get(0).label());
    }

    /** By how large the places are. */
    public Map<String, Tally> byBreadth() {
        return by(
                prediction -> Breadth.of(prediction.place().level()).label(),
                golden -> golden.where().breadth().label());
    }

    /** By how many days the period is long, or the gold's window. */
    public Map<String, Tally> byDays() {
        return by(
                prediction -> daysLabel(prediction.period().length()),
                golden -> daysLabel(ChronoUnit.DAYS.between(golden.first(), golden.last()) + 1));
    }

    private static String daysLabel(long days) {
        return days <= 1 ? "1 day" : days <= 3 ? "2–3 days" : days <= 7 ? "4–7 days" : "longer";
    }

    private Map<String, Tally> by(Function<Incident, String> ofPrediction, Function<GoldIncident, String> ofGold) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (var score : scores) {
            for (var prediction : score.predictions()) {
                tallies.computeIfAbsent(ofPrediction.apply(prediction), key -> new Tally())
                        .prediction(score.rightAbout(prediction).isPresent());
            }
            for (var golden : score.gold().incidents()) {
                if (!golden.optional()) {
                    tallies.computeIfAbsent(ofGold.apply(golden), key -> new Tally())
                            .required(score.found(golden).isPresent());
                }
            }
        }
        return tallies;
    }

    /** Of the right ones with a window of one or two days, how many lie wholly inside it. */
    public Share dates() {
        int all = 0;
        int of = 0;
        for (var score : scores) {
            for (var golden : score.gold().incidents()) {
                var found = score.found(golden).filter(it -> golden.hasExactDate());
                all += found.isPresent() ? 1 : 0;
                of += found.filter(golden::holds).isPresent() ? 1 : 0;
            }
        }
        return new Share(of, all);
    }

    /** Of the right ones, how many quote the gold's own sentence. */
    public Share evidence() {
        int all = 0;
        int of = 0;
        for (var score : scores) {
            for (var golden : score.gold().incidents()) {
                Optional<Incident> found = score.found(golden);
                all += found.isPresent() ? 1 : 0;
                of += found.filter(it -> score.sameSentence(golden, it)).isPresent() ? 1 : 0;
            }
        }
        return new Share(of, all);
    }

    /** Of the figures that the gold gives for the right ones, how many are right. */
    public Share figures() {
        var all = scores.stream().map(ReportScore::figures).toList();
        return new Share(
                all.stream().mapToInt(it -> it[0]).sum(),
                all.stream().mapToInt(it -> it[1]).sum());
    }

    /** Types that were taken for others: gold's best type, then the predicted one, then how often. */
    public Map<IncidentType, Map<IncidentType, Integer>> confusion() {
        Map<IncidentType, Map<IncidentType, Integer>> counts = new TreeMap<>();
        for (var score : scores) {
            for (var golden : score.gold().incidents()) {
                var prediction = score.found(golden).or(() -> score.takenForAnother(golden));
                prediction.ifPresent(it -> counts.computeIfAbsent(golden.types().get(0), key -> new TreeMap<>())
                        .merge(it.type(), 1, Integer::sum));
            }
        }
        return counts;
    }

    /** The mean square of what a confidence was off; 0 is certainty that is right. */
    public double brier() {
        double sum = 0;
        int all = 0;
        for (var score : scores) {
            for (var prediction : score.predictions()) {
                double right = score.rightAbout(prediction).isPresent() ? 1 : 0;
                sum += Math.pow(prediction.standing().confidence() - right, 2);
                all++;
            }
        }
        return sum / Math.max(1, all);
    }

    /** How far confidence and share of right ones lie apart, over the tenths weighted by their incidents. */
    public double calibrationError() {
        double off = 0;
        int all = 0;
        for (var bin : reliability().values()) {
            off += Math.abs(bin.meanConfidence * bin.predicted - bin.right);
            all += bin.predicted;
        }
        return off / Math.max(1, all);
    }

    /** By tenths of confidence, empty ones left out: what a confidence is worth. */
    public Map<Integer, Bin> reliability() {
        Map<Integer, Bin> bins = new TreeMap<>();
        for (var score : scores) {
            for (var prediction : score.predictions()) {
                double confidence = prediction.standing().confidence();
                int right = score.rightAbout(prediction).isPresent() ? 1 : 0;
                bins.merge(
                        Math.min(BINS - 1, (int) (confidence * BINS)),
                        new Bin(1, right, confidence),
                        (a, b) -> new Bin(
                                a.predicted + 1,
                                a.right + b.right,
                                (a.meanConfidence * a.predicted + b.meanConfidence) / (a.predicted + 1)));
            }
        }
        return bins;
    }
}
