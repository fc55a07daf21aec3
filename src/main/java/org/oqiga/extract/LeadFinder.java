package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds where a text says that something happened: rules whose wording and conditions fit. */
final class LeadFinder {

    private record Candidate(Lead lead, boolean yields, int length, int rank) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            if (yields != other.yields) {
                return yields ? 1 : -1;
            }
            return length != other.length ? Integer.compare(other.length, length) : Integer.compare(rank, other.rank);
        }
    }

    private LeadFinder() {}

    /** The leads in the order of the text; where two share a word, what yields does, else the longer wins, then the first in the lexicon. */
    static List<Lead> find(Tagged text) {
        List<Candidate> candidates = new ArrayList<>();
        int negation = text.lexicon().wordClass("NEGATION_INSIDE");
        for (int i = 0; i < text.size(); i++) {
            if (!text.lexicon().triggers().mayBegin(text, i)) {
                continue;
            }
            int limit = text.words().endWord(text.words().sentence(i));
            for (var trigger : text.lexicon().triggers().at(text, i, limit)) {
                // a wording may name a negation itself ("not working"); one that slips into it undoes it
                int end = trigger.wording().offered(text, i, limit, negation);
                if (end >= 0 && holds(text, trigger.rule(), i, end)) {
                    candidates.add(new Candidate(
                            new Lead(trigger.rule(), i, end),
                            trigger.rule().is(Rule.Trait.YIELDS),
                            trigger.wording().length(),
                            trigger.rank()));
                }
            }
        }
        Collections.sort(candidates);
        var taken = nothing(text);
        List<Lead> leads = new ArrayList<>();
        for (var candidate : candidates) {
            if (free(taken, candidate.lead())) {
                leads.add(candidate.lead());
            }
        }
        leads.sort(Comparator.comparingInt(Lead::from));
        return leads;
    }

    /** The words of wordings that tell of nothing, whatever their words: "riot police". */
    private static boolean[] nothing(Tagged text) {
        var taken = new boolean[text.size()];
        for (int i = 0; i < text.size(); i++) {
            if (!text.lexicon().nothing().mayBegin(text, i)) {
                continue;
            }
            int limit = text.words().endWord(text.words().sentence(i));
            for (var wording : text.lexicon().nothing().at(text, i, limit)) {
                int end = wording.offered(text, i, limit, Wording.NOTHING);
                if (end >= 0) {
                    Arrays.fill(taken, i, end, true);
                }
            }
        }
        return taken;
    }

    private static boolean free(boolean[] taken, Lead lead) {
        for (int i = lead.from(); i < lead.to(); i++) {
            if (taken[i]) {
                return false;
            }
        }
        Arrays.fill(taken, lead.from(), lead.to(), true);
        return true;
    }

    private static boolean holds(Tagged text, Rule rule, int from, int to) {
        for (var exception : rule.exceptions()) {
            if (exception.match(text, from, text.words().endWord(text.words().sentence(from))) >= 0) {
                return false;
            }
        }
        for (var condition : rule.conditions()) {
            // what must stand there may stand in the clause before or behind; what must not, only in its own
            int first = condition.wanted() ? text.reachBefore(from) : text.clauseStart(from);
            int last = condition.wanted() ? text.reachAfter(to - 1) : text.clauseEnd(to - 1);
            boolean before = condition.side() != Rule.Side.AFTER && text.any(first, from, condition.classes());
            boolean after = condition.side() != Rule.Side.BEFORE && text.any(to, last, condition.classes());
            // "tore the sign from the gate": the object may stand inside the wording
            boolean inside =
                    condition.side() == Rule.Side.NEAR && condition.wanted() && text.any(from, to, condition.classes());
            if ((before || after || inside) != condition.wanted()) {
                return false;
            }
        }
        return true;
    }
}
