package org.oqiga.extract;

/** Who acts in an incident of violence, as far as the words before the lead tell. */
enum Side {
    CROWD,
    FORCES,
    UNKNOWN;

    /** The side named last before the lead, in its sentence. */
    static Side of(Tagged text, Lead lead) {
        int from = text.reachBefore(lead.from());
        int crowd = text.last(from, lead.from(), text.lexicon().wordClass("CROWD"));
        int forces = text.last(from, lead.from(), text.lexicon().wordClass("FORCES"));
        if (crowd < 0 && forces < 0) {
            return UNKNOWN;
        }
        return forces > crowd ? FORCES : CROWD;
    }
}
