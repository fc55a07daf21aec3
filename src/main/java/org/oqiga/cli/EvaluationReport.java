package org.oqiga.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.oqiga.cli.evaluation.Evaluation;
import org.oqiga.cli.evaluation.GoldIncident;
import org.oqiga.cli.evaluation.ReportScore;
import org.oqiga.cli.evaluation.Tally;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;

/** An evaluation as tables and lists that a person reads from the top. */
final class EvaluationReport {

    private static final int QUOTE = 110;

    private final Evaluation evaluation;

    EvaluationReport(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        var all = evaluation.overall();
        out.append(format(
                "precision %.3f  recall %.3f  F1 %.3f  (%d of %d right, %d of %d found)%n",
                all.precision(), all.recall(), all.f1(), all.right(), all.predicted(), all.found(), all.required()));
        out.append(format(
                "dates %s, figures %s, own sentence quoted %s, incidents at places without any %d%n",
                share(evaluation.dates()),
                share(evaluation.figures()),
                share(evaluation.evidence()),
                evaluation.scores().stream().mapToInt(it -> it.trapped().size()).sum()));
        section(out, "By type", tallies("type", evaluation.byType()));
        section(out, "By place", tallies("level", evaluation.byBreadth()));
        section(out, "By date", tallies("days", evaluation.byDays()));
        section(out, "Types, gold down, extracted across", confusion());
        section(out, "What a confidence is worth", reliability());
        out.append(format(
                "Brier score %.3f, calibration error %.3f%n", evaluation.brier(), evaluation.calibrationError()));
        section(out, "By report", reports());
        misses(out);
        falseOnes(out);
        inexact(out);
        return out.toString();
    }

    private static void section(StringBuilder out, String title, Table table) {
        if (!table.isEmpty()) {
            out.append('\n').append(title).append('\n').append(table);
        }
    }

    private static Table tallies(String what, Map<String, Tally> tallies) {
        var table = new Table().row(what, "precision", "recall", "F1", "right", "predicted", "found", "required");
        tallies.forEach((name, it) -> table.row(
                name,
                it.predicted() == 0 ? "-" : format("%.2f", it.precision()),
                it.required() == 0 ? "-" : format("%.2f", it.recall()),
                format("%.2f", it.f1()),
                it.right(),
                it.predicted(),
                it.found(),
                it.required()));
        return table;
    }

    private Table confusion() {
        var counts = evaluation.confusion();
        var types = new TreeSet<IncidentType>();
        counts.values().forEach(row -> types.addAll(row.keySet()));
        var table = new Table();
        var header = new java.util.ArrayList<Object>();
        header.add("");
        types.forEach(type -> header.add(type.label()));
        table.row(header.toArray());
        counts.forEach((gold, row) -> {
            var cells = new java.util.ArrayList<Object>();
            cells.add(gold.label());
            types.forEach(type -> cells.add(row.containsKey(type) ? row.get(type) : "·"));
            table.row(cells.toArray());
        });
        return table;
    }

    private Table reliability() {
        var table = new Table().row("confidence", "incidents", "right", "mean confidence", "share right");
        evaluation
                .reliability()
                .forEach((tenth, bin) -> table.row(
                        format("%.1f–%.1f", tenth / 10.0, (tenth + 1) / 10.0),
                        bin.predicted(),
                        bin.right(),
                        format("%.2f", bin.meanConfidence()),
                        format("%.2f", bin.right() / (double) bin.predicted())));
        return table;
    }

    private Table reports() {
        var table = new Table().row("report", "found", "required", "right", "predicted");
        for (var score : evaluation.scores()) {
            var one = new Evaluation();
            one.add(score);
            var tally = one.overall();
            table.row(score.gold().report(), tally.found(), tally.required(), tally.right(), tally.predicted());
        }
        return table;
    }

    private void misses(StringBuilder out) {
        out.append("\nMissed\n");
        for (var score : evaluation.scores()) {
            for (var golden : score.gold().incidents()) {
                if (!golden.optional() && score.found(golden).isEmpty()) {
                    out.append(miss(score, golden));
                }
            }
        }
    }

    private static String miss(ReportScore score, GoldIncident golden) {
        var instead = score.takenForAnother(golden)
                .map(it -> ", taken for " + it.type().label())
                .or(() ->
                        score.strayed(golden).map(it -> ", put at " + it.place().name() + " on " + days(it)))
                .orElse("");
        return format(
                "  %s  %s, %s, %s to %s%s: %s%n",
                score.gold().report(),
                golden.types().get(0).label(),
                golden.where().place(),
                golden.first(),
                golden.last(),
                instead,
                inShort(golden.quote()));
    }

    private void falseOnes(StringBuilder out) {
        out.append("\nFalse\n");
        for (var score : evaluation.scores()) {
            for (Incident prediction : score.predictions()) {
                if (score.rightAbout(prediction).isEmpty()) {
                    out.append(format(
                            "  %s  %s, %s (%s), %s to %s, confidence %.2f: %s%n",
                            score.gold().report(),
                            prediction.type().label(),
                            prediction.place().name(),
                            prediction.place().level().label(),
                            prediction.period().firstDay(),
                            prediction.period().lastDay(),
                            prediction.standing().confidence(),
                            inShort(prediction.sources().get(0).quote().text())));
                }
            }
        }
    }

    private void inexact(StringBuilder out) {
        out.append("\nFound, but with other days or numbers\n");
        for (var score : evaluation.scores()) {
            for (var golden : score.gold().incidents()) {
                score.found(golden).ifPresent(it -> {
                    if (golden.hasExactDate() && !golden.holds(it)) {
                        out.append(format(
                                "  %s  %s to %s, dated %s: %s%n",
                                score.gold().report(),
                                golden.first(),
                                golden.last(),
                                days(it),
                                inShort(golden.quote())));
                    }
                    for (var figure : score.wrongFigures(golden, it)) {
                        out.append(format(
                                "  %s  other or no %s: %s%n", score.gold().report(), figure, inShort(golden.quote())));
                    }
                });
            }
        }
    }

    private static String days(Incident incident) {
        return incident.period().firstDay() + " to " + incident.period().lastDay();
    }

    private static String share(Evaluation.Share share) {
        return share.of() + " of " + share.all();
    }

    private static String inShort(String quote) {
        var line = quote.replaceAll("\\s+", " ");
        return line.length() <= QUOTE ? line : line.substring(0, QUOTE) + "…";
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
