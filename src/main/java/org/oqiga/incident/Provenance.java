package org.oqiga.incident;

/**
 * What whoever finds a file of incidents wants to know of it.
 *
 * @param query which incidents it holds, as the service was asked for them
 */
public record Provenance(String query) {

    /** What may be done with it. */
    public static final String LICENCE =
            "Places: GeoNames, CC BY 4.0 (https://www.geonames.org). Quotes belong to their publishers.";
}
