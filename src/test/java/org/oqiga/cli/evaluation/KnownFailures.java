package org.oqiga.cli.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;

/**
 * What the extraction is known to get wrong in a practice set, a line each, as committed beside the gold. {@code mvn test
 * -Dtest=KnownFailures} writes the lists anew.
 */
class KnownFailures {

    private static final int QUOTE = 90;

    @Test
    void theListsAreWrittenAnew() throws IOException {
        main();
    }

    public static void main(String... arguments) throws IOException {
        var extractor = new Extractor(Gazetteer.load());
        for (var set : PracticeSet.all()) {
            var failures = new ArrayList<String>();
            for (var read : set.read()) {
                failures.addAll(of(new ReportScore(
                        read.gold(),
                        read.report(),
                        extractor.read(read.report()).incidents())));
            }
            Files.write(file(set), failures);
        }
    }

    /** The failures in one report: missed and false incidents, dates outside the gold's days, figures that are not its. */
    static List<String> of(ReportScore score) {
        var lines = new ArrayList<String>();
        var report = score.gold().report();
        for (var golden : score.gold().incidents()) {
            var what = golden.types().get(0).label() + ", " + golden.where().place() + ", " + golden.first() + " to "
                    + golden.last() + " | " + inShort(golden.quote());
            var found = score.found(golden);
            if (found.isEmpty() && !golden.optional()) {
                lines.add(report + " | missed | " + what);
            }
            if (golden.hasExactDate() && found.filter(it -> !golden.holds(it)).isPresent()) {
                lines.add(report + " | dated wrong | " + what);
            }
            found.ifPresent(it -> score.wrongFigures(golden, it)
                    .forEach(figure -> lines.add(report + " | " + figure + " wrong | " + what)));
        }
        for (var prediction : score.predictions()) {
            if (score.rightAbout(prediction).isEmpty()) {
                lines.add(report + " | false | " + prediction.type().label() + ", "
                        + prediction.place().name() + ", " + prediction.period().firstDay() + " to "
                        + prediction.period().lastDay() + " | "
                        + inShort(prediction.sources().get(0).quote().text()));
            }
        }
        return lines;
    }

    /** Those that are not known and those that are mended, to be read; empty where the list is right. */
    static Difference compare(PracticeSet set, List<String> failures) throws IOException {
        var file = file(set);
        var known = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        return new Difference(without(failures, known), without(known, failures));
    }

    private static Path file(PracticeSet set) {
        return set.golds().resolve("known-failures.txt");
    }

    private static List<String> without(List<String> all, List<String> others) {
        var left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    /** How a run differs from the list. */
    record Difference(List<String> fresh, List<String> mended) {

        boolean isWorse() {
            return fresh.size() > mended.size();
        }

        boolean isNone() {
            return fresh.isEmpty() && mended.isEmpty();
        }

        @Override
        public String toString() {
            var lines = new ArrayList<String>();
            fresh.forEach(line -> lines.add("  new:    " + line));
            mended.forEach(line -> lines.add("  mended: " + line));
            return fresh.size() + " new failures, " + mended.size()
                    + " mended; once they are judged, mvn test -Dtest=KnownFailures writes the list anew\n"
                    + String.join("\n", new TreeSet<>(lines));
        }
    }

    private static String inShort(String quote) {
        var line = String.join(" ", Arrays.asList(quote.strip().split("\\s+")));
        return line.length() <= QUOTE ? line : line.substring(0, QUOTE) + "…";
    }
}
