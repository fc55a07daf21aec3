package org.oqiga.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.IncidentType;

/**
 * What a language says when something of one type happened.
 *
 * @param wordings any of them is a lead
 * @param exceptions none of them may begin where the lead does
 * @param conditions all of them must hold round it
 * @param title how a headline puts it, with {CLASS:default} for words of the text
 */
record Rule(
        IncidentType type,
        List<Wording> wordings,
        List<Wording> exceptions,
        List<Condition> conditions,
        Set<Trait> traits,
        Optional<String> title) {

    Rule {
        wordings = List.copyOf(wordings);
        exceptions = List.copyOf(exceptions);
        conditions = List.copyOf(conditions);
        traits = Set.copyOf(traits);
    }

    /** What else is true of the wordings of a rule. */
    enum Trait {
        /** A noun: tells of something only where a place, a date or a verb of happening stands by. */
        NOUN,
        /** Of the whole country unless a place stands right beside it. */
        NATIONAL,
        /** Counts when it is announced: "would send troops". */
        PROMISE,
        /** People who came to harm, named in passing ("families of the dead"): counts with a figure only. */
        TOLL,
        /** Loosely worded: gives way wherever it shares a word with a lead that is not. */
        YIELDS
    }

    /** The same rule that does not mean these wordings. */
    Rule except(List<Wording> more) {
        return new Rule(type, wordings, more, conditions, traits, title);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    // a rule is itself and no other; a hash over all its wordings costs more than what it is looked up for
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Which side of the lead a condition looks at. */
    enum Side {
        BEFORE,
        AFTER,
        NEAR
    }

    /** A class of words that must, or must not, stand beside the lead; {@code wanted} says which. */
    record Condition(Side side, boolean wanted, int[] classes) {}
}
