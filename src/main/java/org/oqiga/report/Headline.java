package org.oqiga.report;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the headline of a text that has no title of its own. */
final class Headline {

    private static final int LINES = 3;
    private static final int LONGEST = 160;
    private static final int FEWEST_WORDS = 3;
    private static final Pattern BYLINE =
            Pattern.compile("(?iu)^(?:by|photo|image|©|source|фото|автор|источник)\\b.*|.*(?: / |[|@©]|https?:).*");

    private Headline() {}

    /** The first line that reads like a headline and has text under it. */
    static Optional<String> of(String text) {
        int from = PublicationDate.markerEnd(text);
        int seen = 0;
        while (from < text.length() && seen < LINES) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                return Optional.empty();
            }
            var line = text.substring(from, end).strip();
            from = end + 1;
            if (line.isEmpty() || PublicationDate.isDateLine(line)) {
                continue;
            }
            seen++;
            if (line.length() > LONGEST || ".,;:".indexOf(line.charAt(line.length() - 1)) >= 0) {
                return Optional.empty();
            }
            if (line.split("\\s+").length >= FEWEST_WORDS
                    && !BYLINE.matcher(line).matches()) {
                return text.substring(end).isBlank() ? Optional.empty() : Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
