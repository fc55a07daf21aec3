package org.oqiga.extract;

import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.geoparse.Toponym.Role;

/** A resolved name of a place among the words: words {@code from} to {@code to}, the last excluded. */
record Mention(Place place, Role role, int from, int to, double confidence) {

    boolean isCountry() {
        return place.level() == PlaceLevel.COUNTRY;
    }
}
