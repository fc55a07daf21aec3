package org.oqiga.api;

/** What the answers are called. */
final class MediaTypes {

    static final String JSON = "application/json";
    static final String GEOJSON = "application/geo+json";
    static final String GEOJSON_SEQ = "application/geo+json-seq";
    static final String CSV = "text/csv; charset=UTF-8; header=present";

    static final String MVT = "application/vnd.mapbox-vector-tile";

    private MediaTypes() {}
}
