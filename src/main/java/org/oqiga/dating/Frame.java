package org.oqiga.dating;

/** How a whole wording bears on what is told; the lexicons use these names in lower case with hyphens. */
enum Frame {
    IN,
    SINCE,
    /** From a date on, which may lie ahead: "from Monday". */
    FROM,
    /** Behind a date, or behind what a weekday is known for: "after January 5", "after Friday prayers". */
    AFTER,
    /** Set for a date, which may lie ahead: "called for Sunday". */
    FOR,
    UNTIL,
    BY,
    /** From one date to another. */
    RANGE,
    /** From one date to a day of the same month. */
    TO_DAY,
    /** The night that ends on the date: "в ночь на 5 января". */
    NIGHT_TO,
    /** The night that begins on the date: "on the night of 4 January". */
    NIGHT_OF,
    /** What belongs to a day and is named for it: "Wednesday's blaze". An earlier day than the story's is only looked back at. */
    OF,
    /** So long before the day just told of: "fell ill on Friday, three days after the march". */
    AFTERMATH,
    /** A clock time in running text; its day is the one told of. */
    CLOCK,
    /** A clock time that counts only where it opens a line or a sentence. */
    ENTRY,
    /** Looks like a time and is none. */
    NOT;

    boolean needsDate() {
        return this != AFTERMATH && this != CLOCK && this != ENTRY && this != NOT;
    }
}
