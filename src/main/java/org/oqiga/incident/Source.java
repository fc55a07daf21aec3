package org.oqiga.incident;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an incident is told: the sentence it rests on, and what that sentence claims.
 *
 * @param attribution who says so, as the report names them
 * @param victims whom the figures are about, as the report calls them
 */
public record Source(
        ReportRef report,
        Quote quote,
        Optional<String> attribution,
        Assertion assertion,
        Figures figures,
        Optional<String> victims) {

    /**
     * What a reader needs to find the report again; {@code name} is its identity.
     *
     * @param sameTextAs the name of the report whose text it prints again, as papers do with an agency's
     */
    public record ReportRef(
            String name,
            Optional<String> title,
            Optional<String> url,
            Optional<LocalDate> published,
            Optional<String> sameTextAs) {

        /** A report with a text of its own, as far as is known. */
        public ReportRef(String name, Optional<String> title, Optional<String> url, Optional<LocalDate> published) {
            this(name, title, url, published, Optional.empty());
        }

        /** The name of the text: copies of one text have the same. */
        public String text() {
            return sameTextAs.orElse(name);
        }
    }

    /** The same source, its report known to print the text of {@code original}. */
    Source copyOf(String original) {
        var copy = new ReportRef(report.name, report.title, report.url, report.published, Optional.of(original));
        return new Source(copy, quote, attribution, assertion, figures, victims);
    }

    /** An exact stretch of the report's text, in UTF-16 units, {@code end} excluded. */
    public record Quote(String text, int start, int end) {

        /** The longest quote a source may show, in UTF-16 units. */
        public static final int MAX_LENGTH = 600;

        public Quote {
            if (start < 0 || end - start != text.length() || text.isBlank() || text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a quote is 1 to " + MAX_LENGTH
                        + " units that lie at start..end, was " + start + ".." + end + " for " + text.length());
            }
        }
    }
}
