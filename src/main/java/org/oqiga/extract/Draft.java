package org.oqiga.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Period;

/**
 * An incident in the making: one lead at one place, before repeated tellings are joined.
 *
 * @param target what it is done to in English words, empty where its clause does not tell
 * @param sentence the one that tells it
 * @param another whether its clause adds it to what was told before: "the residence was burning as well"
 * @param headline whether only the headline tells it, which is seldom exact
 */
record Draft(
        Lead lead,
        Place place,
        Placing.Basis placed,
        Period period,
        Timing.Basis timed,
        Optional<LocalDate> until,
        List<Counting.Claim> claims,
        Side side,
        String target,
        int sentence,
        boolean headline,
        boolean another) {

    IncidentType type() {
        return lead.rule().type();
    }

    /** How firmly its words, place and date tell it; the firmest telling of an incident speaks for it. */
    int firmness() {
        return (headline ? -20 : 0)
                + (5 - timed.ordinal()) * 4
                + (4 - placed.ordinal()) * 2
                + (lead.rule().is(Rule.Trait.NOUN) ? 0 : 1)
                + (claims.isEmpty() ? 0 : 3);
    }
}
