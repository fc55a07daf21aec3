package org.oqiga.cli.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Reports;

/**
 * Reports with their hand-made gold.
 *
 * @param golds one JSON file a report
 */
public record PracticeSet(String name, Path reports, Path golds) {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** A report and what a careful reader takes from it. */
    public record Read(Report report, Gold gold) {}

    /** The sets that are part of the repository. */
    public static List<PracticeSet> all() {
        return List.of(
                new PracticeSet("samples", Path.of("src/main/resources/samples"), RESOURCES.resolve("gold/samples")),
                ofLines("english"),
                ofLines("elsewhere"),
                ofLines("russian"),
                ofLines("kazakh"),
                ofLines("blind-english"),
                ofLines("blind-elsewhere"),
                ofLines("blind-russian"),
                ofLines("blind-kazakh"),
                ofLines("second-english"),
                ofLines("second-elsewhere"),
                ofLines("second-russian"),
                ofLines("second-kazakh"),
                ofLines("third-russian"),
                ofLines("third-kazakh"),
                ofLines("third-english"),
                ofLines("third-elsewhere"));
    }

    private static PracticeSet ofLines(String name) {
        return new PracticeSet(
                name, RESOURCES.resolve("practice/" + name + ".jsonl"), RESOURCES.resolve("gold/" + name));
    }

    /** Every report of the set, dated as its gold is where it has no date itself. */
    public List<Read> read() {
        var read = new ArrayList<Read>();
        new Reports(Optional.empty())
                .read(List.of(reports))
                .map(Reading::success)
                .forEach(success -> {
                    var report = success.orElseThrow();
                    var gold = gold(report.name().replaceFirst("\\.txt$", "") + ".json");
                    var published = report.published().or(gold::published);
                    read.add(new Read(
                            new Report(
                                    report.name(),
                                    report.text(),
                                    published,
                                    report.language(),
                                    report.title(),
                                    report.url()),
                            gold));
                });
        return read;
    }

    private Gold gold(String file) {
        try {
            return Gold.read(golds.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Gold.BrokenGoldException e) {
            throw new IllegalStateException(file + " " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
