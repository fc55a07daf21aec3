package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** Chooses among the places that bear a name: by how well known they are, and by what the report says of itself. */
final class Resolver {

    private static final double STATED_HERE = 8;
    private static final double STATED_ELSEWHERE = 5;
    private static final double SEAT = 1.5;
    private static final int MOST_REJECTED = 5;
    private static final long WELL_KNOWN = 100_000;

    private static final Comparator<Scored> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0 ? byScore : one.place().id().compareTo(other.place().id());
    };

    private final Lexicon lexicon;

    Resolver(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A bearer of a name with how well it fits; {@code stated} is what the text puts it in. */
    record Scored(Place place, double score, Optional<Place> stated, boolean elsewhere) {}

    /** The bearers of each mention's name, the best first. */
    Map<Mention, List<Scored>> rank(List<Mention> mentions, Focus focus, Neighbours neighbours) {
        var statedAnywhere = new HashMap<String, Map<String, Place>>();
        var statedHere = new LinkedHashMap<Mention, Map<String, Place>>();
        for (Mention mention : mentions) {
            Map<String, Place> stated = neighbours.stated(mention);
            if (!stated.isEmpty()) {
                statedHere.put(mention, stated);
                Map<String, Place> anywhere = statedAnywhere.computeIfAbsent(mention.key(), key -> new HashMap<>());
                stated.forEach(anywhere::putIfAbsent);
            }
        }
        var ranked = new LinkedHashMap<Mention, List<Scored>>();
        for (Mention mention : mentions) {
            Map<String, Place> here = statedHere.getOrDefault(mention, Map.of());
            Map<String, Place> anywhere = statedAnywhere.getOrDefault(mention.key(), Map.of());
            var scored = new ArrayList<Scored>();
            for (int i = 0; i < mention.candidates().size(); i++) {
                Place bearer = mention.candidates().get(i);
                double score = fame(mention, i) + focus.pull(bearer) + neighbours.levelSaid(mention, bearer);
                boolean elsewhere = false;
                if (here.containsKey(bearer.id())) {
                    score += STATED_HERE;
                } else if (here.isEmpty() && anywhere.containsKey(bearer.id())) {
                    score += STATED_ELSEWHERE;
                    elsewhere = true;
                }
                Optional<Place> stated =
                        Optional.ofNullable(elsewhere ? anywhere.get(bearer.id()) : here.get(bearer.id()));
                scored.add(new Scored(bearer, score, stated, elsewhere));
            }
            unlisted(mention, scored, neighbours).ifPresent(scored::add);
            scored.sort(BEST_FIRST);
            ranked.put(mention, scored);
        }
        return ranked;
    }

    /** The region itself, where the report puts a place in it that the gazetteer does not have there. */
    private static Optional<Scored> unlisted(Mention mention, List<Scored> scored, Neighbours neighbours) {
        boolean known = scored.stream()
                .anyMatch(one -> one.stated().isPresent()
                        || one.place().population() >= WELL_KNOWN
                        || one.place().level() == PlaceLevel.COUNTRY);
        return known || !mention.placed() && !neighbours.placed(mention)
                ? Optional.empty()
                : neighbours.claimed(mention).map(outer -> new Scored(outer, STATED_HERE, Optional.empty(), false));
    }

    /** How well known a candidate is by this name, in decimal orders of population. */
    double fame(Mention mention, int candidate) {
        Place place = mention.candidates().get(candidate);
        boolean seat = place.level() == PlaceLevel.TOWN && place.population() > 100_000 && lexicon.seat(mention.key());
        return mention.repute().fame()[candidate] + (seat ? SEAT : 0);
    }

    /** What was decided on a mention whose bearers are ranked. */
    static Resolution settle(Toponym toponym, Mention mention, List<Scored> ranked, double evidence, Focus focus) {
        if (ranked.isEmpty()) {
            return new Resolution.Unknown(toponym);
        }
        Scored best = ranked.get(0);
        double margin = ranked.stream()
                .skip(1)
                .filter(other -> other.place().at().kmTo(best.place().at())
                        > Math.max(60, best.place().radiusKm()))
                .mapToDouble(other -> best.score() - other.score())
                .findFirst()
                .orElse(4);
        double recognised = 1 / (1 + Math.exp(-(evidence - Evidence.ENOUGH) - 1));
        double chosen = 1 / (1 + Math.exp(-margin - 0.2));
        double confidence = Math.round(100 * recognised * chosen) / 100.0;
        List<Resolution.Rejected> rejected = ranked.stream()
                .skip(1)
                .limit(MOST_REJECTED)
                .map(other -> new Resolution.Rejected(
                        other.place(), round(other.score()), Reasons.against(other, best, focus)))
                .toList();
        return new Resolution.Settled(
                toponym, best.place(), confidence, Reasons.forIt(mention, best, ranked, focus), rejected);
    }

    private static double round(double score) {
        return Math.round(100 * score) / 100.0;
    }
}
