package org.oqiga.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.oqiga.dating.Dater;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.geoparse.Geoparser;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Reports;
import org.oqiga.report.Words;

/**
 * Prints how many reports of about 3 KB one core reads in a second, for each step of the extraction: the practice reports, put
 * together to that size. Run it from the root of the repository with the test classes on the class path. On one of two cores at
 * rest, in November 2026, English: words 3035, geoparse 656, dating 1542, extract (all of these) 233.
 */
final class ExtractionBenchmark {

    private static final int SIZE = 3_000;
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 5;

    private ExtractionBenchmark() {}

    public static void main(String[] arguments) {
        var gazetteer = Gazetteer.load();
        var geoparser = new Geoparser(gazetteer);
        var dater = new Dater();
        var extractor = new Extractor(gazetteer);
        for (String set : List.of("english", "russian", "kazakh")) {
            var reports = reports(Path.of("src/test/resources/practice/" + set + ".jsonl"));
            System.out.printf("%s, %d reports of %d characters%n", set, reports.size(), SIZE);
            print("words", reports, report -> Words.of(report.text(), report.language()));
            print("geoparse", reports, report -> geoparser.parse(report, Words.of(report.text(), report.language())));
            print("dating", reports, report -> dater.date(report, Words.of(report.text(), report.language())));
            print("extract", reports, extractor::read);
        }
    }

    private static List<Report> reports(Path file) {
        List<Report> out = new ArrayList<>();
        var text = new StringBuilder();
        for (var report : new Reports(Optional.of(LocalDate.of(2022, 1, 8)))
                .read(List.of(file))
                .map(Reading::success)
                .map(Optional::orElseThrow)
                .toList()) {
            text.append(report.text()).append("\n\n");
            while (text.length() >= SIZE) {
                out.add(new Report(
                        "report-" + out.size(),
                        text.substring(0, SIZE),
                        report.published(),
                        report.language(),
                        Optional.empty(),
                        Optional.empty()));
                text.delete(0, SIZE);
            }
        }
        return out;
    }

    private static void print(String step, List<Report> reports, Consumer<Report> read) {
        run(reports, read, WARM_UP_SECONDS);
        System.out.printf("  %-9s %6.0f reports a second%n", step, run(reports, read, SECONDS));
    }

    private static double run(List<Report> reports, Consumer<Report> read, int seconds) {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        int n = 0;
        while (System.nanoTime() < end) {
            reports.forEach(read);
            n += reports.size();
        }
        return n * 1e9 / (System.nanoTime() - start);
    }
}
