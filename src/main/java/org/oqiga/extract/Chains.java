package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.IncidentType;

/** Runs of names of places that belong together ("Aktau, Atyrau and Taraz"), and which of them a lead means. */
final class Chains {

    /** What a country costs in words of distance: a town a little further off is more exact. */
    private static final int COUNTRY_COST = 6;

    /** What it costs that people or goods only come from there. */
    private static final int ORIGIN_COST = 10;

    private static final int AND_COST = 4;

    /** How many words before a place say whom something is against. */
    private static final int ASIDE = 6;

    /** What it costs that a place stands where somebody speaks: "its members in Darfur reported clashes in Zalingei". */
    private static final int SPEAKER_COST = 6;

    /** How many words of glue may hold two names together. */
    private static final int MAX_GLUE = 9;

    private final Tagged text;
    private final Dates dated;
    private final boolean[] told;
    private final Map<Integer, Integer> shares;
    private final Mentions mentions;
    private final int and;
    private final int glue;
    private final int largest;
    private final int origin;
    private final int says;
    private final int where;
    private final int except;
    private final int exceptBehind;
    private final int toward;
    private final int office;
    private final int against;
    private final Between between;
    private final Map<Integer, Map<Mention, List<Mention>>> wholes = new HashMap<>();

    /** {@code shares} are the first words of places that belong to one lead each, with the first word of that. */
    Chains(Tagged text, Dates dated, List<Lead> leads, Map<Integer, Integer> shares, Mentions mentions) {
        this.dated = dated;
        this.shares = shares;
        this.told = new boolean[text.size()];
        leads.forEach(lead -> Arrays.fill(told, lead.from(), lead.to(), true));
        this.text = text;
        this.mentions = mentions;
        this.and = text.lexicon().wordClass("AND");
        this.glue = text.lexicon().wordClass("GLUE");
        this.largest = text.lexicon().wordClass("LARGEST");
        this.origin = text.lexicon().wordClass("ORIGIN");
        this.says = text.lexicon().wordClass("SAYS");
        this.where = text.lexicon().wordClass("WHERE");
        this.except = text.lexicon().wordClass("EXCEPT");
        this.exceptBehind = text.lexicon().wordClass("EXCEPT_BEHIND");
        this.toward = text.lexicon().wordClass("TOWARD");
        this.office = text.lexicon().wordClass("OFFICE");
        this.against = text.lexicon().wordClass("AGAINST");
        this.between = new Between(text);
    }

    /** The chain of names nearest to the lead; a chain is a run of names with only glue between. */
    List<Mention> nearest(Lead lead, int from, int to) {
        List<Mention> best = List.of();
        int least = Integer.MAX_VALUE;
        var found = chains(from, to, lead);
        if (found.size() > 1) {
            // "the road to Tengiz", "a commander in Chabahar" lie elsewhere, where anything else is named
            found.removeIf(chain -> chain.stream().allMatch(this::isAside));
        }
        for (var chain : found) {
            boolean comesFrom = isOrigin(chain.get(0));
            if (comesFrom && lead.rule().type() == IncidentType.DEPLOYMENT) {
                continue;
            }
            int distance = distance(lead, chain)
                    + (chain.stream().allMatch(Mention::isCountry) ? COUNTRY_COST : 0)
                    + (chain.stream().allMatch(this::isAbroad) ? COUNTRY_COST : 0)
                    + (comesFrom ? ORIGIN_COST : 0);
            if (distance < least) {
                best = chain;
                least = distance;
            }
        }
        return best;
    }

    /** Words between; a place on the other side of an "and", or of a verb of saying, is rather that of what stands there. */
    int distance(Lead lead, List<Mention> chain) {
        int last = chain.get(chain.size() - 1).to();
        boolean parted = lead.rule().is(Rule.Trait.NOUN) && text.any(last, lead.from(), and);
        boolean spoken = text.any(last, Math.min(lead.from(), last + 3), says);
        int before = lead.from() - last + (parted ? AND_COST : 0) + (spoken ? SPEAKER_COST : 0);
        int after = chain.get(0).from() - lead.to();
        return Math.max(0, Math.max(before, after));
    }

    /** The chain as it goes on over the clauses of its sentence. */
    List<Mention> whole(List<Mention> chain, int sentence) {
        return wholes.computeIfAbsent(sentence, this::byMention).getOrDefault(chain.get(0), chain);
    }

    private Map<Mention, List<Mention>> byMention(int sentence) {
        var found = new IdentityHashMap<Mention, List<Mention>>();
        for (var chain : chains(text.words().firstWord(sentence), text.words().endWord(sentence), null)) {
            chain.forEach(mention -> found.put(mention, chain));
        }
        return found;
    }

    private List<List<Mention>> chains(int from, int to, @Nullable Lead lead) {
        List<List<Mention>> chains = new ArrayList<>();
        Mention last = null;
        Mention excepted = null;
        for (var mention : mentions.within(from, to)) {
            boolean ofAnother = lead != null && shares.getOrDefault(mention.from(), lead.from()) != lead.from();
            if (ofAnother || !mentions.usable(mention) || between.isOfAShare(mention, lead)) {
                continue;
            }
            if (isExcepted(mention) || (excepted != null && between.listed(excepted.to(), mention.from()))) {
                if (last != null && isExceptedBehind(mention) && between.listed(last.to(), mention.from())) {
                    chains.remove(chains.size() - 1);
                    last = null;
                }
                excepted = mention;
                continue;
            }
            if (last != null && between.isLeft(last, mention)) {
                continue;
            }
            var located = last == null ? located(mention) : Optional.<Mention>empty();
            if (located.isPresent()) {
                chains.add(new ArrayList<>(List.of(located.get())));
                last = located.get();
                continue;
            }
            if (last == null || !glued(last, mention)) {
                chains.add(new ArrayList<>());
            }
            chains.get(chains.size() - 1).add(mention);
            last = mention;
        }
        return chains;
    }

    /** The name before, where this one only says where it lies: "In Karaj, west of Tehran, pupils …" is about Karaj. */
    private Optional<Mention> located(Mention mention) {
        int first = text.words().firstWord(text.words().sentence(mention.from()));
        var before = mentions.within(Math.max(first, mention.from() - MAX_GLUE), mention.from());
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1))
                        .filter(other -> mentions.usable(other)
                                && !other.isCountry()
                                && between.onlyBeside(other.to(), mention.from()));
    }

    /** Whether someone or something comes from there; Kazakh says so by an ending of the name. */
    boolean isOrigin(Mention mention) {
        int first = text.words().firstWord(text.words().sentence(mention.from()));
        int before = mention.from() - 1;
        while (before > first
                && !text.is(before, origin)
                && (text.is(before, and)
                        || text.words().folded(before).equals(",")
                        || text.words().capital(before))) {
            before--;
        }
        return text.is(mention.to() - 1, origin) || (before >= first && text.is(before, origin));
    }

    private boolean isAbroad(Mention mention) {
        return !mention.place().parents().country().equals(mentions.country());
    }

    /** "Everywhere except Almaty". */
    private boolean isExcepted(Mention mention) {
        return isExceptedBehind(mention) || mention.from() > 0 && text.is(mention.from() - 1, except);
    }

    private boolean isExceptedBehind(Mention mention) {
        return mention.to() < text.size() && text.is(mention.to(), exceptBehind);
    }

    /** "The road to Tengiz", "against a commander in Chabahar": where something leads to, or where somebody serves. */
    boolean isAside(Mention mention) {
        int before = mention.from() - 1;
        return before > text.words().firstWord(text.words().sentence(mention.from()))
                && (text.is(before, toward)
                        || text.is(before - 1, office) && text.any(Math.max(0, before - ASIDE), before, against));
    }

    /** Whether a word holds two names of a list together. */
    boolean joins(int word) {
        return text.is(word, glue)
                || text.is(word, and)
                || text.is(word, largest)
                || between.locates(word)
                || dated.holds(word);
    }

    /** Whether the word's clause tells of something. */
    boolean isTold(int word) {
        for (int i = text.clauseStart(word); i < text.clauseEnd(word); i++) {
            if (told[i]) {
                return true;
            }
        }
        return false;
    }

    /** Two names belong together over words of glue, or over a few words that tell of nothing and end in "and in". */
    private boolean glued(Mention left, Mention right) {
        if (right.from() - left.to() > MAX_GLUE) {
            return false;
        }
        boolean onlyGlue = true;
        for (int i = left.to(); i < right.from(); i++) {
            if (told[i]) {
                return false;
            }
            i = between.behindBrackets(i, right.from());
            onlyGlue &= joins(i) || between.isUnknown(i, left.to(), right.from());
        }
        int back = right.from() - 1;
        while (back >= left.to() && text.is(back, glue) && !text.is(back, and)) {
            back--;
        }
        return onlyGlue || (back >= left.to() && text.is(back, and)) || between.isPartOf(left.to(), right.from());
    }

    /** What of the chain the clause is about: of a list only the last, where the clause says what happened there. */
    List<Mention> before(List<Mention> chain, int clause) {
        var last = chain.get(chain.size() - 1);
        boolean relative = clause >= last.to() && clause <= last.to() + 1 && text.any(clause, clause + 2, where);
        return relative ? List.of(last) : chain;
    }
}
