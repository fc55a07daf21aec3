package org.oqiga.cli.evaluation;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;

/** The failures that are known, each by its sentence: the extraction may fail in other ways than those, but not in more. */
class KnownFailuresTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    static List<PracticeSet> sets() {
        return PracticeSet.all();
    }

    @ParameterizedTest(name = "the {0} reports are read with no more failures than are known")
    @MethodSource("sets")
    void noMoreFailuresThanAreKnown(PracticeSet set) throws IOException {
        var failures = new ArrayList<String>();
        for (var read : set.read()) {
            var incidents = EXTRACTOR.read(read.report()).incidents();
            failures.addAll(KnownFailures.of(new ReportScore(read.gold(), read.report(), incidents)));
        }

        var difference = KnownFailures.compare(set, failures);
        if (!difference.isNone()) {
            System.out.println(set + ": " + difference);
        }
        assertFalse(difference.isWorse(), () -> set + ": " + difference);
    }
}
