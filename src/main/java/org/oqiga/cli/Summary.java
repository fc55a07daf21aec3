package org.oqiga.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.oqiga.extract.Skip;
import org.oqiga.ingest.Tally;
import org.oqiga.report.Reading;

/** Counts what a run reads, finds and drops, for the one line that ends it. */
final class Summary {

    private final Terminal terminal;
    private final Map<Skip.Reason, Integer> skips = new EnumMap<>(Skip.Reason.class);
    private int read = 0;
    private int again = 0;
    private int unchanged = 0;
    private int failed = 0;
    private int incidents = 0;
    private OptionalInt joined = OptionalInt.empty();

    Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a run into the store came to. */
    static Summary of(Tally tally, Terminal terminal) {
        var summary = new Summary(terminal);
        summary.read = tally.stored();
        summary.again = tally.again();
        summary.unchanged = tally.unchanged();
        summary.failed = tally.failed();
        summary.incidents = tally.incidents();
        summary.skips.putAll(tally.skips());
        return summary;
    }

    /** Counts a report that could not be read, and tells why at once. */
    void failed(Reading.Failure failure) {
        failed++;
        terminal.tell(failure.line());
    }

    /** Counts a report that was read. */
    void read(int incidentsFound, Iterable<Skip> skipped) {
        read++;
        incidents += incidentsFound;
        skipped.forEach(skip -> skips.merge(skip.reason(), 1, Integer::sum));
    }

    /** Notes how many incidents are left when those that several reports tell are one. */
    void joined(int incidentsLeft) {
        joined = OptionalInt.of(incidentsLeft);
    }

    /** All that was counted, in a line. */
    String line() {
        var line = new StringBuilder();
        line.append(many(read, "report"))
                .append(" read, ")
                .append(many(incidents, "incident"))
                .append(" found");
        joined.ifPresent(left -> line.append(", joined to ").append(left));
        if (again > 0) {
            line.append("; ").append(many(again, "report")).append(" read again, for the rules have changed");
        }
        if (unchanged > 0) {
            line.append("; ").append(many(unchanged, "report")).append(" had been read before");
        }
        if (failed > 0) {
            line.append("; ").append(many(failed, "report")).append(" could not be read");
        }
        var reasons = new StringJoiner(", ", "; skipped: ", "").setEmptyValue("");
        skips.forEach((reason, count) -> reasons.add(count + " " + reason.words()));
        return line.append(reasons).append('.').toString();
    }

    int exitCode() {
        return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.ALL_READ;
    }

    /** The number and the thing, in the plural where it is one. */
    static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
