package org.oqiga.api;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.oqiga.store.FeatureCollection;

/** The addresses that an answer about incidents names. */
final class Links {

    private Links() {}

    /** This answer, and the same incidents as files. */
    static List<FeatureCollection.Link> of(UriInfo uri) {
        var base = uri.getBaseUri().toString();
        var query = uri.getRequestUri().getRawQuery();
        var filter = query == null ? "" : "?" + query.replaceAll("(^|&)(f|properties)=[^&]*", "$1");
        return List.of(
                new FeatureCollection.Link(
                        "self", MediaTypes.GEOJSON, safe(uri.getRequestUri().toString())),
                new FeatureCollection.Link("alternate", "text/csv", safe(base + "api/export.csv" + filter)),
                new FeatureCollection.Link(
                        "alternate", MediaTypes.GEOJSON_SEQ, safe(base + "api/export.geojsonl" + filter)));
    }

    private static String safe(String address) {
        return address.replace("\\", "%5C").replace("\"", "%22");
    }
}
