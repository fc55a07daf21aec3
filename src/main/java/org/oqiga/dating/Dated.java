package org.oqiga.dating;

import org.oqiga.incident.Period;

/**
 * A wording of time in a report and the period it means.
 *
 * @param text the words as printed
 * @param start where they begin in the report's text, in UTF-16 units
 * @param period what they mean, counted from the report's publication where they are relative
 * @param bearing how what is told relates to the period
 */
public record Dated(String text, int start, Period period, Bearing bearing) {

    /** Where the wording stops; the character here is no longer part of it. */
    public int end() {
        return start + text.length();
    }

    /** How what is told relates to a period. */
    public enum Bearing {
        /** It happened in it: "on Wednesday", "in December 2011", "over the weekend". */
        IN,
        /** It has gone on from there: "since Sunday", "for nearly a week". The period runs to the publication. */
        SINCE,
        /** It lasts until then: "until January 19". The period is the last day. */
        UNTIL,
        /** It was so at the latest then: "by late Wednesday", "as of January 8". */
        BY,
        /** The wording dates what is announced, not what happened: "will begin on Monday". */
        FUTURE
    }
}
