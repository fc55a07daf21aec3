package org.oqiga.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.CorrectionJson;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;

/** Says what stood and what stands in the fields that a change is about, for the history. */
final class Fields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIGURES = List.of("deaths", "injured", "arrested");

    private final IncidentJson written;

    Fields(Function<Place, ZoneId> zones) {
        this.written = new IncidentJson(zones);
    }

    static ObjectNode none() {
        return JSON.createObjectNode();
    }

    /** The fields in which two corrections differ. */
    static List<String> changed(JsonNode before, JsonNode after) {
        return CorrectionJson.FIELDS.stream()
                .filter(field -> !before.path(field).equals(after.path(field)))
                .toList();
    }

    /** Those of a correction, null where it has none. */
    static ObjectNode of(JsonNode correction, List<String> fields) {
        var values = none();
        fields.forEach(field -> values.set(field, correction.get(field)));
        return values;
    }

    /** Those of an incident as it is, corrections in place. */
    ObjectNode of(Incident exact, JsonNode correction, List<String> fields) {
        var feature = feature(exact);
        var facts = feature.path("properties");
        var values = none();
        for (var field : fields) {
            if (FIGURES.contains(field)) {
                values.set(field, figure(facts, field));
            } else if (field.equals("coordinates")) {
                values.set(field, feature.at("/geometry/coordinates"));
            } else {
                // what the public is shown stands in the correction alone
                values.set(field, facts.has(field) ? facts.get(field) : correction.get(field));
            }
            if (field.equals("place_id")) {
                values.set("place", facts.get("place"));
            }
        }
        return values;
    }

    private JsonNode feature(Incident incident) {
        try {
            return JSON.readTree(written.toJson(incident));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we have written cannot be read", e);
        }
    }

    private static JsonNode figure(JsonNode facts, String name) {
        if (!facts.hasNonNull(name)) {
            return JSON.nullNode();
        }
        var figure = none();
        figure.set("low", facts.get(name + "_low"));
        figure.set("best", facts.get(name));
        figure.set("high", facts.get(name + "_high"));
        return figure;
    }
}
