package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Schemas.map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.door.Caller;
import org.oqiga.store.Layer;
import org.oqiga.store.Query;

/** The collections and what may be asked of each. */
@Path("/ogc/collections")
public class CollectionsResource {

    private final Answers answers;
    private final Layers layers;
    private final Caller caller;

    CollectionsResource(Answers answers, Layers layers, Caller caller) {
        this.answers = answers;
        this.layers = layers;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response collections(@Context UriInfo uri, @Context HttpHeaders headers) {
        var form = Form.of(Query.of(uri.getQueryParameters(), LandingResource.PARAMETERS), headers);
        var at = Addresses.of(uri);
        var each = Arrays.stream(Layer.values())
                .map(layer -> Described.alone(
                        Described.of(layer, layers.extent(layer, caller.audience()), List.of("#/crs"), at),
                        form,
                        new Addresses(at.root(), at.of("/collections/" + layer.id()), java.util.Map.of())))
                .toList();
        var document = map(
                "links",
                List.of(
                        at.self(form, LandingResource.JSON, "The collections"),
                        at.alternate(form, LandingResource.JSON, "The collections")),
                "crs",
                Described.ALL_CRS,
                "collections",
                each);
        return answers.answer(form, LandingResource.JSON, document, "collections", at);
    }

    @GET
    @Path("{collection}")
    @Operation(hidden = true)
    public Response collection(@PathParam("collection") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        var layer = layers.named(id);
        var form = Form.of(Query.of(uri.getQueryParameters(), LandingResource.PARAMETERS), headers);
        var at = Addresses.of(uri);
        var described = Described.of(layer, layers.extent(layer, caller.audience()), Described.ALL_CRS, at);
        return answers.answer(form, LandingResource.JSON, Described.alone(described, form, at), "collection", at);
    }

    @GET
    @Path("{collection}/queryables")
    @Operation(hidden = true)
    public Response queryables(@PathParam("collection") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        var layer = layers.named(id);
        var form = Form.of(Query.of(uri.getQueryParameters(), LandingResource.PARAMETERS), headers);
        var at = Addresses.of(uri);
        var schema = Schemas.queryables(layer, at.of("/collections/" + layer.id() + "/queryables"));
        return answers.answer(form, "application/schema+json", schema, "queryables", at);
    }
}
