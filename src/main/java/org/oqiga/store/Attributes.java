package org.oqiga.store;

import java.util.List;

/** The attributes of features that {@code properties} may pick. */
public final class Attributes {

    private Attributes() {}

    /** Those of an incident that {@code query} picks; none where it picks no subset. */
    public static List<String> picked(Query query) {
        return picked(query, Layer.INCIDENTS);
    }

    /** Those of a layer's features that {@code query} picks; none where it picks no subset. */
    public static List<String> picked(Query query, Layer layer) {
        var picked = query.list("properties");
        for (var name : picked) {
            if (!layer.attributes().contains(name)) {
                throw query.wrong(
                        "properties", "some of " + String.join(", ", layer.attributes()) + ", with commas between");
            }
        }
        return picked;
    }
}
