package org.oqiga.cli.evaluation;

import java.util.Locale;
import org.oqiga.gazetteer.PlaceLevel;

/** How large a place is, as coarsely as gold tells it, and how far from it an incident may be and still be there. */
public enum Breadth {
    TOWN(30),
    REGION(300),
    COUNTRY(600);

    private final double toleranceKm;

    Breadth(double toleranceKm) {
        this.toleranceKm = toleranceKm;
    }

    static Breadth of(PlaceLevel level) {
        return switch (level) {
            case SITE, DISTRICT, TOWN -> TOWN;
            case REGION -> REGION;
            case COUNTRY -> COUNTRY;
        };
    }

    static Breadth of(String label) {
        return of(PlaceLevel.valueOf(label.toUpperCase(Locale.ROOT)));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    double toleranceKm() {
        return toleranceKm;
    }
}
