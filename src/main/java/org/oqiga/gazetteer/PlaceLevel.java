package org.oqiga.gazetteer;

import java.util.Locale;

/** How large a place is, from a building to a country. */
public enum PlaceLevel {
    SITE,
    DISTRICT,
    TOWN,
    REGION,
    COUNTRY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
