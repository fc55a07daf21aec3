package org.oqiga.report;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A full calendar date as people write it above a report.
 *
 * @param start where it begins in the line; {@code end} excluded
 */
record WrittenDate(LocalDate day, int start, int end) {

    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "(" + String.join("|", longestFirst()) + ")\\.?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** A way of writing a date, and which of its groups are year, month and day. */
    private record Form(Pattern pattern, int year, int month, int day) {}

    private static final List<Form> FORMS = List.of(
            form("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b", 1, 2, 3),
            form("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b", 3, 2, 1),
            form("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b", 3, 1, 2),
            form("\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})\\b", 3, 2, 1),
            form("\\b(\\d{4})\\s+(?:жылғы|жылы|ж\\.)\\s*(\\d{1,2})[\\s-]+" + MONTH + "(?!\\p{L})", 1, 3, 2));
    // which is the day and which the month is known only where one is over 12
    private static final Pattern SLASHES = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");

    /** The first date in a line. */
    static Optional<WrittenDate> find(String line) {
        for (var form : FORMS) {
            var match = form.pattern.matcher(line);
            if (match.find()) {
                return at(match, match.group(form.year), match.group(form.month), match.group(form.day));
            }
        }
        var match = SLASHES.matcher(line);
        if (match.find() && Integer.parseInt(match.group(1)) > 12) {
            return at(match, match.group(3), match.group(2), match.group(1));
        }
        if (match.reset().find() && Integer.parseInt(match.group(2)) > 12) {
            return at(match, match.group(3), match.group(1), match.group(2));
        }
        return Optional.empty();
    }

    /** The day that {@code text} begins with, as in {@code 2022-01-06} or {@code 2022-01-06T10:00:00+06:00}. */
    static Optional<LocalDate> of(String text) {
        return find(text.strip()).filter(date -> date.start == 0).map(WrittenDate::day);
    }

    private static Optional<WrittenDate> at(MatchResult match, String year, String month, String day) {
        try {
            int number = Character.isDigit(month.charAt(0))
                    ? Integer.parseInt(month)
                    : MONTHS.get(month.toLowerCase(Locale.ROOT));
            var date = LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day));
            return Optional.of(new WrittenDate(date, match.start(), match.end()));
        } catch (DateTimeException e) {
            return Optional.empty(); // 31 June is no date
        }
    }

    private static Form form(String pattern, int year, int month, int day) {
        return new Form(Pattern.compile(pattern, FLAGS | Pattern.UNICODE_CHARACTER_CLASS), year, month, day);
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (var language : List.of("en", "ru", "kk")) {
            var symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    var names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) {
                        months.put(names[i].toLowerCase(Locale.ROOT).replace(".", ""), i + 1);
                    }
                }
            }
        }
        months.put("sept", 9);
        return months;
    }

    private static List<String> longestFirst() {
        var names = new ArrayList<>(MONTHS.keySet());
        names.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        return names;
    }
}
