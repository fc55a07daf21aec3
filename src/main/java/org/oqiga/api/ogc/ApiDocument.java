package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Schemas.map;
import static org.oqiga.api.ogc.Schemas.ref;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.store.Layer;

/** The API in the words of OpenAPI 3.0: every path with its parameters, every answer with its schema. */
final class ApiDocument {

    private static final String PROBLEM = "application/problem+json";

    private ApiDocument() {}

    static Map<String, Object> of(String root) {
        var paths = new LinkedHashMap<String, Object>();
        paths.put(
                "/", get("landing", "The landing page", "Landing", ref("Landing"), LandingResource.JSON, List.of("f")));
        paths.put(
                "/conformance",
                get(
                        "conformance",
                        "What it conforms to",
                        "Landing",
                        ref("Conformance"),
                        LandingResource.JSON,
                        List.of("f")));
        paths.put(
                "/api",
                get(
                        "api",
                        "This description",
                        "Landing",
                        map("type", "object"),
                        LandingResource.OPENAPI,
                        List.of("f")));
        paths.put(
                "/collections",
                get(
                        "collections",
                        "The collections",
                        "Landing",
                        ref("Collections"),
                        LandingResource.JSON,
                        List.of("f")));
        for (var layer : Layer.values()) {
            layer(layer, paths);
        }
        return map(
                "openapi",
                "3.0.3",
                "info",
                map(
                        "title",
                        LandingResource.TITLE,
                        "description",
                        LandingResource.DESCRIPTION,
                        "version",
                        "0.1",
                        "license",
                        map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
                "servers",
                List.of(map("url", root)),
                "tags",
                tags(),
                "paths",
                paths,
                "components",
                map("parameters", ApiParameters.all(), "schemas", schemas(), "responses", responses()));
    }

    private static List<Map<String, Object>> tags() {
        var tags = new ArrayList<Map<String, Object>>();
        tags.add(map("name", "Landing", "description", "What there is"));
        for (var layer : Layer.values()) {
            tags.add(map("name", layer.title(), "description", layer.description()));
        }
        return tags;
    }

    private static void layer(Layer layer, Map<String, Object> paths) {
        var path = "/collections/" + layer.id();
        var name = Schemas.name(layer);
        paths.put(
                path,
                get(
                        layer.id(),
                        "The collection",
                        layer.title(),
                        ref("Collection"),
                        LandingResource.JSON,
                        List.of("f")));
        paths.put(
                path + "/queryables",
                get(
                        layer.id() + "Queryables",
                        "What a filter may ask for",
                        layer.title(),
                        map("type", "object"),
                        "application/schema+json",
                        List.of("f")));
        paths.put(
                path + "/items",
                get(
                        layer.id() + "Items",
                        "The features of a filter, a page of them",
                        layer.title(),
                        ref(name + "Collection"),
                        ItemsResource.GEOJSON,
                        ApiParameters.names(layer)));
        var one = get(
                layer.id() + "Item",
                "One feature",
                layer.title(),
                ref(name),
                ItemsResource.GEOJSON,
                List.of("featureId", "crs", "f"));
        paths.put(path + "/items/{featureId}", one);
    }

    private static Map<String, Object> get(
            String id, String summary, String tag, Map<String, Object> schema, String type, List<String> parameters) {
        var ok = map(
                "description",
                summary,
                "content",
                map(type, map("schema", schema), "text/html", map("schema", map("type", "string"))));
        if (type.equals(ItemsResource.GEOJSON)) {
            ok.put(
                    "headers",
                    map(
                            "Content-Crs",
                            map("description", "The system of the coordinates", "schema", map("type", "string"))));
        }
        var responses = map("200", ok, "400", response("Mistake"));
        if (parameters.contains("featureId")) {
            responses.put("404", response("Missing"));
        }
        responses.put("406", response("Unacceptable"));
        responses.put("503", response("Unavailable"));
        return map(
                "get",
                map(
                        "operationId",
                        id,
                        "summary",
                        summary,
                        "tags",
                        List.of(tag),
                        "parameters",
                        parameters.stream()
                                .map(each -> map("$ref", "#/components/parameters/" + each))
                                .toList(),
                        "responses",
                        responses));
    }

    private static Map<String, Object> response(String name) {
        return map("$ref", "#/components/responses/" + name);
    }

    private static Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        var words = Map.of(
                "Mistake", "A parameter is wrong; the problem names it and says what would be right",
                "Missing", "There is no such feature",
                "Unacceptable", "There is neither JSON nor HTML that would do",
                "Unavailable", "The store is not answering");
        for (var name : List.of("Mistake", "Missing", "Unacceptable", "Unavailable")) {
            responses.put(
                    name, map("description", words.get(name), "content", map(PROBLEM, map("schema", ref("Problem")))));
        }
        return responses;
    }

    private static Map<String, Object> schemas() {
        var schemas = ApiSchemas.ofTheStandard();
        for (var layer : Layer.values()) {
            schemas.put(Schemas.name(layer), Schemas.feature(layer));
            schemas.put(Schemas.name(layer) + "Collection", ApiSchemas.collection(ref(Schemas.name(layer))));
        }
        schemas.put("Source", Schemas.source());
        schemas.put("Point", Schemas.geometry("Point", 0));
        schemas.put("MultiPoint", Schemas.geometry("MultiPoint", 1));
        schemas.put("MultiPolygon", Schemas.geometry("MultiPolygon", 3));
        return schemas;
    }
}
