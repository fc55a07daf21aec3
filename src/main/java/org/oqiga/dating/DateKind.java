package org.oqiga.dating;

/** The ways in which a wording names days; the lexicons use these names in lower case with hyphens. */
enum DateKind {
    /** A day of a month, its year stated or not: "January 5". */
    DAY,
    /** A day of the year last stated: "16 December of that year". */
    DAY_OF_THAT_YEAR,
    /** A day of the month told of: "on the 4th". */
    DAY_OF_THE_MONTH,
    /** Days of a month or two: "4–5 January". */
    DAYS,
    /** A day with a name and a fixed date: "New Year's Day". */
    HOLIDAY,
    /** A date in figures: "05.01.2022". */
    NUMERIC,
    /** The weekday that tense and publication choose. */
    WEEKDAY,
    /** Weekdays in a row: "Friday and Saturday". */
    WEEKDAYS,
    /** The weekday before the publication's own day: "last Friday". */
    LAST_WEEKDAY,
    /** The weekday after the day last told of: "the following Friday". */
    FOLLOWING_WEEKDAY,
    /** The weekday after the publication's own day: "next Friday". */
    NEXT_WEEKDAY,
    MONTH,
    /** The first, second or last ten days of a month: "late December". */
    THIRD_OF_MONTH,
    YEAR,
    YEARS,
    DECADE,
    SEASON,
    /** Counted in days from the publication: "yesterday". */
    OFFSET,
    /** Counted back from the publication: "two weeks ago". */
    AGO,
    /** Counted on from the publication: "in two days". */
    AHEAD,
    /** Counted back from the day last told of: "two days earlier". */
    EARLIER,
    /** Counted on from the day last told of: "two days later". */
    LATER,
    /** The day last told of: "that day". */
    SAME_DAY,
    /** The day before the day last told of nearby, else before the publication. */
    DAY_BEFORE,
    /** A morning, which is the next day's where an evening has been told of nearby: "by dawn". */
    MORNING,
    /** The day before the publication, unless the sentence itself has named another day: "накануне". */
    EVE,
    /** The running week, month or year. */
    THIS,
    LAST,
    NEXT,
    WEEKEND,
    LAST_WEEKEND,
    NEXT_WEEKEND,
    /** The days round the last Wednesday. */
    MIDWEEK,
    /** The night told of or last past: two days. */
    NIGHT,
    /** The night before the publication: "last night". */
    LAST_NIGHT,
    /** A part of the day last told of nearby: "in the evening". */
    PART,
    /** The last so many days up to the publication: "in the past two days". */
    PAST,
    /** Going on for so long: "for nearly a week". */
    RUNNING,
    /** Going on for so many days, counted in order: "for the third day". */
    NTH
}
