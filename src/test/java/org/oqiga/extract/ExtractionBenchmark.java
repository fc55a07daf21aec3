package org.oqiga.extract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.oqiga.dating.Dater;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.geoparse.Geoparser;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Reports;
import org.oqiga.report.Words;

/**
 * Prints how many reports of 3, 5.5 and 8 KB, and of sizes between, one core reads in a second of its time, for each step of the
 * extraction: the practice reports, put together to that size. Run it from the root of the repository with the test classes on the
 * class path. On one of two cores at rest, in November 2026: English 802, 540 and 328 a second, Russian 834, 576 and 477, Kazakh 1,462, 791
 * and 585; of sizes spread evenly 463, 785 and 810.
 */
final class ExtractionBenchmark {

    private static final int[] SIZES = {3_000, 5_500, 8_000};
    private static final int[] ALL_SIZES =
            IntStream.rangeClosed(0, 10).map(i -> 3_000 + 500 * i).toArray();
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 5;
    private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

    private ExtractionBenchmark() {}

    public static void main(String[] arguments) {
        var gazetteer = Gazetteer.load();
        var geoparser = new Geoparser(gazetteer);
        var dater = new Dater();
        var extractor = new Extractor(gazetteer);
        for (String set : List.of("english", "russian", "kazakh")) {
            for (int size : SIZES) {
                var reports = reports(set, size);
                System.out.printf("%s, %d reports of %d characters%n", set, reports.size(), size);
                print("words", reports, ExtractionBenchmark::words);
                print("geoparse", reports, report -> geoparser.parse(report, words(report)));
                print("dating", reports, report -> dater.date(report, words(report)));
                print("extract", reports, extractor::read);
            }
            System.out.printf("%s, sizes spread evenly from 3,000 to 8,000 characters%n", set);
            print("extract", reports(set, ALL_SIZES), extractor::read);
        }
    }

    private static Words words(Report report) {
        return Words.of(report.text(), report.language());
    }

    /** Of all four sets of a language, so that few words come again within a round; the sizes in turn. */
    private static List<Report> reports(String language, int... sizes) {
        List<Report> out = new ArrayList<>();
        var text = new StringBuilder();
        var files = Stream.of("", "second-", "third-", "blind-")
                .map(set -> Path.of("src/test/resources/practice/" + set + language + ".jsonl"))
                .toList();
        for (var report : new Reports(Optional.of(LocalDate.of(2022, 1, 8)))
                .read(files)
                .map(Reading::success)
                .map(Optional::orElseThrow)
                .toList()) {
            text.append(report.text()).append("\n\n");
            while (text.length() >= sizes[out.size() % sizes.length]) {
                int size = sizes[out.size() % sizes.length];
                out.add(new Report(
                        "report-" + out.size(),
                        text.substring(0, size),
                        report.published(),
                        report.language(),
                        Optional.empty(),
                        Optional.empty()));
                text.delete(0, size);
            }
        }
        return out;
    }

    private static void print(String step, List<Report> reports, Consumer<Report> read) {
        run(reports, read, WARM_UP_SECONDS);
        System.out.printf("  %-9s %6.0f reports a second%n", step, run(reports, read, SECONDS));
    }

    private static double run(List<Report> reports, Consumer<Report> read, int seconds) {
        // the thread's own time, so that what else the machine does counts less
        long start = CLOCKS.getCurrentThreadCpuTime();
        long end = start + seconds * 1_000_000_000L;
        int n = 0;
        while (CLOCKS.getCurrentThreadCpuTime() < end) {
            reports.forEach(read);
            n += reports.size();
        }
        return n * 1e9 / (CLOCKS.getCurrentThreadCpuTime() - start);
    }
}
