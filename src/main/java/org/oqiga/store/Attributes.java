package org.oqiga.store;

import java.util.List;

/** The attributes of an incident that {@code properties} may pick. */
public final class Attributes {

    static final List<String> ALL = List.of(
            "title",
            "type",
            "start",
            "end",
            "time_precision",
            "in_force_until",
            "place",
            "place_local",
            "place_id",
            "place_level",
            "admin1",
            "country",
            "uncertainty_km",
            "actors",
            "assertion",
            "deaths",
            "deaths_low",
            "deaths_high",
            "injured",
            "injured_low",
            "injured_high",
            "arrested",
            "arrested_low",
            "arrested_high",
            "confidence",
            "status",
            "reports",
            "first_published",
            "acled_event_type",
            "acled_sub_event_type",
            "plover",
            "sources");

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
