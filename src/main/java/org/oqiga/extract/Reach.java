package org.oqiga.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oqiga.dating.Dated;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;

/**
 * The day that a report tells up to: its publication, or, where it looks back at what is long over, the last of those days.
 *
 * @param now empty where the report has no date of its own
 * @param looksBack whether next to nothing of what is told happened shortly before the publication
 */
record Reach(Optional<LocalDate> now, boolean looksBack) {

    /** What is older is background to the news, days. */
    private static final int NEWS_DAYS = 30;

    /** What is older is background to a look back as well, days. */
    private static final int LOOK_BACK_DAYS = 400;

    /** So many days must be told to call it a look back. */
    private static final int ENOUGH = 4;

    static Reach of(Dates dates, Optional<LocalDate> published) {
        if (published.isEmpty()) {
            return new Reach(published, false);
        }
        var out = published.get();
        var days = dates.all().stream()
                .filter(Reach::isDay)
                .map(dated -> dated.period().lastDay())
                .filter(day -> !day.isAfter(out) && day.isAfter(out.minusDays(LOOK_BACK_DAYS)))
                .sorted()
                .toList();
        long news = days.stream()
                .filter(day -> day.isAfter(out.minusDays(NEWS_DAYS)))
                .count();
        // one late day, of a trial or of the list of the dead, does not make it news
        boolean looksBack = days.size() >= ENOUGH && news * 4 <= days.size();
        return looksBack ? new Reach(Optional.of(last(days)), true) : new Reach(published, false);
    }

    /** The day that three in four lie before. */
    private static LocalDate last(List<LocalDate> sorted) {
        return sorted.get(sorted.size() * 3 / 4);
    }

    /** Whether a period is background to what the report tells. */
    boolean isBackground(Period period) {
        return now.filter(day -> period.lastDay().isBefore(day.minusDays(NEWS_DAYS)))
                .isPresent();
    }

    private static boolean isDay(Dated dated) {
        return (dated.bearing() == Bearing.IN || dated.bearing() == Bearing.BY)
                && dated.period().precision().compareTo(TimePrecision.DAY) <= 0
                && dated.period().length() <= 2;
    }
}
