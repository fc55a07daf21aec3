package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/**
 * The incidents of one type by number and place, so that one more telling is held only against those that it could be: a file of a
 * year's news has tens of thousands.
 */
final class Tellings {

    private final Gazetteer gazetteer;
    private final NavigableSet<Integer> all = new TreeSet<>();
    private final NavigableSet<Integer> headlines = new TreeSet<>();
    private final Map<String, NavigableSet<Integer>> byPlace = new HashMap<>();
    private final Map<String, Place> sites = new LinkedHashMap<>();
    private final Map<String, Place> towns = new LinkedHashMap<>();
    /** The sites in a town, the towns round a site. */
    private final Map<String, List<String>> about = new HashMap<>();

    Tellings(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void add(int number, Draft draft) {
        all.add(number);
        at(draft.place()).add(number);
        if (draft.headline()) {
            headlines.add(number);
        }
    }

    void remove(int number, Draft draft) {
        all.remove(number);
        at(draft.place()).remove(number);
        headlines.remove(number);
    }

    /** The first that is the same as the draft, -1 where none is. */
    int first(Draft draft, IntPredicate same) {
        var here = at(draft.place());
        if (draft.headline()) {
            int least = first(all, Integer.MAX_VALUE, same);
            return least == Integer.MAX_VALUE ? -1 : least;
        }
        int least = first(here, Integer.MAX_VALUE, same);
        least = first(headlines, least, same);
        for (var place : about.getOrDefault(draft.place().id(), List.of())) {
            least = first(byPlace.get(place), least, same);
        }
        return least == Integer.MAX_VALUE ? -1 : least;
    }

    private static int first(NavigableSet<Integer> numbers, int before, IntPredicate same) {
        for (int number : numbers.headSet(before, false)) {
            if (same.test(number)) {
                return number;
            }
        }
        return before;
    }

    private NavigableSet<Integer> at(Place place) {
        return byPlace.computeIfAbsent(place.id(), id -> {
            meet(place);
            return new TreeSet<>();
        });
    }

    private void meet(Place place) {
        boolean site = place.level() == PlaceLevel.SITE;
        if (!site && place.level() != PlaceLevel.TOWN) {
            return;
        }
        (site ? sites : towns).put(place.id(), place);
        for (var other : (site ? towns : sites).values()) {
            if (gazetteer.contains(place, other) || gazetteer.contains(other, place)) {
                about.computeIfAbsent(place.id(), id -> new ArrayList<>()).add(other.id());
                about.computeIfAbsent(other.id(), id -> new ArrayList<>()).add(place.id());
            }
        }
    }
}
