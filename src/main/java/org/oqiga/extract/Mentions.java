package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.gazetteer.Place;
import org.oqiga.geoparse.Resolution;
import org.oqiga.geoparse.Toponym.Role;

/** The places a text names, by word, and the country it is about. */
final class Mentions {

    /** A second country counts as one the report is about from this share of the names on. */
    private static final double ALSO_ABOUT = 0.4;

    private final List<Mention> all;
    private final Map<String, Double> weights = new HashMap<>();
    private final String country;

    private Mentions(List<Mention> all, int words) {
        this.all = all;
        for (var mention : all) {
            double weight =
                    switch (mention.role()) {
                        case LOCATION -> mention.isCountry() ? 2 : 1.5;
                        case DEMONYM -> 1;
                        case SEAT, DATELINE -> 0.5;
                        case BYLINE -> 0;
                    };
            boolean inLede = mention.from() < Math.min(60, words / 3);
            weights.merge(mention.place().parents().country(), inLede ? 2 * weight : weight, Double::sum);
        }
        this.country = weights.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    static Mentions of(Tagged text, List<Resolution> resolutions) {
        List<Mention> all = new ArrayList<>();
        for (var resolution : resolutions) {
            if (resolution instanceof Resolution.Settled settled) {
                var toponym = settled.toponym();
                int from = text.words().wordAt(toponym.start());
                int to = Math.max(from + 1, text.words().wordAt(toponym.end()));
                all.add(new Mention(settled.where(), toponym.role(), from, to, settled.confidence()));
            }
        }
        all.sort(Comparator.comparingInt(Mention::from));
        return new Mentions(all, text.size());
    }

    /** The country the report is about as ISO code; empty where it names none. */
    String country() {
        return country;
    }

    /** Whether the report is about the country the place lies in. */
    boolean about(Place place) {
        String of = place.parents().country();
        return of.isEmpty()
                || of.equals(country)
                || weights.getOrDefault(of, 0.0) >= ALSO_ABOUT * weights.getOrDefault(country, 0.0) * 2;
    }

    /** The mentions within words {@code from} to {@code to}, the last excluded. */
    List<Mention> within(int from, int to) {
        List<Mention> found = new ArrayList<>();
        for (var mention : all) {
            if (mention.from() >= from && mention.from() < to) {
                found.add(mention);
            }
        }
        return found;
    }

    /** Whether something may have happened there: it is named as a location, or its name marks something in it. */
    boolean usable(Mention mention) {
        return mention.role() == Role.LOCATION
                || (!mention.isCountry() && mention.role() != Role.BYLINE && mention.role() != Role.DATELINE
                        && about(mention.place()));
    }

    /** The last place smaller than a country that is named within the words and belongs to the report's country. */
    Optional<Place> lastLocal(int from, int to) {
        Optional<Place> last = Optional.empty();
        for (var mention : within(from, to)) {
            if (usable(mention) && !mention.isCountry() && about(mention.place())) {
                last = Optional.of(mention.place());
            }
        }
        return last;
    }
}
