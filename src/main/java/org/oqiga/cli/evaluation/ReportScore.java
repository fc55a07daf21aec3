package org.oqiga.cli.evaluation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Source;
import org.oqiga.report.Report;

/** How one report's incidents compare with its gold. */
public final class ReportScore {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s|\\n");
    private static final Pattern LAST_SENTENCE_END = Pattern.compile("[.!?](?:\\s|$)|\\n");

    private final Gold gold;
    private final Report report;
    private final List<Incident> predictions;
    private final Map<GoldIncident, Incident> pairs;
    private final Map<Incident, GoldIncident> goldOf = new IdentityHashMap<>();

    public ReportScore(Gold gold, Report report, List<Incident> predictions) {
        this.gold = gold;
        this.report = report;
        this.predictions = List.copyOf(predictions);
        var quoted = predictions.stream().filter(this::isQuoted).toList();
        this.pairs = Matching.of(gold.incidents(), quoted, this::sameSentence);
        pairs.forEach((golden, prediction) -> goldOf.put(prediction, golden));
    }

    public Gold gold() {
        return gold;
    }

    public List<Incident> predictions() {
        return predictions;
    }

    /** What was predicted for a gold incident. */
    public Optional<Incident> found(GoldIncident golden) {
        return Optional.ofNullable(pairs.get(golden));
    }

    /** The gold that a prediction was right about. */
    public Optional<GoldIncident> rightAbout(Incident prediction) {
        return Optional.ofNullable(goldOf.get(prediction));
    }

    /** Predictions at places of which the gold says that nothing is told there. */
    public List<Incident> trapped() {
        return predictions.stream()
                .filter(it -> gold.noIncidentAt().contains(it.place().name()))
                .toList();
    }

    /** Another prediction of that place and time whose type alone is wrong, for a missed gold incident. */
    public Optional<Incident> takenForAnother(GoldIncident missed) {
        return predictions.stream()
                .filter(it ->
                        !goldOf.containsKey(it) && missed.isWhere(it) && missed.isWhen(it) && sameSentence(missed, it))
                .findFirst();
    }

    /** Whether a prediction quotes the gold's own sentence. */
    boolean sameSentence(GoldIncident golden, Incident prediction) {
        var text = report.text();
        int at = text.indexOf(golden.quote());
        if (at < 0) {
            return false;
        }
        int from = 0;
        var before = SENTENCE_END.matcher(text).region(0, at);
        while (before.find()) {
            from = before.end();
        }
        var after = LAST_SENTENCE_END.matcher(text);
        int to = after.find(at + golden.quote().length() - 1) ? after.end() : text.length();
        int start = from;
        return mine(prediction).stream()
                .map(Source::quote)
                .anyMatch(quote -> quote.start() < to && start < quote.end());
    }

    /** A prediction that the gold's own sentence led to, of its type but at another place or time, for a missed gold incident. */
    public Optional<Incident> strayed(GoldIncident missed) {
        return predictions.stream()
                .filter(it -> !goldOf.containsKey(it) && missed.hasTypeOf(it) && sameSentence(missed, it))
                .findFirst();
    }

    /** What the gold's numbers are of where the prediction gives another or none. */
    public List<String> wrongFigures(GoldIncident golden, Incident prediction) {
        return golden.figures().entrySet().stream()
                .filter(figure -> !isRight(figure.getKey(), figure.getValue(), prediction))
                .map(figure -> figure.getKey().label())
                .sorted()
                .toList();
    }

    private boolean isRight(Figure figure, Set<Integer> numbers, Incident prediction) {
        boolean best = figure.best(prediction)
                .filter(range -> numbers.contains(range.best()))
                .isPresent();
        return best
                || mine(prediction).stream()
                        .map(figure::claimed)
                        .anyMatch(number -> number.isPresent() && numbers.contains(number.getAsInt()));
    }

    /** The figures that the gold gives and how many of them are right. */
    int[] figures() {
        int given = 0;
        int wrong = 0;
        for (var pair : pairs.entrySet()) {
            given += pair.getKey().figures().size();
            wrong += wrongFigures(pair.getKey(), pair.getValue()).size();
        }
        return new int[] {given - wrong, given};
    }

    private List<Source> mine(Incident prediction) {
        return prediction.sources().stream()
                .filter(source -> source.report().name().equals(report.name()))
                .toList();
    }

    private boolean isQuoted(Incident prediction) {
        return mine(prediction).stream()
                .map(Source::quote)
                .anyMatch(quote -> quote.end() <= report.text().length()
                        && report.text().substring(quote.start(), quote.end()).equals(quote.text()));
    }
}
