package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.IncidentType;

/** Gives the figures of a sentence to the incident told beside them, else to a toll of its own. */
final class Tolls {

    /** What kills, wounds or detains; a toll in the same sentence is theirs. */
    private static final Set<IncidentType> BEARS = Set.of(
            IncidentType.ATTACK, IncidentType.CLASH, IncidentType.RIOT, IncidentType.OPERATION, IncidentType.PROTEST);

    /** What is sure to hurt people; a toll in the next sentence is theirs, too. */
    private static final Set<IncidentType> VIOLENT = Set.of(IncidentType.ATTACK, IncidentType.CLASH);

    /** How far before a toll the words may stand that tie it to its cause. */
    private static final int CAUSE = 7;

    private final Counting counting;
    private final Parts parts;
    private final Shares shares;
    private final Tagged text;
    private final Mentions mentions;
    private final Doubt doubt;
    private final int causes;
    private final int costOf;
    private final int and;
    private final int national;
    private final int total;
    private final int nationwide;
    private final int[] dead;
    private final Map<Lead, List<Counting.Claim>> claims = new LinkedHashMap<>();
    private final Map<Lead, Lead> absorbed = new HashMap<>();

    Tolls(Tagged text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
        this.counting = new Counting(text);
        this.parts = new Parts(text, mentions);
        this.shares = new Shares(text, mentions, parts);
        this.doubt = new Doubt(text);
        this.causes = text.lexicon().wordClass("CAUSES");
        this.costOf = text.lexicon().wordClass("COST_OF");
        this.and = text.lexicon().wordClass("AND");
        this.national = text.lexicon().wordClass("NATIONAL_SPEAKER");
        this.total = text.lexicon().wordClass("TOTAL");
        this.nationwide = text.lexicon().wordClass("NATIONWIDE");
        this.dead =
                new int[] {text.lexicon().wordClass("KILLED"), text.lexicon().wordClass("INJURED")};
    }

    /** The leads without the tolls that belong to another lead, and with a lead for each part of a toll that has its own place. */
    List<Lead> absorb(List<Lead> leads) {
        List<Lead> kept = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            var lead = leads.get(i);
            var type = lead.rule().type();
            if (type != IncidentType.CASUALTIES) {
                kept.add(lead);
                if (type == IncidentType.ARREST
                        || BEARS.contains(type) && text.any(lead.from(), lead.to(), dead)
                        || VIOLENT.contains(type) && !lead.rule().is(Rule.Trait.NOUN)) {
                    claims.merge(lead, counted(lead), (a, b) -> a.isEmpty() ? b : a);
                }
                continue;
            }
            var counted = counted(lead);
            var bearer = bearer(i, leads, counted);
            if (bearer == null) {
                kept.add(lead);
                claims.put(lead, counted);
            } else {
                claims.merge(bearer, counted, (a, b) -> a.isEmpty() ? b : a);
                absorbed.putIfAbsent(bearer, lead);
            }
        }
        shares.of(kept, leads, claims).forEach((lead, claim) -> {
            kept.add(lead);
            claims.put(lead, List.of(claim));
        });
        kept.sort(Comparator.comparingInt(Lead::from));
        return kept;
    }

    /**
     * The toll that a lead of several places was given, where a clause of its own tells it, "and eight people were killed": nobody says
     * at which of them, so that it stands by itself from now on.
     */
    Optional<Lead> release(Lead bearer) {
        var toll = Optional.ofNullable(absorbed.remove(bearer)).filter(this::hasItsClause);
        toll.ifPresent(lead -> claims.put(lead, claims(bearer)));
        claims.remove(bearer);
        return toll;
    }

    private boolean hasItsClause(Lead toll) {
        int clause = text.clauseStart(toll.from());
        return text.any(clause, Math.min(toll.from(), clause + 2), and);
    }

    /** The first words of the places that only a part of a toll is told of, with the first word of its lead. */
    Map<Integer, Integer> placesOfShares() {
        return shares.places();
    }

    List<Counting.Claim> claims(Lead lead) {
        return claims.getOrDefault(lead, List.of());
    }

    private List<Counting.Claim> counted(Lead lead) {
        boolean arrest = lead.rule().type() == IncidentType.ARREST;
        return counting.within(parts.start(lead.from()), parts.end(lead.from())).stream()
                .filter(claim -> (claim.kind() == Counting.Kind.ARRESTED) == arrest)
                .toList();
    }

    /** The incident that the toll tells the cost of: a verb's lead in the same sentence, or what "led to" it, or what comes before. */
    private @Nullable Lead bearer(int toll, List<Lead> leads, List<Counting.Claim> counted) {
        var lead = leads.get(toll);
        int sentence = text.words().sentence(lead.from());
        for (int i = toll - 1; i >= 0 && lead.from() - leads.get(i).to() <= 2 * Tagged.REACH; i--) {
            var other = leads.get(i);
            boolean bears = BEARS.contains(other.rule().type()) && text.words().sentence(other.from()) == sentence;
            boolean beside = !other.rule().is(Rule.Trait.NOUN)
                    && lead.from() - other.to() <= Tagged.REACH
                    && parts.start(other.from()) == parts.start(lead.from());
            if (bears && (beside || text.any(Math.max(other.to(), lead.from() - CAUSE), lead.from() + 1, causes))) {
                return other;
            }
        }
        for (int i = toll + 1; i < leads.size() && leads.get(i).from() - lead.to() <= Tagged.REACH; i++) {
            var other = leads.get(i);
            boolean bears = BEARS.contains(other.rule().type())
                    && !other.rule().is(Rule.Trait.NOUN)
                    && text.words().sentence(other.from()) == sentence;
            if (bears && text.any(lead.to(), other.from(), costOf)) {
                return other;
            }
        }
        return counted.isEmpty() ? null : before(toll, leads);
    }

    /** "Police fired on the crowd. Five people died": the violence in the sentence before, where this one says neither where nor who counts. */
    private @Nullable Lead before(int toll, List<Lead> leads) {
        var lead = leads.get(toll);
        int sentence = text.words().sentence(lead.from());
        int from = text.sentenceStart(lead.from());
        int to = text.sentenceEnd(lead.from());
        if (text.words().opensParagraph(sentence)
                || text.any(from, to, national, total, nationwide)
                || mentions.within(from, to).stream().anyMatch(mentions::usable)) {
            return null;
        }
        for (int i = toll - 1; i >= 0 && text.words().sentence(leads.get(i).from()) >= sentence - 1; i--) {
            var other = leads.get(i);
            if (VIOLENT.contains(other.rule().type()) && doubt.of(other).isEmpty()) {
                return other;
            }
        }
        return null;
    }
}
