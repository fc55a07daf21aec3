package org.oqiga.incident;

import java.util.Optional;

/** The numbers of people over all claims about the same victims. */
public record Toll(Optional<Range> deaths, Optional<Range> injured, Optional<Range> arrested) {

    public static final Toll NONE = new Toll(Optional.empty(), Optional.empty(), Optional.empty());

    /** Low, best and high in UCDP's meaning: the least and the most claimed, and the one to rely on between them. */
    public record Range(int low, int best, int high) {

        public Range {
            if (low < 0 || best < low || high < best) {
                throw new IllegalArgumentException("0 <= low <= best <= high, was " + low + ", " + best + ", " + high);
            }
        }
    }
}
