package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.desk.RefusedException;
import org.oqiga.desk.Role;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.InvalidQueryException;
import org.oqiga.store.Originals;
import org.oqiga.store.Query;

/** What came in, and how far it has got. */
@Path("/api/arrivals")
@RolesAllowed(Role.EDITORS)
@Produces(JSON)
public class ArrivalsResource {

    private static final List<String> STATES = List.of("waiting", "working", "done", "failed", "parked");
    private static final int SOME = 100;
    private static final int MOST = 10_000;

    private final ArrivalRepository arrivals;
    private final Originals originals;

    ArrivalsResource(ArrivalRepository arrivals, Originals originals) {
        this.arrivals = arrivals;
        this.originals = originals;
    }

    @GET
    @Operation(summary = "The latest arrivals, those of one state or all")
    public Response list(@Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), List.of("state", "limit"));
        var state = query.text("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw new InvalidQueryException("state", "state must be one of " + String.join(", ", STATES));
        }
        return fresh(arrivals.list(state, Math.min(MOST, query.limit().orElse(SOME))));
    }

    @GET
    @Path("{id: \\d+}")
    @Operation(summary = "One arrival")
    public Response one(@PathParam("id") long id) {
        return fresh(arrivals.find(id).orElseThrow(() -> missing(id)));
    }

    @GET
    @Path("{id: \\d+}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "What an arrival brought, byte for byte")
    public Response original(@PathParam("id") long id) {
        refusePutAway(id);
        var bytes = originals
                .bytes(id)
                .orElseThrow(() -> new Problems.Missing("there is no arrival " + id + " that has come in"));
        return Response.ok(bytes)
                .header("Content-Disposition", "attachment; filename=\"arrival-" + id + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void refusePutAway(long id) {
        originals.putAway(id).ifPresent(why -> {
            throw RefusedException.asThingsStand(why);
        });
    }

    @POST
    @Path("{id: \\d+}/retry")
    @Operation(summary = "Has an arrival read again, from the bytes as they came")
    public Response again(@PathParam("id") long id) {
        refusePutAway(id);
        if (!arrivals.again(id)) {
            throw missing(id);
        }
        return one(id);
    }

    @POST
    @Path("retry")
    @RolesAllowed(Role.ADMINS)
    @Operation(summary = "Has the last arrival of each name read again, from the bytes as they came")
    public Response allAgain() {
        return fresh("{\"waiting\":" + arrivals.allAgain() + "}");
    }

    @DELETE
    @Path("{id: \\d+}")
    @Operation(summary = "Drops an arrival; a report that it has become stays")
    public Response drop(@PathParam("id") long id) {
        if (!arrivals.drop(id)) {
            throw missing(id);
        }
        return Response.noContent().build();
    }

    private static Response fresh(String json) {
        return Response.ok(json).header("Cache-Control", "no-store").build();
    }

    private static Problems.Missing missing(long id) {
        return new Problems.Missing("there is no arrival " + id + " that nobody works on");
    }
}
