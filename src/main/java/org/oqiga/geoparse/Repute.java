package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.List;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/**
 * How well known each bearer of a name is by it, whatever stands around the name. Worked out with the name, which comes again in a
 * report and in others.
 *
 * @param called which of the bearers are mainly called so, not only also
 * @param priors how likely the name is to mean each, in decimal orders of population
 * @param fame how well each is known by the name, in the same
 */
record Repute(BitSet called, double[] priors, double[] fame) {

    private static final long WELL_KNOWN = 100_000;

    static Repute of(String key, Mention.Kind kind, int length, List<Place> bearers) {
        var called = called(key, bearers);
        var priors = new double[bearers.size()];
        var fame = new double[bearers.size()];
        for (int i = 0; i < priors.length; i++) {
            Place place = bearers.get(i);
            priors[i] = prior(place, length, called.get(i)) + (kind == Mention.Kind.MISSPELT ? -1 : 0);
            fame[i] = fame(place, length) + byName(place, called.get(i), key, called, bearers);
        }
        return new Repute(called, priors, fame);
    }

    private static BitSet called(String key, List<Place> bearers) {
        var called = new BitSet();
        for (int i = 0; i < bearers.size(); i++) {
            Place place = bearers.get(i);
            String name = Gazetteer.fold(place.name());
            boolean region = place.id().startsWith("admin1:");
            called.set(
                    i,
                    key.equals(name)
                            || region && name.startsWith(key + " ")
                            || key.equals(Gazetteer.fold(place.names().local())));
        }
        return called;
    }

    /** How likely a name is to mean this place before anything is read around it. */
    private static double prior(Place place, int length, boolean isCalled) {
        double people = Math.log10(place.population() + 100.0) - 2;
        double level =
                switch (place.level()) {
                    case COUNTRY -> 6;
                    case REGION -> region(place, length, people);
                    case DISTRICT -> people - 0.5;
                    case TOWN -> people;
                    case SITE -> 2.6;
                };
        double called =
                isCalled || place.level() == PlaceLevel.COUNTRY ? 0 : place.population() >= 1_000_000 ? -0.5 : -1.5;
        return level + called + (length > 1 ? 1 : 0);
    }

    private static double region(Place place, int length, double people) {
        if (place.id().startsWith("admin2:")) {
            return length > 1 ? 3.5 : people - 1.5;
        }
        return place.id().startsWith("admin1:") ? Math.max(3, people) : 4;
    }

    private static double fame(Place place, int length) {
        double people = Math.log10(place.population() + 100.0);
        return switch (place.level()) {
            case COUNTRY -> 9;
            case REGION -> place.id().startsWith("admin2:")
                    ? people - (length > 1 ? 0.3 : 1.5)
                    : place.id().startsWith("admin1:") ? 0.95 * people : 6;
            case TOWN -> people + (place.population() > 1_000_000 ? 1 : 0.5);
            case DISTRICT -> people - 0.2;
            case SITE -> 4;
        };
    }

    /** A name that is not the place's own weighs less, and least beside a place of the country whose own it is. */
    private static double byName(Place place, boolean isCalled, String key, BitSet called, List<Place> bearers) {
        if (isNamesake(place, key, called, bearers)) {
            return -1;
        }
        if (isCalled || place.level() == PlaceLevel.COUNTRY) {
            return 0;
        }
        return isOutdone(place, called, bearers) ? -1.2 : place.population() >= WELL_KNOWN ? -0.4 : -1;
    }

    /** A region called after its town needs its kind said: "Turkistan" is the town, "Turkistan Region" the region. */
    private static boolean isNamesake(Place place, String key, BitSet called, List<Place> bearers) {
        if (!place.id().startsWith("admin1:") || key.equals(Gazetteer.fold(place.name()))) {
            return false;
        }
        for (int i = called.nextSetBit(0); i >= 0; i = called.nextSetBit(i + 1)) {
            Place town = bearers.get(i);
            if (town.level() == PlaceLevel.TOWN && town.parents().admin1Id().equals(place.id())) {
                return true;
            }
        }
        return false;
    }

    /** Whether another bearer in the same country is mainly called so. */
    private static boolean isOutdone(Place place, BitSet called, List<Place> bearers) {
        for (int i = called.nextSetBit(0); i >= 0; i = called.nextSetBit(i + 1)) {
            if (bearers.get(i).parents().country().equals(place.parents().country())) {
                return true;
            }
        }
        return false;
    }
}
