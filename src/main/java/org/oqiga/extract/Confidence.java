package org.oqiga.extract;

import org.oqiga.incident.Assertion;

/** How likely a careful reader is to agree with an incident, from how its words, place and date were come by. */
final class Confidence {

    private Confidence() {}

    /** 0 to 1. */
    static double of(Draft draft, Assertion assertion) {
        double place =
                switch (draft.placed()) {
                    case CLAUSE -> 0.95;
                    case SENTENCE -> 0.88;
                    case PASSAGE -> 0.75;
                    default -> 0.8;
                };
        double date =
                switch (draft.timed()) {
                    case CLAUSE -> 1.0;
                    case SENTENCE -> 0.95;
                    case PASSAGE -> 0.88;
                    default -> 0.8;
                };
        double wording = draft.lead().rule().is(Rule.Trait.NOUN) ? 0.85 : 0.95;
        double said = assertion == Assertion.STATED ? 1 : 0.9;
        return Math.round(place * date * wording * said * 100) / 100.0;
    }
}
