package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;
import static org.oqiga.api.MediaTypes.MVT;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.Query;
import org.oqiga.store.Tile;

/** The incidents as vector tiles, for more of them than a browser should hold. */
@Path("/api/tiles")
public class TileResource {

    /** {@code v} is the state of the store that TileJSON names, so that its tiles may be kept for good. */
    private static final List<String> PARAMETERS = FilterQuery.parametersAnd("v");

    private final Tiles tiles;
    private final Revisions revisions;

    TileResource(Tiles tiles, Revisions revisions) {
        this.tiles = tiles;
        this.revisions = revisions;
    }

    @GET
    @Path("{z}/{x}/{y}.mvt")
    @Produces(MVT)
    @Operation(summary = "One vector tile of the filter's incidents, its layer is \"incidents\"")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    public Response tile(
            @PathParam("z") String z,
            @PathParam("x") String x,
            @PathParam("y") String y,
            @HeaderParam("Accept-Encoding") Optional<String> encodings,
            @Context UriInfo uri,
            @Context Request request,
            @Context RoutingContext exchange) {
        var tile = Tile.of(z, x, y)
                .orElseThrow(() -> new Problems.Missing("there is no tile " + z + "/" + x + "/" + y
                        + "; a zoom is 0 to " + Tile.MAX_ZOOM + ", and both numbers are under two to its power"));
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var revision = revisions.recent();
        var filter = FilterQuery.parse(query, revision.audience());
        boolean lasting = query.text("v").filter(revision.name()::equals).isPresent();
        boolean gzip = encodings.filter(TileResource::takesGzip).isPresent();
        return revisions.answer(request, revision, lasting, () -> {
            var bytes = tiles.tile(revision.number(), filter, tile, gzip);
            if (gzip) {
                // said last, or the server takes it for its own word about compressing
                exchange.addHeadersEndHandler(ended -> exchange.response().putHeader("Content-Encoding", "gzip"));
            }
            return Response.ok(bytes, MVT).header("Vary", "Accept-Encoding");
        });
    }

    @GET
    @Path("tiles.json")
    @Produces(JSON)
    @Operation(summary = "What the vector tiles are (TileJSON 3.0), with the filter in their address")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    public Response description(@Context UriInfo uri, @Context Request request) {
        var revision = revisions.latest();
        FilterQuery.parse(Query.of(uri.getQueryParameters(), FilterQuery.PARAMETERS), revision.audience());
        return revisions.answer(request, revision, false, () -> Response.ok(TileJson.of(uri, revision.name()), JSON));
    }

    private static boolean takesGzip(String encodings) {
        for (var encoding : encodings.split(",")) {
            var parts = encoding.strip().split("\\s*;\\s*q=");
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
            }
        }
        return false;
    }
}
