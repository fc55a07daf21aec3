package org.oqiga.geoparse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/** What a text says of a name by the name beside it: "Paris, Texas", "Aktau in Mangystau", "China's Hunan". */
final class Neighbours {

    private static final int MOST_CONTAINERS = 6;

    private final Gazetteer gazetteer;
    private final Words words;
    private final Lexicon lexicon;
    private final Map<Integer, Mention> starts = new HashMap<>();
    private final Map<Integer, Mention> ends = new HashMap<>();

    Neighbours(Gazetteer gazetteer, Words words, Lexicon lexicon, List<Mention> mentions) {
        this.gazetteer = gazetteer;
        this.words = words;
        this.lexicon = lexicon;
        mentions.forEach(mention -> {
            starts.put(mention.from(), mention);
            ends.put(mention.to(), mention);
        });
    }

    /** The region or country the text puts this bearer of the name in, by the words right beside it. */
    Optional<Place> stated(Mention mention, Place bearer) {
        Optional<Place> behind = behind(mention).flatMap(other -> container(other, bearer));
        return behind.isPresent() ? behind : before(mention).flatMap(other -> container(other, bearer));
    }

    /** Whether the name stands in a row with another one: "A, B and C". */
    boolean listed(Mention mention) {
        int to = mention.to();
        boolean next = to < words.size() && isJoint(to) && (starts.containsKey(to + 1) || starts.containsKey(to + 2));
        int from = mention.from();
        boolean before = from > 0 && isJoint(from - 1) && (ends.containsKey(from - 1) || ends.containsKey(from - 2));
        return next || before;
    }

    private boolean isJoint(int word) {
        return words.printed(word).equals(",") || lexicon.is(Cue.AND, words.folded(word));
    }

    private Optional<Place> container(Mention other, Place bearer) {
        return other.candidates().stream()
                .limit(MOST_CONTAINERS)
                .filter(place -> place.level().compareTo(bearer.level()) > 0
                        || place.level() == PlaceLevel.REGION && bearer.level() == PlaceLevel.REGION)
                .filter(place -> !place.equals(bearer) && gazetteer.contains(place, bearer))
                .findFirst();
    }

    private Optional<Mention> behind(Mention mention) {
        int at = lexicon.after(Cue.PLACE_AFTER, words, mention.to());
        if (at >= words.size()) {
            return Optional.empty();
        }
        String sign = words.printed(at);
        if (sign.equals(",") || sign.equals("(") || lexicon.is(Cue.IN, words.folded(at))) {
            at++;
        } else {
            return Optional.empty();
        }
        for (int skipped = 0; skipped < 3 && at < words.size(); skipped++, at++) {
            Mention other = starts.get(at);
            if (other != null) {
                return Optional.of(other);
            }
            if (words.capital(at) || !words.speaks(at)) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Mention> before(Mention mention) {
        int at = mention.from();
        while (at > 0 && mention.from() - at < 4 && !ends.containsKey(at)) {
            if (words.capital(at - 1)
                    || !(words.speaks(at - 1)
                            || words.printed(at - 1).startsWith("’")
                            || words.printed(at - 1).startsWith("'"))) {
                return Optional.empty();
            }
            at--;
        }
        boolean belongs = at == mention.from()
                || words.printed(at).endsWith("s")
                || lexicon.before(Cue.PART_OF, words, mention.from());
        return belongs ? Optional.ofNullable(ends.get(at)) : Optional.empty();
    }
}
