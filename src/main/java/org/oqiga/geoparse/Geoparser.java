package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** Finds the names of places in a report and settles each on a place of the gazetteer. Safe to use from many threads. */
public final class Geoparser {

    private static final double BEYOND_DOUBT = 4.5;
    private static final double CLEARLY_BETTER = 1.2;
    private static final double NAMED_ELSEWHERE = 1.5;
    private static final double IN_A_ROW = 1.2;

    private final Gazetteer gazetteer;
    private final Spotter spotter;
    private final Areas areas;

    public Geoparser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.spotter = new Spotter(gazetteer);
        this.areas = new Areas(gazetteer);
    }

    /** The names in the report, in the order of the text, none overlapping another. */
    public List<Resolution> parse(Report report, Words words) {
        var lexicon = Lexicon.of(report.language());
        var sentences = new Sentences(words);
        var datelines = new Datelines(words, lexicon, sentences);
        var persons = Persons.in(words, lexicon, sentences, datelines);
        var evidence = new Evidence(words, lexicon, persons, sentences, datelines);
        var resolver = new Resolver(lexicon);
        List<Mention> readings = spotter.spot(words, lexicon);

        Focus focus = clear(readings, evidence, resolver);
        Map<Mention, Double> accepted = Map.of();
        Map<Mention, List<Resolver.Scored>> ranked = Map.of();
        for (int round = 0; round < 2; round++) {
            accepted = accept(readings, evidence, focus, words, lexicon);
            var mentions = List.copyOf(accepted.keySet());
            ranked = resolver.rank(mentions, focus, new Neighbours(gazetteer, words, lexicon, mentions));
            focus = Focus.on(votes(ranked, readings));
        }
        return settled(accepted, ranked, focus, words, lexicon, datelines);
    }

    private List<Resolution> settled(
            Map<Mention, Double> accepted,
            Map<Mention, List<Resolver.Scored>> ranked,
            Focus focus,
            Words words,
            Lexicon lexicon,
            Datelines datelines) {
        var mentions = List.copyOf(accepted.keySet());
        var places = new LinkedHashMap<Mention, Place>();
        ranked.forEach((mention, bearers) ->
                bearers.stream().findFirst().ifPresent(best -> places.put(mention, best.place())));
        Map<Mention, Toponym.Role> roles = new Roles(words, lexicon, datelines).of(mentions, places);
        var resolutions = new ArrayList<Resolution>();
        for (Mention mention : mentions) {
            int start = words.start(mention.from());
            String text = words.text().substring(start, words.end(mention.to() - 1));
            var toponym = new Toponym(text, start, roles.get(mention));
            resolutions.add(Resolver.settle(toponym, mention, ranked.get(mention), accepted.get(mention), focus));
        }
        return areas.widen(resolutions, words, lexicon, focus);
    }

    /** What the report is about, told by names that need no context. */
    private static Focus clear(List<Mention> readings, Evidence evidence, Resolver resolver) {
        var votes = new LinkedHashMap<Place, Integer>();
        int end = 0;
        for (Mention mention : readings) {
            boolean people = mention.kind() == Mention.Kind.PEOPLE
                    && !mention.candidates().isEmpty();
            if (mention.from() < end
                    || mention.candidates().isEmpty()
                    || !people && evidence.of(mention, Focus.NONE) < BEYOND_DOUBT) {
                continue;
            }
            end = mention.to();
            var fame = new double[mention.candidates().size()];
            Arrays.setAll(fame, i -> resolver.fame(mention, i));
            int first = 0;
            for (int i = 1; i < fame.length; i++) {
                first = fame[i] > fame[first] ? i : first;
            }
            Place best = mention.candidates().get(first);
            boolean clear = true;
            for (int i = 0; i < fame.length; i++) {
                clear &= fame[first] - fame[i] > CLEARLY_BETTER
                        || Focus.country(mention.candidates().get(i)).equals(Focus.country(best));
            }
            if (clear) {
                votes.merge(best, 1, Integer::sum);
            }
        }
        return Focus.on(votes);
    }

    private static Map<Place, Integer> votes(Map<Mention, List<Resolver.Scored>> ranked, List<Mention> readings) {
        var votes = new LinkedHashMap<Place, Integer>();
        ranked.values().stream()
                .filter(bearers -> !bearers.isEmpty())
                .forEach(bearers -> votes.merge(bearers.get(0).place(), 1, Integer::sum));
        readings.stream()
                .filter(mention -> mention.kind() == Mention.Kind.PEOPLE)
                .flatMap(mention -> mention.candidates().stream())
                .forEach(place -> votes.merge(place, 1, Integer::sum));
        return votes;
    }

    /** The readings taken for places, with their evidence; the longest reading of a stretch that has enough wins. */
    private Map<Mention, Double> accept(
            List<Mention> readings, Evidence evidence, Focus focus, Words words, Lexicon lexicon) {
        var weights = new LinkedHashMap<Mention, Double>();
        var strongest = new HashMap<String, Double>();
        for (Mention mention : readings) {
            double weight = evidence.of(mention, focus);
            weights.put(mention, weight);
            strongest.merge(mention.key(), weight, Math::max);
        }
        Map<Mention, Double> sure = choose(readings, weights);
        var neighbours = new Neighbours(gazetteer, words, lexicon, List.copyOf(sure.keySet()));
        weights.replaceAll((mention, weight) -> weight
                + (strongest.get(mention.key()) > Evidence.ENOUGH + 1 && weight < Evidence.ENOUGH ? NAMED_ELSEWHERE : 0)
                + (neighbours.listed(mention) ? IN_A_ROW : 0)
                + (stated(neighbours, mention) ? 3 : 0));
        return choose(readings, weights);
    }

    private static boolean stated(Neighbours neighbours, Mention mention) {
        return !mention.certain() && neighbours.isStated(mention);
    }

    private static Map<Mention, Double> choose(List<Mention> readings, Map<Mention, Double> weights) {
        var chosen = new LinkedHashMap<Mention, Double>();
        int end = 0;
        for (Mention mention : readings) {
            double weight = weights.get(mention);
            if (mention.from() >= end && weight >= Evidence.ENOUGH) {
                chosen.put(mention, weight);
                end = mention.to();
            }
        }
        return chosen;
    }
}
