package org.oqiga.store;

import java.util.List;
import java.util.stream.Stream;
import org.oqiga.incident.IncidentCsv;

/** The attributes of an incident that {@code properties} may pick. */
public final class Attributes {

    static final List<String> ALL =
            Stream.concat(IncidentCsv.PROPERTIES.stream(), Stream.of("sources")).toList();

    private Attributes() {}

    /** Those that {@code query} picks; none where it picks no subset. */
    public static List<String> picked(Query query) {
        var picked = query.list("properties");
        for (var name : picked) {
            if (!ALL.contains(name)) {
                throw query.wrong("properties", "some of " + String.join(", ", ALL) + ", with commas between");
            }
        }
        return picked;
    }
}
