package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/** Takes the endings off names: "Жаңаөзеннен" and "Жанаозене" are both Zhanaozen. */
final class Inflections {

    private static final int LONGEST_AGREEING = 3;

    /** So many people make a town whose adjective is not some other word. */
    private static final int KNOWN_BY_ADJECTIVE = 20_000;

    private final Gazetteer gazetteer;

    Inflections(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What a stretch could be without endings: the name's own form, its places, or the place it is a demonym of. */
    record Found(String key, Set<Place> places, Optional<Place> demonym, boolean placed) {}

    Found of(Words words, int from, int to, Lexicon lexicon) {
        var places = new LinkedHashSet<Place>();
        Optional<Place> demonym = Optional.empty();
        String key = "";
        boolean placed = false;
        int last = to - 1;
        Set<Endings.Base> lasts = words.speaks(last) ? lexicon.bases(words.folded(last)) : Set.of();
        if (lasts.isEmpty()) {
            return new Found(key, places, demonym, placed);
        }
        for (String head : heads(words, from, last, lexicon)) {
            for (Endings.Base base : lasts) {
                String name = head + base.word();
                List<Place> named = head.isEmpty() && !gazetteer.knows(name) ? List.of() : gazetteer.named(name);
                if (named.isEmpty()) {
                    continue;
                }
                if (base.use() == Endings.Use.DEMONYM) {
                    if (named.get(0).level() == PlaceLevel.TOWN && named.get(0).population() < KNOWN_BY_ADJECTIVE) {
                        // "қоғамдық", public, is no adjective of a village that is called Қоғам
                        continue;
                    }
                    demonym = demonym.isEmpty() ? Optional.of(named.get(0)) : demonym;
                } else {
                    key = key.isEmpty() || places.isEmpty() || better(named, places) ? name : key;
                    places.addAll(named);
                    placed |= base.use() == Endings.Use.PLACE;
                }
            }
        }
        return new Found(key, places, demonym, placed);
    }

    /** The region or district that bears the name with this kind of place behind it. */
    Optional<Mention> withKind(Words words, int from, int to, String kind, Lexicon lexicon) {
        for (String head : heads(words, from, to - 1, lexicon)) {
            var lasts = new ArrayList<String>();
            lasts.add(words.folded(to - 1));
            // "Алматыда және Маңғыстау облысында": what has the case of a place itself asks for no kind behind the next
            // name
            lexicon.bases(words.folded(to - 1)).stream()
                    .filter(base -> base.use() != Endings.Use.PLACE)
                    .forEach(base -> lasts.add(base.word()));
            for (String last : lasts) {
                String name = head + last + " " + kind;
                List<Place> named = gazetteer.named(name);
                if (!named.isEmpty()) {
                    return Optional.of(new Mention(from, to, Gazetteer.fold(name), Mention.Kind.NAME, named, true));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean better(List<Place> named, Set<Place> so) {
        return named.get(0).population() > so.iterator().next().population();
    }

    /** The words before the last one, as they stand, and with their first one's ending off where it agrees with the last. */
    private List<String> heads(Words words, int from, int last, Lexicon lexicon) {
        if (from == last) {
            return List.of("");
        }
        var heads = new ArrayList<String>();
        String rest = words.text().substring(words.end(from), words.start(last));
        if (gazetteer.knows(words.printed(from))) {
            heads.add(words.printed(from) + rest);
        }
        if (last - from < LONGEST_AGREEING) {
            for (Endings.Base base : lexicon.bases(words.folded(from))) {
                if (base.use() != Endings.Use.DEMONYM && gazetteer.knows(base.word())) {
                    heads.add(base.word() + rest);
                }
            }
        }
        return heads;
    }
}
