package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Addresses.link;
import static org.oqiga.api.ogc.Schemas.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.door.Caller;
import org.oqiga.api.door.Limits;
import org.oqiga.store.Attributes;
import org.oqiga.store.Crs;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.Layer;
import org.oqiga.store.Page;
import org.oqiga.store.Query;

/** The features of a collection, by pages and one by one. */
@Path("/ogc/collections/{collection}/items")
public class ItemsResource {

    static final String GEOJSON = "application/geo+json";
    static final int FEW = 10;
    static final int MANY = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_ALL = List.of(
            "bbox",
            "bbox-crs",
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "crs",
            "limit",
            "cursor",
            "properties",
            "f");

    private final Answers answers;
    private final Layers layers;
    private final Caller caller;
    private final Limits limits;

    ItemsResource(Answers answers, Layers layers, Caller caller, Limits limits) {
        this.answers = answers;
        this.layers = layers;
        this.caller = caller;
        this.limits = limits;
    }

    /** The parameters of the features of a layer. */
    static List<String> parameters(Layer layer) {
        var all = new ArrayList<>(OF_ALL);
        if (layer == Layer.INCIDENTS) {
            FilterQuery.PARAMETERS.stream().filter(each -> !all.contains(each)).forEach(all::add);
        }
        return all;
    }

    @GET
    @Operation(hidden = true)
    public Response items(
            @PathParam("collection") String collection, @Context UriInfo uri, @Context HttpHeaders headers) {
        var layer = layers.named(collection);
        var query = Query.of(filledIn(uri.getQueryParameters()), parameters(layer));
        var form = Form.of(query, headers);
        var crs = crs(query);
        var request = new Page.Request(
                Math.min(MANY, query.limit().orElse(FEW)),
                query.given("cursor"),
                Attributes.picked(query, layer),
                form == Form.JSON ? crs : Crs.CRS84);
        var filter = FilterQuery.parse(query, layer, caller.audience());
        limits.page();
        var page = layers.page(layer, filter, request);
        var at = Addresses.of(uri);
        var links = links(layer, form, page, at);
        var about = map(
                "numberMatched",
                page.matched(),
                "numberReturned",
                page.features().size(),
                "timeStamp",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "links",
                links);
        return form == Form.JSON
                ? withCrs(answers.json(GEOJSON, collection(page, about)), crs)
                : answers.html("items", ItemsPage.of(layer, page, about, query), at);
    }

    /** A page's own form sends what was left empty. */
    private static Map<String, List<String>> filledIn(Map<String, List<String>> given) {
        var filled = new LinkedHashMap<>(given);
        if (List.of("html").equals(given.get("f"))) {
            filled.values().removeIf(List.of("")::equals);
        }
        return filled;
    }

    private static String collection(Page page, Map<String, Object> about) {
        return page.features().stream()
                .collect(Collectors.joining(
                        ",\n",
                        "{\"type\":\"FeatureCollection\",\"features\":[\n",
                        "\n]," + Answers.text(about).substring(1)));
    }

    private static List<Map<String, Object>> links(Layer layer, Form form, Page page, Addresses at) {
        var links = new ArrayList<Map<String, Object>>();
        links.add(at.self(form, GEOJSON, layer.title()));
        links.add(at.alternate(form, GEOJSON, layer.title()));
        page.next()
                .ifPresent(next ->
                        links.add(link("next", form.type(GEOJSON), "The next page", at.hereWith("cursor", next))));
        links.add(link("collection", LandingResource.JSON, layer.title(), at.of("/collections/" + layer.id())));
        return links;
    }

    @GET
    @Path("{id: .+}")
    @Operation(hidden = true)
    public Response item(
            @PathParam("collection") String collection,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        var layer = layers.named(collection);
        var query = Query.of(uri.getQueryParameters(), List.of("crs", "f"));
        var form = Form.of(query, headers);
        var crs = crs(query);
        var feature = layers.feature(layer, id, form == Form.JSON ? crs : Crs.CRS84, caller.audience());
        var at = Addresses.of(uri);
        var title = layer.title() + ": " + id;
        var links = map(
                "links",
                List.of(
                        at.self(form, GEOJSON, title),
                        at.alternate(form, GEOJSON, title),
                        link("collection", LandingResource.JSON, layer.title(), at.of("/collections/" + layer.id()))));
        var whole = feature.substring(0, feature.length() - 1) + ","
                + Answers.text(links).substring(1);
        return form == Form.JSON
                ? withCrs(answers.json(GEOJSON, whole), crs)
                : answers.html("item", ItemsPage.item(layer, JSON.readTree(whole)), at);
    }

    private static Crs crs(Query query) {
        Optional<String> given = query.given("crs");
        return given.map(uri -> Crs.of(uri)
                        .orElseThrow(() -> query.wrong("crs", "one of " + String.join(", ", Described.ALL_CRS))))
                .orElse(Crs.CRS84);
    }

    private static Response withCrs(Response response, Crs crs) {
        return Response.fromResponse(response)
                .header("Content-Crs", "<" + crs.uri() + ">")
                .build();
    }
}
