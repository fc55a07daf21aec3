package org.oqiga.incident;

import java.util.Locale;

/** How finely a period is known, from fine to coarse. */
public enum TimePrecision {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
