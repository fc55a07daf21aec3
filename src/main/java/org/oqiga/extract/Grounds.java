package org.oqiga.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oqiga.incident.Assertion;

/** How an incident was come by, as the words that {@link Confidence} weighs. */
final class Grounds {

    /** From so many characters on a sentence tells of several things, and what belongs to which is guessed more often. */
    private static final int LONG = 200;

    private Grounds() {}

    /** {@code quoted} is the length of the sentence that tells it. */
    static List<String> of(Repeats.Told told, Assertion assertion, int quoted) {
        var draft = told.firmest();
        List<String> grounds = new ArrayList<>();
        grounds.add("place." + label(draft.placed()));
        grounds.add("date." + label(draft.timed()));
        grounds.add("precision." + draft.period().precision().label());
        if (draft.lead().rule().is(Rule.Trait.NOUN)) {
            grounds.add("noun");
        }
        if (assertion != Assertion.STATED) {
            grounds.add(assertion.label());
        }
        if (quoted >= LONG) {
            grounds.add("long");
        }
        if (!draft.claims().isEmpty()) {
            grounds.add("figures");
        }
        if (!told.others().isEmpty()) {
            grounds.add("again");
        }
        return grounds;
    }

    private static String label(Enum<?> basis) {
        return basis.name().toLowerCase(Locale.ROOT);
    }
}
