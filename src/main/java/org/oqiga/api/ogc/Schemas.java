package org.oqiga.api.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oqiga.store.Layer;
import org.oqiga.store.cql.Queryable;

/** What values look like, in the words of JSON Schema. */
final class Schemas {

    static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private static final List<String> DAYS = List.of("in_force_until", "first_published", "published");

    private Schemas() {}

    /** A map of the pairs, in their order. */
    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** What a filter may ask for, as a schema of its own. */
    static Map<String, Object> queryables(Layer layer, String address) {
        var properties = new LinkedHashMap<String, Object>();
        for (var each : layer.queryables()) {
            var schema = value(each);
            schema.put("title", each.description());
            properties.put(each.name(), schema);
        }
        return map(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                address,
                "type",
                "object",
                "title",
                layer.title(),
                "description",
                "What a filter may ask of " + layer.id(),
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    private static Map<String, Object> value(Queryable queryable) {
        return switch (queryable.kind()) {
            case TEXT -> queryable.values().isEmpty()
                    ? map("type", "string")
                    : map("type", "string", "enum", queryable.values());
            case WHOLE -> map("type", "integer");
            case NUMBER -> map("type", "number");
            case TIME -> map("type", "string", "format", queryable.name().equals("received") ? "date-time" : "date");
            case GEOMETRY -> map("format", "geometry-any", "x-ogc-role", "primary-geometry");
        };
    }

    /** The schema of a layer's features, for OpenAPI 3.0. */
    static Map<String, Object> feature(Layer layer) {
        var properties = new LinkedHashMap<String, Object>();
        for (var name : layer.attributes()) {
            properties.put(
                    name,
                    layer.queryables().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .map(Schemas::attribute)
                            .orElseGet(() -> other(name)));
        }
        if (layer == Layer.INCIDENTS) {
            properties.put("actors", map("type", "array", "items", map("type", "string")));
        }
        return map(
                "type",
                "object",
                "required",
                List.of("type", "id", "geometry", "properties"),
                "properties",
                map(
                        "type",
                        map("type", "string", "enum", List.of("Feature")),
                        "id",
                        map("type", "string"),
                        "geometry",
                        ref(layer.shape()),
                        "properties",
                        map("type", "object", "properties", properties),
                        "links",
                        links()));
    }

    private static Map<String, Object> attribute(Queryable queryable) {
        var schema = value(queryable);
        boolean dayOrMoment = queryable.kind() == Queryable.Kind.TIME
                && !DAYS.contains(queryable.name())
                && !queryable.name().equals("received");
        if (dayOrMoment) {
            schema.remove("format");
        }
        if (queryable.values().isEmpty()) {
            schema.put("nullable", true);
        }
        schema.put("description", queryable.description());
        return schema;
    }

    private static Map<String, Object> other(String name) {
        return name.equals("sources")
                ? map(
                        "type",
                        "array",
                        "description",
                        "The sentences it rests on",
                        "items",
                        map("$ref", "#/components/schemas/Source"))
                : map("type", "string", "nullable", true, "description", "Its equivalent in another vocabulary");
    }

    /** A sentence that an incident rests on. */
    static Map<String, Object> source() {
        var properties = new LinkedHashMap<String, Object>();
        for (var text :
                List.of("report", "title", "url", "published", "quote", "attribution", "assertion", "victims")) {
            properties.put(text, map("type", "string", "nullable", true));
        }
        for (var number : List.of("start", "end", "deaths", "injured", "arrested")) {
            properties.put(number, map("type", "integer", "nullable", true));
        }
        return map("type", "object", "properties", properties);
    }

    static Map<String, Object> links() {
        return map("type", "array", "items", ref("Link"));
    }

    static Map<String, Object> ref(String schema) {
        return map("$ref", "#/components/schemas/" + schema);
    }

    /** A geometry whose coordinates lie so many lists deep. */
    static Map<String, Object> geometry(String type, int depth) {
        Map<String, Object> coordinates = map("type", "number");
        for (int i = 0; i <= depth; i++) {
            coordinates = i == 0
                    ? map("type", "array", "minItems", 2, "items", coordinates)
                    : map("type", "array", "items", coordinates);
        }
        return map(
                "type",
                "object",
                "nullable",
                true,
                "required",
                List.of("type", "coordinates"),
                "properties",
                map("type", map("type", "string", "enum", List.of(type)), "coordinates", coordinates));
    }

    static String name(Layer layer) {
        var id = layer.id();
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1, id.length() - 1);
    }
}
