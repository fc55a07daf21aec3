package org.oqiga.extract;

import java.util.List;
import java.util.Optional;
import org.oqiga.incident.Assertion;

/** Whether a lead is told as something that happened: negations, plans, threats and possibilities are not. */
final class Doubt {

    /** How many words before a lead may still turn its meaning. */
    private static final int REACH = 7;

    /** Within how many words a sentence that calls a rumour false begins by saying so: "Likewise untrue is …". */
    private static final int OPENING = 4;

    private final Tagged text;
    private final Dates dates;
    private final int and;
    private final int finite;
    private final int demand;
    private final int negation;
    private final int possible;
    private final int plan;
    private final int infinitive;
    private final int attempt;
    private final int claim;
    private final int doubtAfter;
    private final int doubtLate;
    private final int general;
    private final int not;
    private final int verdict;
    private final int alternative;

    Doubt(Tagged text) {
        this(text, new Dates(text.words(), List.of()));
    }

    /** Knows the dates as well: May is a month where it stands in one. */
    Doubt(Tagged text, Dates dates) {
        this.text = text;
        this.dates = dates;
        var lexicon = text.lexicon();
        this.and = lexicon.wordClass("AND");
        this.finite = lexicon.wordClass("FINITE");
        this.demand = lexicon.wordClass("DEMAND");
        this.negation = lexicon.wordClass("NEGATION");
        this.possible = lexicon.wordClass("POSSIBLE");
        this.plan = lexicon.wordClass("PLAN");
        this.infinitive = lexicon.wordClass("INFINITIVE");
        this.attempt = lexicon.wordClass("ATTEMPT");
        this.claim = lexicon.wordClass("CLAIM");
        this.doubtAfter = lexicon.wordClass("DOUBT_AFTER");
        this.doubtLate = lexicon.wordClass("DOUBT_LATE");
        this.general = lexicon.wordClass("GENERAL");
        this.not = lexicon.wordClass("NOT");
        this.verdict = lexicon.wordClass("VERDICT_FALSE");
        this.alternative = lexicon.wordClass("ALTERNATIVE");
    }

    /** Why the lead tells of nothing that happened; empty where it does. */
    Optional<Skip.Reason> of(Lead lead) {
        int from = Math.max(text.clauseStart(lead.from()), lead.from() - REACH);
        int to = Math.min(text.clauseEnd(lead.to() - 1), lead.to() + REACH);
        boolean undone = text.any(lead.to(), Math.min(to, lead.to() + 3), not);
        boolean denied = denies(from, lead.from(), !lead.rule().is(Rule.Trait.NOUN));
        if (undone || denied || refuted(lead)) {
            return Optional.of(Skip.Reason.NEGATED);
        }
        if (isPossible(from, lead)
                || text.any(lead.to(), to, doubtAfter)
                || text.any(lead.to(), text.clauseEnd(lead.to() - 1), doubtLate)) {
            return Optional.of(Skip.Reason.HYPOTHETICAL);
        }
        if (text.any(from, lead.from(), general)) {
            return Optional.of(Skip.Reason.GENERAL);
        }
        boolean planned = text.any(from, lead.from(), plan) && !isFinite(lead)
                || text.any(lead.from() - 1, lead.from(), infinitive);
        if (planned && !lead.rule().is(Rule.Trait.PROMISE) && !attempted(lead)) {
            return Optional.of(Skip.Reason.HYPOTHETICAL);
        }
        return Optional.empty();
    }

    /** Whether something before the lead makes it only possible; a demand does not where a verb of its own follows. */
    private boolean isPossible(int from, Lead lead) {
        for (int i = from; i < lead.from(); i++) {
            if (text.is(i, possible) && !dates.holds(i) && !(text.is(i, demand) && isFinite(lead))) {
                return true;
            }
        }
        return false;
    }

    /** "Men accused of planning a march were arrested": the verb right before says that it was done. */
    private boolean isFinite(Lead lead) {
        return text.any(Math.max(text.clauseStart(lead.from()), lead.from() - 2), lead.from(), finite);
    }

    /** Whether a negation before the lead reaches it: behind a comma it is another clause's, unless a list goes on with "or". */
    private boolean denies(int from, int to, boolean verb) {
        int last = text.last(from, to, negation);
        if (last < 0) {
            return false;
        }
        int joined = text.first(last + 2, to, and);
        if (joined >= 0 && verb && !text.any(joined, to, alternative)) {
            // "did not wait and resigned the same night"
            return false;
        }
        int comma = last + 1;
        while (comma < to && !text.words().folded(comma).equals(",")) {
            comma++;
        }
        return comma - last <= 2 || comma >= to - 1 || text.any(comma, to, alternative);
    }

    /** A fact check states the rumour and then its verdict: "The airport has been seized. False." */
    private boolean refuted(Lead lead) {
        var words = text.words();
        int start = text.sentenceStart(lead.from());
        if (text.any(start, Math.min(lead.from(), start + OPENING), verdict)) {
            return true;
        }
        int next = words.sentence(lead.from()) + 1;
        if (next >= words.sentences()) {
            return false;
        }
        int first = words.firstWord(next);
        return text.any(first, Math.min(words.endWord(next), first + 2), verdict);
    }

    /** How the report puts what happened. */
    Assertion assertion(Lead lead) {
        if (attempted(lead)) {
            return Assertion.ATTEMPTED;
        }
        int from = text.clauseStart(lead.from());
        int to = text.clauseEnd(lead.to() - 1);
        return text.any(from, to, claim) ? Assertion.CLAIMED : Assertion.STATED;
    }

    private boolean attempted(Lead lead) {
        return text.any(Math.max(text.clauseStart(lead.from()), lead.from() - 4), lead.to(), attempt);
    }
}
