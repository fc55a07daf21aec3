package org.oqiga.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What of the drawers, which incidents lie in by latitude and days (see the migration that makes them), a box and days touch. The
 * drawers are reckoned by the database; each is a band of a degree of latitude, and mostly of eight days.
 */
record Drawers(Bbox box, LocalDate first, LocalDate last) {

    /** With {@link #values}. */
    static final String CONDITION =
            """
            (drawer = ANY(drawers(?, ?, ?, ?)) AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?
             AND last_day >= ? AND first_day <= ?)""";

    /** To look into more takes longer than to search by {@code path}. */
    private static final double MOST = 5000;

    /** None where the days have no end or there are too many drawers; {@code box} does not lie across the antimeridian. */
    static Optional<Drawers> of(Bbox box, TimeWindow.Days days) {
        if (days.first().isEmpty() || days.last().isEmpty()) {
            return Optional.empty();
        }
        var drawers = new Drawers(box, days.first().get(), days.last().get());
        return drawers.count() <= MOST ? Optional.of(drawers) : Optional.empty();
    }

    /** About how many they are. */
    private double count() {
        double length = ChronoUnit.DAYS.between(first, last);
        return (box.north() - box.south() + 1) * (length / 8 + length / 32 + length / 512 + 7);
    }

    Object[] values() {
        int from = Math.toIntExact(first.toEpochDay());
        int to = Math.toIntExact(last.toEpochDay());
        return new Object[] {
            box.south(), box.north(), from, to, box.west(), box.east(), box.south(), box.north(), from, to
        };
    }
}
