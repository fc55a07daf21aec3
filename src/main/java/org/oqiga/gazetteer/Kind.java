package org.oqiga.gazetteer;

/** What a row of the gazetteer's files is; finer than its level, because a place finds its region by it. */
enum Kind {
    COUNTRY(PlaceLevel.COUNTRY),
    ADMIN1(PlaceLevel.REGION),
    ADMIN2(PlaceLevel.REGION),
    AREA(PlaceLevel.REGION),
    CAPITAL(PlaceLevel.TOWN),
    TOWN(PlaceLevel.TOWN),
    /** A city that is a region of its own, such as Almaty. */
    CITY_REGION(PlaceLevel.TOWN),
    DISTRICT(PlaceLevel.DISTRICT),
    SITE(PlaceLevel.SITE);

    private static final Kind[] ALL = values();

    final PlaceLevel level;

    Kind(PlaceLevel level) {
        this.level = level;
    }

    static Kind of(byte code) {
        return ALL[code];
    }

    /** Reads a feature code of GeoNames or a word of ours. */
    static Kind parse(String word) {
        return switch (word) {
            case "country" -> COUNTRY;
            case "admin1", "region" -> ADMIN1;
            case "admin2" -> ADMIN2;
            case "area" -> AREA;
            case "district", "PPLX" -> DISTRICT;
            case "site" -> SITE;
            case "PPLC" -> CAPITAL;
            default -> TOWN;
        };
    }

    /** How prominent a place of so many people is; a name's bearers are told in this order. */
    double prominence(long population) {
        double people = population + 100.0;
        return switch (this) {
            case COUNTRY -> 1e11 + people;
            case ADMIN1 -> 0.15 * people;
            case ADMIN2 -> 0.03 * people;
            case CAPITAL -> 1e6 + people;
            case DISTRICT -> 0.5 * people;
            case AREA, TOWN, CITY_REGION, SITE -> people;
        };
    }
}
