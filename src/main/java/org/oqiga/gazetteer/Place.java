package org.oqiga.gazetteer;

/**
 * A place of the gazetteer.
 *
 * @param id {@code geonames:…}, {@code admin1:…}, {@code country:…} or {@code oqiga:…}
 * @param at its middle, lon and lat
 * @param population 0 where it is not known
 * @param radiusKm how far off its middle something in it may be
 */
public record Place(
        String id, Names names, PlaceLevel level, Spot at, Parents parents, long population, double radiusKm) {

    // the id tells places apart
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The English name. */
    public String name() {
        return names.english();
    }
}
