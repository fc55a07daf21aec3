package org.oqiga.geoparse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/** What a text says of a name by the name beside it: "Paris, Texas", "Aktau in Mangystau", "China's Hunan". */
final class Neighbours {

    private static final int MOST_CONTAINERS = 6;
    private static final double REGION_SAID = 3;
    private static final int LONGEST_ROW = 20;

    private final Gazetteer gazetteer;
    private final Words words;
    private final Lexicon lexicon;
    /** By the word that they begin with, and by the one behind them. */
    private final @Nullable Mention[] starts;

    private final @Nullable Mention[] ends;

    Neighbours(Gazetteer gazetteer, Words words, Lexicon lexicon, List<Mention> mentions) {
        this.gazetteer = gazetteer;
        this.words = words;
        this.lexicon = lexicon;
        this.starts = new Mention[words.size() + 2];
        this.ends = new Mention[words.size() + 2];
        mentions.forEach(mention -> {
            starts[mention.from()] = mention;
            ends[mention.to()] = mention;
        });
    }

    /** The regions and countries the words right beside a name put its bearers in, by the bearer's id. */
    Map<String, Place> stated(Mention mention) {
        Optional<Mention> behind = behind(mention);
        Optional<Mention> before = before(mention);
        if (behind.isEmpty() && before.isEmpty()) {
            return Map.of();
        }
        var stated = new HashMap<String, Place>();
        for (Place bearer : mention.candidates()) {
            behind.flatMap(other -> container(mention, other, bearer))
                    .or(() -> before.flatMap(other -> container(mention, other, bearer)))
                    .ifPresent(outer -> stated.put(bearer.id(), outer));
        }
        return stated;
    }

    /** Whether they put any of its bearers somewhere. */
    boolean isStated(Mention mention) {
        var behind = behind(mention);
        var before = before(mention);
        for (Place bearer : mention.candidates()) {
            if (behind.isPresent() && container(mention, behind.get(), bearer).isPresent()
                    || before.isPresent()
                            && container(mention, before.get(), bearer).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name stands in a row with another one: "A, B and C". */
    boolean listed(Mention mention) {
        int to = mention.to();
        boolean next = to < words.size() && isJoint(to) && (starts[to + 1] != null || starts[to + 2] != null);
        int from = mention.from();
        boolean before =
                from > 0 && isJoint(from - 1) && (ends[from - 1] != null || from > 1 && ends[from - 2] != null);
        return next || before;
    }

    private boolean isJoint(int word) {
        return words.printed(word).equals(",") || lexicon.is(Cue.AND, words, word);
    }

    private Optional<Place> container(Mention mention, Mention other, Place bearer) {
        Place first =
                mention.candidates().isEmpty() ? bearer : mention.candidates().get(0);
        int most = Math.min(MOST_CONTAINERS, other.candidates().size());
        for (int i = 0; i < most; i++) {
            Place place = other.candidates().get(i);
            boolean larger = place.level().compareTo(bearer.level()) > 0
                    || place.level() == PlaceLevel.REGION && bearer.level() == PlaceLevel.REGION;
            if (larger
                    && (other.certain() || !isPeer(first, place))
                    && !place.equals(bearer)
                    && gazetteer.contains(place, bearer)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** What a word right behind says of the level: "Washington state" is the region. */
    double levelSaid(Mention mention, Place bearer) {
        boolean region = bearer.id().startsWith("admin1:");
        boolean said = region
                && (lexicon.after(Cue.REGION_AFTER, words, mention.to()) > mention.to()
                        || lexicon.before(Cue.REGION_BEFORE, words, rowStart(mention))
                        || lexicon.after(Cue.REGIONS_AFTER, words, rowEnd(mention)) > rowEnd(mention));
        return said ? REGION_SAID : 0;
    }

    /** Where the row begins that the name stands in: "the regions of A, B and C". */
    private int rowStart(Mention mention) {
        int from = mention.from();
        for (int names = 0; names < LONGEST_ROW && from > 0; names++) {
            int joint = from;
            while (joint > 0 && (isJoint(joint - 1) || words.folded(joint - 1).equals("the"))) {
                joint--;
            }
            Mention before = joint < from ? ends[joint] : null;
            if (before == null) {
                break;
            }
            from = before.from();
        }
        return from;
    }

    /** Where the row ends that the name stands in: "A, B and C regions". */
    private int rowEnd(Mention mention) {
        int to = mention.to();
        for (int names = 0; names < LONGEST_ROW && to < words.size(); names++) {
            int joint = to;
            while (joint < words.size() && isJoint(joint)) {
                joint++;
            }
            Mention next = joint > to ? starts[joint] : null;
            if (next == null) {
                break;
            }
            to = next.to();
        }
        return to;
    }

    /** Two states or two countries beside each other stand in a row, neither in the other. */
    private static boolean isPeer(Place one, Place other) {
        boolean whole = one.level() == PlaceLevel.COUNTRY || one.id().startsWith("admin1:");
        return whole && one.level() == other.level();
    }

    /** The region or country that follows after a comma, whether the gazetteer knows the name in it or not. */
    Optional<Place> claimed(Mention mention) {
        int to = mention.to();
        if (to >= words.size() || !words.printed(to).equals(",")) {
            return Optional.empty();
        }
        return Optional.ofNullable(starts[to + 1])
                .filter(other -> other.kind() == Mention.Kind.ALIAS || other.kind() == Mention.Kind.NAME)
                .flatMap(other -> other.candidates().stream().findFirst())
                .filter(place ->
                        place.level() == PlaceLevel.COUNTRY || place.id().startsWith("admin1:"));
    }

    /** Whether a preposition of place or a line's start stands before the name. */
    boolean placed(Mention mention) {
        int from = mention.from();
        return from == 0
                || lexicon.before(Cue.IN, words, from)
                || lexicon.before(Cue.TOWARD, words, from)
                || lexicon.before(Cue.PART_OF, words, from)
                || words.sentence(from) != words.sentence(from - 1);
    }

    private Optional<Mention> behind(Mention mention) {
        int at = lexicon.after(Cue.PLACE_AFTER, words, mention.to());
        if (at >= words.size()) {
            return Optional.empty();
        }
        String sign = words.printed(at);
        if (sign.equals(",") || sign.equals("(") || lexicon.is(Cue.IN, words, at)) {
            at++;
        } else {
            return Optional.empty();
        }
        for (int skipped = 0; skipped < 3 && at < words.size(); skipped++, at++) {
            Mention other = starts[at];
            if (other != null) {
                return Optional.of(other);
            }
            if (words.capital(at) || !words.speaks(at)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** "China's Hunan", "the Hunan city of Yueyang", "Kyrgyzstan Bishkek". */
    private Optional<Mention> before(Mention mention) {
        int at = mention.from();
        if (lexicon.before(Cue.PART_OF, words, at)) {
            while (at > 0 && mention.from() - at < 3 && words.speaks(at - 1) && !words.capital(at - 1)) {
                at--;
            }
        }
        if (at > 0 && words.joined(at - 1) && words.folded(at - 1).startsWith("'")) {
            at--;
        }
        return Optional.ofNullable(ends[at]);
    }
}
