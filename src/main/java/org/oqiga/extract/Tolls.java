package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oqiga.incident.IncidentType;

/** Gives the figures of a sentence to the incident told beside them, else to a toll of its own. */
final class Tolls {

    /** What kills, wounds or detains; a toll in the same clause is theirs. */
    private static final Set<IncidentType> BEARS = Set.of(
            IncidentType.ATTACK, IncidentType.CLASH, IncidentType.RIOT, IncidentType.OPERATION, IncidentType.PROTEST);

    private final Counting counting;
    private final Tagged text;
    private final Map<Lead, List<Counting.Claim>> claims = new HashMap<>();

    Tolls(Tagged text) {
        this.text = text;
        this.counting = new Counting(text);
    }

    /** The leads without the tolls that belong to another lead. */
    List<Lead> absorb(List<Lead> leads) {
        List<Lead> kept = new ArrayList<>();
        for (var lead : leads) {
            if (lead.rule().type() != IncidentType.CASUALTIES) {
                kept.add(lead);
                continue;
            }
            var bearer = bearer(lead, leads);
            if (bearer == null) {
                kept.add(lead);
                claims.put(lead, counted(lead));
            } else {
                claims.merge(bearer, counted(lead), (a, b) -> a.isEmpty() ? b : a);
            }
        }
        for (var lead : kept) {
            if (lead.rule().type() == IncidentType.ARREST) {
                claims.put(lead, counted(lead));
            }
        }
        return kept;
    }

    List<Counting.Claim> claims(Lead lead) {
        return claims.getOrDefault(lead, List.of());
    }

    private List<Counting.Claim> counted(Lead lead) {
        boolean arrest = lead.rule().type() == IncidentType.ARREST;
        return counting.within(text.sentenceStart(lead.from()), text.sentenceEnd(lead.from())).stream()
                .filter(claim -> (claim.kind() == Counting.Kind.ARRESTED) == arrest)
                .toList();
    }

    /** The incident that the toll tells the cost of: a verb's lead in the same sentence, not a noun's. */
    private @org.jspecify.annotations.Nullable Lead bearer(Lead toll, List<Lead> leads) {
        int sentence = text.words().sentence(toll.from());
        for (var lead : leads) {
            if (BEARS.contains(lead.rule().type())
                    && !lead.rule().is(Rule.Trait.NOUN)
                    && text.words().sentence(lead.from()) == sentence
                    && lead.from() < toll.from()
                    && toll.from() - lead.to() <= Tagged.REACH) {
                return lead;
            }
        }
        return null;
    }
}
