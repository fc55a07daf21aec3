package org.oqiga.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.oqiga.api.MediaTypes.GEOJSON;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.api.door.Caller;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.HexagonRepository;
import org.oqiga.store.Query;

/** Where incidents lie how close, by equal cells: for a map of density, and for whoever counts. */
@Path("/api/hexagons")
@Produces(GEOJSON)
public class HexagonsResource {

    private static final String EDGE = "edge_km";
    private static final double USUAL_KM = 25;
    private static final List<String> PARAMETERS = FilterQuery.parametersAnd(EDGE);

    private final HexagonRepository hexagons;
    private final Revisions revisions;
    private final Turns turns;
    private final Caller caller;

    HexagonsResource(HexagonRepository hexagons, Revisions revisions, Turns turns, Caller caller) {
        this.hexagons = hexagons;
        this.revisions = revisions;
        this.turns = turns;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Counts by hexagon and type, as polygons; those without an incident are left out")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    @Parameter(ref = EDGE)
    public Response hexagons(@Context UriInfo uri, @Context Request request) {
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var filter = FilterQuery.parse(query, caller.audience());
        double edge = query.decimal(EDGE, HexagonRepository.SHORTEST_KM, HexagonRepository.LONGEST_KM)
                .orElse(USUAL_KM);
        return revisions.answer(
                request,
                GEOJSON,
                () -> turns.atOnce(() -> hexagons.collection(filter, edge).getBytes(UTF_8)));
    }
}
