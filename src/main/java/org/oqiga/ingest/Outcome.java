package org.oqiga.ingest;

import org.oqiga.extract.Extraction;
import org.oqiga.report.Report;

/** What came of one report before it is stored. */
sealed interface Outcome {

    /** Its report's name, or where it was looked for when it could not be read. */
    String name();

    /** {@code again} is whether it is there already, read by other rules. */
    record New(Report report, String content, Extraction extraction, boolean again) implements Outcome {

        @Override
        public String name() {
            return report.name();
        }
    }

    /** It is in the store, word for word. */
    record Known(String name, String content) implements Outcome {}

    /** {@code hopeless} is whether another try would come to the same. */
    record Failed(String name, String message, boolean hopeless) implements Outcome {}
}
