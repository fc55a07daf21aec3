package org.oqiga.incident;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A stretch of time on the clock of the place it is about.
 *
 * @param start the first moment; midnight where the hour is not known
 * @param end the last moment, inclusive; midnight of the last day where the hour is not known
 * @param precision how finely both are known; hours count only under {@link TimePrecision#HOUR}
 */
public record Period(LocalDateTime start, LocalDateTime end, TimePrecision precision) {

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a period ends at or after its start, was " + start + " to " + end);
        }
    }

    /** The days {@code first} to {@code last}, both included. */
    public static Period days(LocalDate first, LocalDate last, TimePrecision precision) {
        return new Period(first.atStartOfDay(), last.atStartOfDay(), precision);
    }

    /** One whole day. */
    public static Period day(LocalDate day) {
        return days(day, day, TimePrecision.DAY);
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    public LocalDate lastDay() {
        return end.toLocalDate();
    }

    /** How many days it touches, at least one. */
    public long length() {
        return lastDay().toEpochDay() - firstDay().toEpochDay() + 1;
    }

    /** Whether both touch a common day. */
    public boolean meets(Period other) {
        return !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
    }
}
