package org.oqiga.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the day a report came out in the first lines of its text. */
final class PublicationDate {

    private static final int LINES = 12;
    private static final int LONGEST = 120;
    private static final Pattern MARKER = Pattern.compile("(?i)\\A\\s*date:?\\s+(\\d{4}-\\d\\d-\\d\\d)\\b");
    private static final Pattern PARTS = Pattern.compile("\\s*[|·•]\\s*|\\s[-–—/]\\s");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)\\b(?:published|posted|date|first published|publication date|опубликовано|дата|дата публикации|жарияланды|күні)\\b");
    private static final Pattern UPDATED =
            Pattern.compile("(?iu)\\b(?:updated|modified|обновлено|изменено|жаңартылды)\\b");
    private static final Pattern CLOCK = Pattern.compile(
            "(?iu)\\b\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s*[ap]\\.?\\s?m\\b\\.?)?|\\b\\d{1,2}\\s*[ap]m\\b");
    private static final Pattern FILLER = Pattern.compile(
            "(?iu)\\b(?:on|at|last|time|local|the|"
                    + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
                    + "gmt|utc|est|edt|et|pst|bst|cet|eet|msk|ist|almt|мск|в|г|года|ж|жылы|жылғы|"
                    + "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
                    + "дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|\\d+\\s+min\\s+read)\\b|[+-]\\d\\d?(?::?\\d\\d)?\\b");

    private PublicationDate() {}

    /** The day that the words {@code date 2022-01-06} at the very front give, else that of the first line that is a date. */
    static Optional<LocalDate> in(String text) {
        var marker = MARKER.matcher(text);
        if (marker.find()) {
            return WrittenDate.of(marker.group(1));
        }
        Optional<LocalDate> updated = Optional.empty();
        int from = 0;
        for (int seen = 0; seen < LINES && from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            var line = text.substring(from, end).strip();
            from = end + 1;
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            var day = dayOf(line);
            if (day.isPresent() && !UPDATED.matcher(line).find()) {
                return day;
            }
            updated = updated.or(() -> day);
        }
        return updated;
    }

    /** Where the text goes on after the words {@code date 2022-01-06}; 0 where it does not begin with them. */
    static int markerEnd(String text) {
        var marker = MARKER.matcher(text);
        return marker.find() ? marker.end() : 0;
    }

    /** Whether a line says no more than when the report came out. */
    static boolean isDateLine(String line) {
        return dayOf(line).isPresent();
    }

    private static Optional<LocalDate> dayOf(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        for (var part : PARTS.split(line)) {
            var found = WrittenDate.find(part);
            if (found.isEmpty()) {
                continue;
            }
            var before = part.substring(0, found.get().start());
            var rest = before + " " + part.substring(found.get().end());
            if (PUBLISHED.matcher(before).find() || isFiller(rest)) {
                return Optional.of(found.get().day());
            }
        }
        return Optional.empty();
    }

    private static boolean isFiller(String words) {
        var left = CLOCK.matcher(words).replaceAll(" ");
        left = UPDATED.matcher(PUBLISHED.matcher(left).replaceAll(" ")).replaceAll(" ");
        left = FILLER.matcher(left).replaceAll(" ");
        return left.chars().noneMatch(Character::isLetterOrDigit);
    }
}
