package org.oqiga.extract;

/** Who acts in an incident of violence, as far as the words before the lead tell. */
enum Side {
    CROWD,
    FORCES,
    UNKNOWN;

    /** How many words behind "by" name who did it. */
    private static final int BY = 6;

    /** The side named last before the lead, in its sentence; of what "was done", the side that it was done by. */
    static Side of(Tagged text, Lead lead) {
        int from = text.reachBefore(lead.from());
        int passive = text.lexicon().wordClass("PASSIVE");
        if (lead.from() > from && text.any(lead.from() - 1, lead.from() + 1, passive)) {
            int by = text.first(
                    lead.from(), text.clauseEnd(lead.to() - 1), text.lexicon().wordClass("BY"));
            int to = Math.min(text.clauseEnd(lead.to() - 1), by + BY);
            return by < 0 ? UNKNOWN : sided(text.first(by, to, crowd(text)), text.first(by, to, forces(text)), false);
        }
        return sided(text.last(from, lead.from(), crowd(text)), text.last(from, lead.from(), forces(text)), true);
    }

    /** The one that stands nearer; {@code later} says whether that is the later one. */
    private static Side sided(int crowd, int forces, boolean later) {
        if (crowd < 0 || forces < 0) {
            return crowd >= 0 ? CROWD : forces >= 0 ? FORCES : UNKNOWN;
        }
        return forces > crowd == later ? FORCES : CROWD;
    }

    private static int crowd(Tagged text) {
        return text.lexicon().wordClass("CROWD");
    }

    private static int forces(Tagged text) {
        return text.lexicon().wordClass("FORCES");
    }
}
