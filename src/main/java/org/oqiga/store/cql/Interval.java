package org.oqiga.store.cql;

import java.time.Instant;
import java.time.LocalDate;
import org.geotools.api.filter.expression.Expression;

/**
 * A stretch of time as a filter writes it.
 *
 * @param from a day, a moment, an attribute, or {@link #OPEN}
 * @param to as {@code from}
 */
record Interval(Object from, Object to) {

    static final String OPEN = "..";

    Interval {
        for (Object end : new Object[] {from, to}) {
            boolean known = end instanceof LocalDate || end instanceof Instant || end instanceof Expression;
            if (!known && !OPEN.equals(end)) {
                throw new IllegalArgumentException("an interval is from a time to a time, was " + end);
            }
        }
    }

    boolean hasClock() {
        return from instanceof Instant || to instanceof Instant;
    }
}
