package org.oqiga.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** The towns and sites a report names, how much of it each is, and so which one the report is about. */
final class Towns {

    /** The share of the local names that makes a town the one a report is about. */
    private static final double MAIN = 0.6;

    private static final double USUAL = 0.3;

    /** The letters of a name that its cases share, and the most that a case has: "Алматы-дағы". */
    private static final int STEM = 4;

    private static final int CASE = 4;

    /** The names as the text has them. */
    private final Map<Place, Double> named = new LinkedHashMap<>();

    /** The same with those of the title, and with the sites counted for their towns. */
    private final Map<Place, Double> towns = new LinkedHashMap<>();

    private final Set<Place> inTitle = new HashSet<>();
    private final Gazetteer gazetteer;

    Towns(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void add(Place place, double times, boolean titled) {
        named.merge(place, times, Double::sum);
        towns.merge(place, times, Double::sum);
        if (titled) {
            inTitle.add(place);
        }
    }

    /** Adds the towns of the title, and counts a square, an airport or a district for the town it lies in, where that is named as well. */
    void head(List<Place> titled, double times) {
        for (var place : titled) {
            towns.merge(place, times, Double::sum);
            inTitle.add(place);
        }
        var sites = towns.keySet().stream()
                .filter(place -> place.level() == PlaceLevel.SITE
                        || place.level() == PlaceLevel.DISTRICT && !inTitle.contains(place))
                .toList();
        for (var site : sites) {
            towns.keySet().stream()
                    .filter(town -> town.level() == PlaceLevel.TOWN && gazetteer.contains(town, site))
                    .findFirst()
                    .ifPresent(town -> countFor(town, site));
        }
    }

    private void countFor(Place town, Place site) {
        towns.merge(town, towns.getOrDefault(site, 0.0), Double::sum);
        towns.remove(site);
        if (inTitle.remove(site)) {
            inTitle.add(town);
        }
    }

    /** The town of the title that is named most, else the one that most of the names mean, where there is one. */
    Optional<Place> main(Predicate<Place> about) {
        var titled = inTitle.stream()
                .filter(about)
                .sorted(Comparator.comparing((Place place) -> -towns.getOrDefault(place, 0.0)))
                .toList();
        boolean first = titled.size() == 1
                || titled.size() > 1 && towns.get(titled.get(0)) > towns.getOrDefault(titled.get(1), 0.0);
        if (first) {
            return Optional.of(titled.get(0));
        }
        double sum = towns.values().stream().mapToDouble(Double::doubleValue).sum();
        return towns.entrySet().stream()
                .filter(entry -> entry.getValue() >= MAIN * sum && entry.getValue() >= 2)
                .map(Map.Entry::getKey)
                .filter(about)
                .findFirst();
    }

    /** The town that is named most, where a good part of the names mean it. */
    Optional<Place> usual(Predicate<Place> about) {
        double sum = named.values().stream().mapToDouble(Double::doubleValue).sum();
        return named.entrySet().stream()
                .filter(entry -> entry.getValue() >= USUAL * sum && entry.getValue() >= 3 && about.test(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** Whether the title has the name, in whatever case: "Тараз неделю спустя" and "в Таразе", "Таразда". */
    static boolean titled(String title, String name) {
        if (title.contains(name)) {
            return true;
        }
        for (int at = title.indexOf(name.charAt(0)); at >= 0; at = title.indexOf(name.charAt(0), at + 1)) {
            boolean opens = at == 0 || !Character.isLetter(title.charAt(at - 1));
            if (opens && sameStem(title, at, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameStem(String title, int at, String name) {
        int same = 1;
        while (same < name.length() && at + same < title.length() && title.charAt(at + same) == name.charAt(same)) {
            same++;
        }
        int end = at + same;
        while (end < title.length() && Character.isLetter(title.charAt(end))) {
            end++;
        }
        return same >= STEM && name.length() - same <= CASE && end - at - same <= CASE;
    }
}
