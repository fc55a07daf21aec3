package org.oqiga.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far features reach; a little farther than they do, so that rounding leaves none outside. */
public record Extent(Optional<Bbox> bbox, Optional<TimeWindow.Moments> time) {

    private static final double HUNDREDTHS = 100;
    // a projection shows no pole
    private static final double FARTHEST_NORTH = 85;

    static Extent read(ResultSet rows) throws SQLException {
        double west = rows.getDouble(1);
        Optional<Bbox> bbox = rows.wasNull()
                ? Optional.empty()
                : Optional.of(new Bbox(
                        down(west, 180), down(rows.getDouble(2), FARTHEST_NORTH),
                        up(rows.getDouble(3), 180), up(rows.getDouble(4), FARTHEST_NORTH)));
        var first = moment(rows.getObject(5));
        var last = moment(rows.getObject(6));
        return new Extent(bbox, first.isEmpty() ? Optional.empty() : Optional.of(new TimeWindow.Moments(first, last)));
    }

    private static double down(double degrees, double most) {
        return Math.max(-most, Math.floor(degrees * HUNDREDTHS - 0.5) / HUNDREDTHS);
    }

    private static double up(double degrees, double most) {
        return Math.min(most, Math.ceil(degrees * HUNDREDTHS + 0.5) / HUNDREDTHS);
    }

    private static Optional<Instant> moment(@Nullable Object value) {
        if (value instanceof java.sql.Timestamp moment) {
            return Optional.of(moment.toInstant());
        }
        if (value instanceof OffsetDateTime moment) {
            return Optional.of(moment.toInstant());
        }
        return value instanceof java.sql.Date day
                ? Optional.of(day.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }
}
