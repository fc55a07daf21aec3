package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Addresses.link;
import static org.oqiga.api.ogc.Schemas.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oqiga.store.Bbox;
import org.oqiga.store.Crs;
import org.oqiga.store.Extent;
import org.oqiga.store.Layer;
import org.oqiga.store.TimeWindow;

/** A collection as the standard describes one. */
final class Described {

    static final List<String> ALL_CRS =
            Arrays.stream(Crs.values()).map(Crs::uri).toList();
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    private Described() {}

    static Map<String, Object> of(Layer layer, Extent extent, List<String> crs, Addresses at) {
        var path = "/collections/" + layer.id();
        var document = map("id", layer.id(), "title", layer.title(), "description", layer.description());
        var reach = extent(extent);
        if (!reach.isEmpty()) {
            document.put("extent", reach);
        }
        document.put("itemType", "feature");
        document.put("crs", crs);
        document.put("storageCrs", Crs.CRS84.uri());
        document.put(
                "links",
                new ArrayList<>(List.of(
                        link("items", ItemsResource.GEOJSON, layer.title(), at.of(path + "/items?f=json")),
                        link("items", "text/html", layer.title() + " as a page", at.of(path + "/items?f=html")),
                        link(
                                Schemas.QUERYABLES,
                                "application/schema+json",
                                "What a filter may ask for",
                                at.of(path + "/queryables?f=json")))));
        return document;
    }

    /** Adds the links of the description itself to those of what it describes. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> alone(Map<String, Object> described, Form form, Addresses at) {
        var title = (String) described.get("title");
        var links = (List<Map<String, Object>>) described.get("links");
        links.add(0, at.alternate(form, LandingResource.JSON, title));
        links.add(0, at.self(form, LandingResource.JSON, title));
        return described;
    }

    private static Map<String, Object> extent(Extent extent) {
        var reach = map();
        extent.bbox()
                .ifPresent(box -> reach.put("spatial", map("bbox", List.of(numbers(box)), "crs", Crs.CRS84.uri())));
        extent.time()
                .ifPresent(time -> reach.put("temporal", map("interval", List.of(moments(time)), "trs", GREGORIAN)));
        return reach;
    }

    private static List<Double> numbers(Bbox box) {
        return List.of(box.west(), box.south(), box.east(), box.north());
    }

    private static List<String> moments(TimeWindow.Moments time) {
        return List.of(text(time.first()), text(time.last()));
    }

    private static String text(Optional<Instant> moment) {
        return moment.orElseThrow().toString();
    }
}
