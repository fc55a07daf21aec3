package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Schemas.map;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;
import org.oqiga.store.Crs;
import org.oqiga.store.Layer;

/** The parameters of the API, each described once. */
final class ApiParameters {

    private ApiParameters() {}

    /** What the features of a layer take, by the names under which they are described. */
    static List<String> names(Layer layer) {
        return ItemsResource.parameters(layer).stream()
                .map(name -> name.equals("properties") ? layer.id() + "-properties" : name)
                .toList();
    }

    static Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        add(
                all,
                "bbox",
                "Only features in this box: four numbers, or six with heights, in the order of the axes of bbox-crs;"
                        + " the first longitude may be greater than the second, across the antimeridian.",
                map("type", "array", "minItems", 4, "maxItems", 6, "items", map("type", "number")));
        add(all, "bbox-crs", "The coordinate reference system of bbox.", crs());
        add(
                all,
                "datetime",
                "Only features whose time meets this one: a day, a moment (RFC 3339), or an interval of two with /"
                        + " between and .. for an open end. Days are those of each place's own calendar.",
                map("type", "string"));
        add(
                all,
                "filter",
                "A condition in CQL2 text over the queryables of the collection, and S_DWITHIN(geometry,"
                        + " POINT(76.9 43.2), 50, 'km') for what is near.",
                map("type", "string"));
        add(
                all,
                "filter-lang",
                "The language of filter.",
                map("type", "string", "enum", List.of("cql2-text"), "default", "cql2-text"));
        add(all, "filter-crs", "The coordinate reference system of the shapes in filter.", crs());
        add(all, "crs", "The coordinate reference system of the answer.", crs());
        add(
                all,
                "limit",
                "The most features of one page.",
                map("type", "integer", "minimum", 1, "maximum", ItemsResource.MANY, "default", ItemsResource.FEW));
        add(all, "cursor", "Where the page begins; as a link to a next page gives it.", map("type", "string"));
        add(
                all,
                "f",
                "The form of the answer; without it, what the client accepts decides.",
                map("type", "string", "enum", List.of("json", "geojson", "html")));
        for (var layer : Layer.values()) {
            var items = map("type", "string", "enum", layer.attributes());
            all.put(
                    layer.id() + "-properties",
                    parameter(
                            "properties",
                            "The attributes to return; without it all.",
                            map("type", "array", "items", items)));
        }
        ofIncidents(all);
        all.put(
                "featureId",
                map(
                        "name",
                        "featureId",
                        "in",
                        "path",
                        "required",
                        true,
                        "description",
                        "The feature's id.",
                        "schema",
                        map("type", "string")));
        return all;
    }

    private static void ofIncidents(Map<String, Object> all) {
        add(all, "type", "Only incidents of these types.", oneOf(IncidentType.values()));
        add(
                all,
                "status",
                "Only incidents that people made this of; without it all but the rejected.",
                oneOf(Status.values()));
        add(
                all,
                "country",
                "Only incidents in these countries, ISO 3166-1 alpha-2.",
                map("type", "array", "items", map("type", "string", "pattern", "^[A-Za-z]{2}$")));
        add(
                all,
                "place",
                "Only incidents at this place or in this region, by its id or one of its names.",
                map("type", "string"));
        add(
                all,
                "q",
                "Only incidents with these words in their titles, quotes, places or actors.",
                map("type", "string"));
        add(
                all,
                "min_confidence",
                "Only incidents that the extraction is so sure of.",
                map("type", "number", "minimum", 0, "maximum", 1));
        add(all, "report", "Only what the report of this name tells.", map("type", "string"));
        add(all, "as_of", "Only what had been published by that day.", map("type", "string", "format", "date"));
    }

    private static Map<String, Object> oneOf(Enum<?>[] values) {
        var labels = Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return map("type", "array", "items", map("type", "string", "enum", labels));
    }

    private static Map<String, Object> crs() {
        return map("type", "string", "format", "uri", "enum", Described.ALL_CRS, "default", Crs.CRS84.uri());
    }

    private static void add(Map<String, Object> all, String name, String description, Map<String, Object> schema) {
        all.put(name, parameter(name, description, schema));
    }

    private static Map<String, Object> parameter(String name, String description, Map<String, Object> schema) {
        return map(
                "name",
                name,
                "in",
                "query",
                "required",
                false,
                "description",
                description,
                "schema",
                schema,
                "style",
                "form",
                "explode",
                false);
    }
}
