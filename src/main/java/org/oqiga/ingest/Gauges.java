package org.oqiga.ingest;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What the belt has done since the program began, for whoever watches it; {@code docs/operating.md} says what each means. */
final class Gauges {

    private static final Timer EXTRACTION = Timer.builder("oqiga.extraction")
            .description("How long it takes to find what a report tells")
            .publishPercentiles(0.5, 0.99)
            .register(Metrics.globalRegistry);

    private Gauges() {}

    static <T> T timed(Supplier<T> extraction) {
        return EXTRACTION.record(extraction);
    }

    static void add(Tally tally) {
        reports("stored", tally.stored());
        reports("again", tally.again());
        reports("unchanged", tally.unchanged());
        reports("failed", tally.failed());
        Metrics.counter("oqiga.incidents.told").increment(tally.incidents());
        tally.skips().forEach((reason, count) -> Metrics.counter(
                        "oqiga.skips", "reason", reason.name().toLowerCase(java.util.Locale.ROOT))
                .increment(count));
    }

    private static void reports(String outcome, int count) {
        Metrics.counter("oqiga.reports", "outcome", outcome).increment(count);
    }
}
