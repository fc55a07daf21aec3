package org.oqiga.dating;

import java.util.Locale;

/** What a word can say about a time; a lexicon's classes are named after these, with a suffix where only some forms fit. */
enum Field {
    WEEKDAY,
    MONTH,
    DAY,
    YEAR,
    SHIFT,
    SEASON,
    HOLIDAY,
    THIRD,
    NUMBER,
    ORDINAL,
    UNIT,
    OFFSET,
    CLOCK,
    HOUR,
    HALF,
    NUMERIC,
    PART,
    ZONE,
    CUE;

    /** The field that a class speaks for: {@code weekday.of} is a weekday. */
    static Field of(String className) {
        int dot = className.indexOf('.');
        return valueOf((dot < 0 ? className : className.substring(0, dot)).toUpperCase(Locale.ROOT));
    }
}
