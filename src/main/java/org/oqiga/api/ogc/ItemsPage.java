package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Schemas.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.store.Layer;
import org.oqiga.store.Page;
import org.oqiga.store.Query;

/** Features as rows and lists that a page can show. */
final class ItemsPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemsPage() {}

    private static List<String> columns(Layer layer) {
        return switch (layer) {
            case INCIDENTS -> List.of("title", "type", "start", "end", "place", "admin1", "country", "reports");
            case PLACES -> List.of("name", "name_local", "level", "admin1", "country", "mentions", "reports");
            case REGIONS -> List.of("name", "name_local", "level", "country", "population", "area_km2");
            case REPORTS -> List.of("report", "title", "published", "lang", "incidents");
        };
    }

    static Map<String, Object> of(Layer layer, Page page, Map<String, Object> about, Query query) {
        var rows = page.features().stream()
                .map(feature -> row(layer, read(feature)))
                .toList();
        var next = ((List<?>) about.get("links"))
                .stream()
                        .map(link -> (Map<?, ?>) link)
                        .filter(link -> "next".equals(link.get("rel")))
                        .map(link -> String.valueOf(link.get("href")))
                        .findFirst()
                        .orElse("");
        var fields = new ArrayList<Map<String, Object>>();
        for (var name : List.of("datetime", "bbox", "filter")) {
            fields.add(map("name", name, "value", query.given(name).orElse("")));
        }
        return map(
                "id",
                layer.id(),
                "title",
                layer.title(),
                "matched",
                page.matched(),
                "returned",
                page.features().size(),
                "columns",
                columns(layer).stream().map(ItemsPage::words).toList(),
                "rows",
                rows,
                "next",
                next,
                "fields",
                fields);
    }

    private static JsonNode read(String feature) {
        try {
            return JSON.readTree(feature);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> row(Layer layer, JsonNode feature) {
        var cells = columns(layer).stream()
                .map(column -> plain(feature.path("properties").path(column)))
                .toList();
        return map(
                "id",
                Addresses.encoded(feature.path("id").asText()),
                "first",
                cells.get(0),
                "rest",
                cells.subList(1, cells.size()));
    }

    /** One feature with all that is known of it. */
    static Map<String, Object> item(Layer layer, JsonNode feature) {
        var facts = new LinkedHashMap<String, Object>();
        var quotes = new ArrayList<Map<String, Object>>();
        feature.path("properties").properties().forEach(each -> {
            var value = each.getValue();
            if (each.getKey().equals("sources")) {
                value.forEach(source -> quotes.add(map(
                        "quote",
                        source.path("quote").asText(),
                        "report",
                        source.path("report").asText())));
            } else if (!plain(value).isEmpty()) {
                facts.put(words(each.getKey()), plain(value));
            }
        });
        var shape = feature.path("geometry");
        boolean point = shape.path("type").asText().equals("Point");
        if (point) {
            facts.put("longitude", shape.at("/coordinates/0").asText());
            facts.put("latitude", shape.at("/coordinates/1").asText());
        }
        var title = plain(feature.path("properties").path(columns(layer).get(0)));
        return map(
                "id",
                layer.id(),
                "collection",
                layer.title(),
                "title",
                title,
                "facts",
                facts.entrySet().stream()
                        .map(each -> map("name", each.getKey(), "value", each.getValue()))
                        .toList(),
                "quotes",
                quotes);
    }

    private static String words(String attribute) {
        return attribute.replace('_', ' ');
    }

    private static String plain(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(", ", parts);
        }
        return value.asText();
    }
}
