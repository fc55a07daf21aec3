package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Schemas.links;
import static org.oqiga.api.ogc.Schemas.map;
import static org.oqiga.api.ogc.Schemas.ref;

import java.util.List;
import java.util.Map;

/** The schemas of what the standard itself describes. */
final class ApiSchemas {

    private static final Map<String, Object> TEXT = map("type", "string");
    private static final Map<String, Object> TEXTS = map("type", "array", "items", TEXT);

    private ApiSchemas() {}

    static Map<String, Object> ofTheStandard() {
        return map(
                "Link",
                object(List.of("href", "rel"), map("href", TEXT, "rel", TEXT, "type", TEXT, "title", TEXT)),
                "Landing",
                object(List.of("links"), map("title", TEXT, "description", TEXT, "links", links())),
                "Conformance",
                object(List.of("conformsTo"), map("conformsTo", TEXTS, "links", links())),
                "Extent",
                extent(),
                "Collection",
                object(
                        List.of("id", "links"),
                        map(
                                "id",
                                TEXT,
                                "title",
                                TEXT,
                                "description",
                                TEXT,
                                "links",
                                links(),
                                "extent",
                                ref("Extent"),
                                "itemType",
                                TEXT,
                                "crs",
                                TEXTS,
                                "storageCrs",
                                TEXT)),
                "Collections",
                object(
                        List.of("links", "collections"),
                        map(
                                "links",
                                links(),
                                "crs",
                                TEXTS,
                                "collections",
                                map("type", "array", "items", ref("Collection")))),
                "Problem",
                object(
                        List.of("title", "status"),
                        map(
                                "type",
                                TEXT,
                                "title",
                                TEXT,
                                "status",
                                map("type", "integer"),
                                "detail",
                                TEXT,
                                "parameter",
                                TEXT)));
    }

    /** A page of features. */
    static Map<String, Object> collection(Map<String, Object> feature) {
        return object(
                List.of("type", "features"),
                map(
                        "type",
                        map("type", "string", "enum", List.of("FeatureCollection")),
                        "features",
                        map("type", "array", "items", feature),
                        "numberMatched",
                        map("type", "integer", "minimum", 0),
                        "numberReturned",
                        map("type", "integer", "minimum", 0),
                        "timeStamp",
                        map("type", "string", "format", "date-time"),
                        "links",
                        links()));
    }

    private static Map<String, Object> extent() {
        var box = map("type", "array", "minItems", 4, "maxItems", 6, "items", map("type", "number"));
        var interval = map(
                "type",
                "array",
                "minItems",
                2,
                "maxItems",
                2,
                "items",
                map("type", "string", "format", "date-time", "nullable", true));
        return map(
                "type",
                "object",
                "properties",
                map(
                        "spatial",
                        map(
                                "type",
                                "object",
                                "properties",
                                map("bbox", map("type", "array", "minItems", 1, "items", box), "crs", TEXT)),
                        "temporal",
                        map(
                                "type",
                                "object",
                                "properties",
                                map("interval", map("type", "array", "minItems", 1, "items", interval), "trs", TEXT))));
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        return map("type", "object", "required", required, "properties", properties);
    }
}
