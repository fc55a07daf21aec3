package org.oqiga.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the parameter {@code datetime}: an instant, or an interval that may be open or have a duration for one of its ends. */
final class Datetime {

    private static final String RIGHT = "a day or a moment with its offset such as 2022-01-05 or 2022-01-05T16:44:00Z,"
            + " or two of them with / between, .. for an open end, the earlier first; one of them may be a duration such"
            + " as P2D";
    private static final Pattern DURATION = Pattern.compile(
            "(P(?=[0-9T])(?:\\d{1,4}Y)?(?:\\d{1,4}M)?(?:\\d{1,4}W)?(?:\\d{1,5}D)?)(T(?=\\d)(?:\\d{1,5}H)?(?:\\d{1,6}M)?(?:\\d{1,7}S)?)?");

    private final Query query;

    private Datetime(Query query) {
        this.query = query;
    }

    static Optional<TimeWindow> parse(Query query) {
        return query.given("datetime").map(given -> new Datetime(query).window(given));
    }

    private TimeWindow window(String given) {
        var ends = given.split("/", -1);
        if (ends.length > 2 || (ends.length == 1 && (isOpen(ends[0]) || ends[0].startsWith("P")))) {
            throw wrong();
        }
        try {
            var from = ends[0];
            var to = ends[ends.length - 1];
            if (to.startsWith("P")) {
                return window(from, shifted(from, to, 1));
            }
            return from.startsWith("P") ? window(shifted(to, from, -1), to) : window(from, to);
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong();
        }
    }

    private String shifted(String end, String duration, int direction) {
        var parts = DURATION.matcher(duration);
        if (isOpen(end) || !parts.matches()) {
            throw wrong();
        }
        var days = (parts.group(1).equals("P") ? Period.ZERO : Period.parse(parts.group(1))).multipliedBy(direction);
        var day = Query.dayOf(end);
        if (day.isPresent() && parts.group(2) == null) {
            return day.get().plus(days).toString();
        }
        var hours = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
        var from = day.isPresent() ? day.get().atStartOfDay().atOffset(ZoneOffset.UTC) : moment(end);
        return from.plus(days).plus(hours.multipliedBy(direction)).toInstant().toString();
    }

    private TimeWindow window(String from, String to) {
        var firstDay = isOpen(from) ? Optional.<LocalDate>empty() : Query.dayOf(from);
        var lastDay = isOpen(to) ? Optional.<LocalDate>empty() : Query.dayOf(to);
        boolean days = (isOpen(from) || firstDay.isPresent()) && (isOpen(to) || lastDay.isPresent());
        if (days) {
            inOrder(firstDay, lastDay);
            return new TimeWindow.Days(firstDay, lastDay);
        }
        var first = firstDay.map(Datetime::start)
                .or(() -> isOpen(from)
                        ? Optional.empty()
                        : Optional.of(moment(from).toInstant()));
        var last = lastDay.map(day -> start(day.plusDays(1)).minusMillis(1))
                .or(() -> isOpen(to) ? Optional.empty() : Optional.of(moment(to).toInstant()));
        inOrder(first, last);
        return new TimeWindow.Moments(first, last);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private OffsetDateTime moment(String text) {
        // a + that was not written as %2B arrives as a space
        var moment = OffsetDateTime.parse(text.replace(' ', '+'));
        if (moment.getYear() < 0 || moment.getYear() > 9999) {
            throw wrong();
        }
        return moment;
    }

    private <T extends Comparable<? super T>> void inOrder(Optional<T> first, Optional<T> last) {
        if (first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) > 0) {
            throw wrong();
        }
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private InvalidQueryException wrong() {
        return query.wrong("datetime", RIGHT);
    }
}
