package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/** Parts of countries: "western Kazakhstan", "the west of the country". */
final class Areas {

    private static final double WHOLE_FOR_PART = 0.3;

    private final Gazetteer gazetteer;

    Areas(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Puts areas in the place of the countries they are part of, and adds those that name no country. */
    List<Resolution> widen(List<Resolution> resolutions, Words words, Lexicon lexicon, Focus focus) {
        var widened = new ArrayList<Resolution>();
        for (Resolution resolution : resolutions) {
            widened.add(resolution
                    .place()
                    .filter(place -> place.level() == PlaceLevel.COUNTRY
                            && resolution.toponym().role() != Toponym.Role.DEMONYM)
                    .flatMap(place -> partOf(place, resolution, words, lexicon))
                    .orElse(resolution));
        }
        focus.country()
                .flatMap(gazetteer::country)
                .ifPresent(country -> ofTheCountry(country, words, lexicon, widened));
        widened.sort(Comparator.comparingInt(resolution -> resolution.toponym().start()));
        return List.copyOf(widened);
    }

    private Optional<Resolution> partOf(Place country, Resolution resolution, Words words, Lexicon lexicon) {
        Toponym toponym = resolution.toponym();
        int at = words.wordAt(toponym.start());
        for (int first = Math.max(0, at - 3); first < at; first++) {
            Optional<Lexicon.Direction> direction = direction(words, first, at, lexicon);
            if (direction.isPresent()) {
                int start = words.start(first);
                return area(direction.get(), country)
                        .map(area -> settled(words.text(), start, toponym.end(), toponym.role(), area, country));
            }
        }
        int next = words.wordAt(toponym.end());
        if (next < words.size()
                && lexicon.direction(words, next).filter(d -> !d.adjective()).isPresent()) {
            return area(lexicon.direction(words, next).orElseThrow(), country)
                    .map(area ->
                            settled(words.text(), toponym.start(), words.end(next), toponym.role(), area, country));
        }
        return Optional.empty();
    }

    /** The direction said by the words up to the country: "north-eastern", "west of", "западе". */
    private static Optional<Lexicon.Direction> direction(Words words, int first, int end, Lexicon lexicon) {
        int last = end - 1;
        boolean of = lexicon.is(Cue.OF, words, last);
        String said = Spotter.slice(words, first, of ? Math.max(first + 1, last) : end)
                .toLowerCase(java.util.Locale.ROOT);
        return lexicon.direction(said).filter(direction -> of ? !direction.adjective() && first < last : true);
    }

    private void ofTheCountry(Place country, Words words, Lexicon lexicon, List<Resolution> found) {
        var taken = new BitSet();
        found.forEach(one -> taken.set(one.toponym().start(), one.toponym().end()));
        for (int i = 0; i < words.size(); i++) {
            var direction = lexicon.direction(words, i);
            if (direction.isEmpty() || direction.get().adjective()) {
                continue;
            }
            int from = words.hyphened(i) ? i - 1 : i;
            Optional<Lexicon.Direction> whole = from == i
                    ? direction
                    : lexicon.direction(Spotter.slice(words, from, i + 1).toLowerCase(java.util.Locale.ROOT));
            int to = lexicon.after(Cue.COUNTRY, words, i + 1);
            if (to == i + 1) {
                if (!lexicon.before(Cue.COUNTRY, words, from)) {
                    continue;
                }
                from--;
            }
            int start = words.start(from);
            int end = words.end(to - 1);
            int next = taken.nextSetBit(start);
            if (next < 0 || next >= end) {
                found.add(whole.or(() -> direction)
                        .flatMap(said -> area(said, country))
                        .map(area -> settled(words.text(), start, end, Toponym.Role.LOCATION, area, country))
                        .orElseGet(() -> wholeForPart(words.text().substring(start, end), start, country)));
            }
        }
    }

    private static Resolution wholeForPart(String text, int start, Place country) {
        return new Resolution.Settled(
                new Toponym(text, start, Toponym.Role.LOCATION),
                country,
                WHOLE_FOR_PART,
                "a part of " + country.name() + " that the gazetteer does not know, so the whole of it stands for it",
                List.of());
    }

    private Optional<Place> area(Lexicon.Direction direction, Place country) {
        return gazetteer.named(direction.english() + " " + country.name()).stream()
                .filter(place ->
                        place.level() == PlaceLevel.REGION && !place.id().startsWith("admin2:"))
                .findFirst();
    }

    private static Resolution settled(String text, int start, int end, Toponym.Role role, Place area, Place country) {
        return new Resolution.Settled(
                new Toponym(text.substring(start, end), start, role),
                area,
                0.9,
                "a part of " + country.name() + " by its direction",
                List.of());
    }
}
