package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** Where a report is set, told by the names that are beyond doubt. */
final class Focus {

    static final Focus NONE = new Focus(Map.of(), Map.of(), List.of());

    private static final double COUNTRY_WEIGHT = 3.5;
    private static final double REGION_WEIGHT = 2;
    private static final double NEARBY_WEIGHT = 1.5;
    private static final double NEARBY_KM = 120;
    private static final int MOST_NEARBY = 60;
    private static final double EVIDENCE_WEIGHT = 0.35;
    /** {@link #support} is never more. */
    static final double MOST_SUPPORT = EVIDENCE_WEIGHT * (COUNTRY_WEIGHT + REGION_WEIGHT + NEARBY_WEIGHT);

    private final Map<String, Double> countries;
    private final Map<String, Double> regions;
    private final Nearby nearby;
    // the way to every town is long to reckon, and each bearer of a name is asked for again
    private final Map<Place, Double> pulls = new HashMap<>();

    private Focus(Map<String, Double> countries, Map<String, Double> regions, List<Place> towns) {
        this.countries = countries;
        this.regions = regions;
        this.nearby = new Nearby(towns);
    }

    /** Counts places with how often they were named. */
    static Focus on(Map<Place, Integer> named) {
        var countries = new HashMap<String, Double>();
        var regions = new HashMap<String, Double>();
        var towns = new ArrayList<Place>();
        named.forEach((place, times) -> {
            double weight = Math.sqrt(times);
            if (!place.parents().country().isEmpty() || place.level() == PlaceLevel.COUNTRY) {
                countries.merge(country(place), weight, Double::sum);
            }
            String region = region(place);
            if (!region.isEmpty()) {
                regions.merge(region, weight, Double::sum);
            }
            if ((place.level().compareTo(PlaceLevel.REGION) < 0 || place.id().startsWith("admin2:"))
                    && towns.size() < MOST_NEARBY) {
                towns.add(place);
            }
        });
        share(countries);
        share(regions);
        return new Focus(countries, regions, towns);
    }

    private static void share(Map<String, Double> weights) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((key, weight) -> weight / Math.max(1, total));
    }

    static String country(Place place) {
        return place.level() == PlaceLevel.COUNTRY
                ? place.id().substring(place.id().indexOf(':') + 1)
                : place.parents().country();
    }

    static String region(Place place) {
        return place.id().startsWith("admin1:") ? place.id() : place.parents().admin1Id();
    }

    /** The country most of the names lie in. */
    Optional<String> country() {
        return countries.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    boolean isEmpty() {
        return countries.isEmpty();
    }

    double countryShare(Place place) {
        return countries.getOrDefault(country(place), 0.0);
    }

    double regionShare(Place place) {
        return regions.getOrDefault(region(place), 0.0);
    }

    /** How much the rest of the report speaks for this bearer of a name. */
    double pull(Place place) {
        return isEmpty() && nearby.isEmpty() && regions.isEmpty() ? 0 : pulls.computeIfAbsent(place, this::reckon);
    }

    private double reckon(Place place) {
        double pull = COUNTRY_WEIGHT * countryShare(place);
        if (place.level() != PlaceLevel.COUNTRY) {
            pull += REGION_WEIGHT * Math.min(1, 2 * regionShare(place));
        }
        if (place.level() != PlaceLevel.COUNTRY && !place.id().startsWith("admin1:")) {
            pull += NEARBY_WEIGHT * Math.exp(-nearby.kmTo(place) / NEARBY_KM);
        }
        return pull;
    }

    /** What the rest of the report adds to the evidence that a word is a name at all. */
    double support(Place place) {
        return place.level() == PlaceLevel.COUNTRY ? 0 : EVIDENCE_WEIGHT * pull(place);
    }
}
