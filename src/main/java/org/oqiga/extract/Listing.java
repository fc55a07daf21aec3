package org.oqiga.extract;

import java.util.ArrayList;
import java.util.List;
import org.oqiga.gazetteer.Gazetteer;

/** Lists of places that go on in clauses which say nothing else: "in Aktau, Aktobe, and the villages of Shetpe and Zhetybai". */
final class Listing {

    /** How far behind a list that is the subject what happened there may stand, in words. */
    private static final int VERB = 4;

    private final Tagged text;
    private final Mentions mentions;
    private final Chains chains;
    private final Between between;
    private final Gazetteer gazetteer;
    private final int and;
    private final int finite;

    Listing(Tagged text, Mentions mentions, Chains chains, Gazetteer gazetteer) {
        this.text = text;
        this.mentions = mentions;
        this.chains = chains;
        this.between = new Between(text);
        this.gazetteer = gazetteer;
        this.and = text.lexicon().wordClass("AND");
        this.finite = text.lexicon().wordClass("FINITE");
    }

    /** The chain that a lead's clause names with what belongs to the same list in the clauses before and behind. */
    List<Mention> of(Lead lead, List<Mention> chain) {
        var whole = chains.whole(chain, text.words().sentence(lead.from()));
        int first = whole.indexOf(chain.get(0));
        int last = whole.indexOf(chain.get(chain.size() - 1));
        if (first < 0 || last < 0) {
            return chain;
        }
        while (first > 0 && goesOn(whole.get(first - 1), lead, isSubject(lead, chain, whole.get(first - 1)))) {
            first--;
        }
        while (last + 1 < whole.size() && goesOn(whole.get(last + 1), lead, false)) {
            last++;
        }
        return whole.subList(first, last + 1);
    }

    private boolean goesOn(Mention mention, Lead lead, boolean subject) {
        boolean near =
                mention.from() >= text.sentenceStart(lead.from()) && mention.to() <= text.sentenceEnd(lead.from());
        return near
                && text.clause(mention.from()) != text.clause(lead.from())
                && (subject && !chains.isTold(mention.from()) || isBare(mention.from()));
    }

    /** "Reporters in Oral and in Kostanay were detained": what is said of the last holds for those before. */
    private boolean isSubject(Lead lead, List<Mention> chain, Mention before) {
        int behind = chain.get(chain.size() - 1).to();
        while (behind < lead.from() && !text.words().speaks(behind)) {
            behind++;
        }
        boolean parted = text.words().folded(before.to()).equals(",");
        return lead.from() == behind && !parted
                || lead.from() >= behind && lead.from() < behind + VERB && text.is(behind, finite);
    }

    /** Whether a word's clause has nothing but names of places, dates and what holds them together. */
    private boolean isBare(int word) {
        int start = text.clauseStart(word);
        int end = text.clauseEnd(word);
        int i = start;
        while (i < end) {
            var named = mentions.within(i, i + 1);
            if (!named.isEmpty()) {
                i = named.get(0).to();
            } else if (chains.joins(i) || !text.words().speaks(i) || between.isUnknown(i, start, end)) {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    /** A list without the places that only say where its neighbour lies: "Zhanaozen, a city in Mangystau Region". */
    List<Mention> specific(List<Mention> chain) {
        List<Mention> kept = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            var mention = chain.get(i);
            boolean locates = false;
            for (int j = Math.max(0, i - 2); j < Math.min(chain.size(), i + 2); j++) {
                var other = chain.get(j);
                locates |= j != i
                        && other.place().level().compareTo(mention.place().level()) < 0
                        && gazetteer.contains(mention.place(), other.place())
                        && !text.any(
                                chain.get(Math.min(i, j)).to(),
                                chain.get(Math.max(i, j)).from(),
                                and);
            }
            locates |= i > 0 && between.onlyBeside(chain.get(i - 1).to(), mention.from());
            locates |= i > 0 && between.isWhole(chain.get(i - 1).to(), mention.from());
            locates |= i + 1 < chain.size()
                    && between.holdsNext(mention.to(), chain.get(i + 1).from());
            if (!locates) {
                kept.add(mention);
            }
        }
        return kept.isEmpty() ? chain : kept;
    }
}
