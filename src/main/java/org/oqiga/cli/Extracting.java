package org.oqiga.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.oqiga.extract.Extraction;
import org.oqiga.ingest.Belt;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Reports;
import org.oqiga.report.Unread;

/** Reads reports and extracts their incidents on all cores, telling what could not be read. */
final class Extracting {

    private final Terminal terminal;
    private final Function<Report, Extraction> extractor;
    private final Summary summary;

    /** One report read, or not, and what it yielded. */
    private record Outcome(Reading reading, Optional<Extraction> extraction) {}

    Extracting(Terminal terminal, Function<Report, Extraction> extractor) {
        this.terminal = terminal;
        this.extractor = extractor;
        this.summary = new Summary(terminal);
    }

    /** Hands every report that could be read to {@code sink}, in the order given; returns what was counted. */
    Summary run(Reports batch, List<Path> paths, BiConsumer<Report, Extraction> sink) {
        var progress = new Progress(terminal, terminal.live() ? Reports.count(paths) : 0);
        Belt.ofAllCores().run(batch.find(paths).iterator(), this::extract, outcome -> {
            outcome.reading().failure().ifPresent(failure -> {
                progress.clear();
                summary.failed(failure);
            });
            outcome.reading().success().ifPresent(report -> {
                var extraction = outcome.extraction().orElseThrow();
                summary.read(extraction.incidents().size(), extraction.skips());
                sink.accept(report, extraction);
            });
            progress.step();
        });
        progress.clear();
        return summary;
    }

    private Outcome extract(Unread unread) {
        var reading = unread.read();
        try {
            return new Outcome(reading, reading.success().map(extractor));
        } catch (RuntimeException fault) {
            // our fault, to be mended; but one report that we cannot cope with must not cost the rest of a batch
            var where = fault.getStackTrace().length > 0 ? " at " + fault.getStackTrace()[0] : "";
            return new Outcome(
                    new Reading.Failure(
                            reading.name(),
                            "could not be worked through, which is a fault of this program: " + fault + where),
                    Optional.empty());
        }
    }
}
