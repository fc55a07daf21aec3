package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.oqiga.api.door.Caller;
import org.oqiga.desk.NotThereException;
import org.oqiga.desk.Role;
import org.oqiga.desk.Undoing;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.HistoryRepository;
import org.oqiga.store.Query;

/** What people have changed, and the way back. */
@Path("/api/history")
@Produces(JSON)
public class HistoryResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final String NUMBER = "\\d{1,18}";

    private final HistoryRepository history;
    private final Undoing undoing;
    private final Turns turns;
    private final Caller caller;

    HistoryResource(HistoryRepository history, Undoing undoing, Turns turns, Caller caller) {
        this.history = history;
        this.undoing = undoing;
        this.turns = turns;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    @Operation(summary = "The changes, the newest first; as JSON lines all of them, the oldest first")
    @Parameter(ref = "limit")
    @Parameter(name = "before", in = ParameterIn.QUERY, description = "Only changes before the one of this number")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "jsonl for all changes, a line each")
    public Response history(@Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), List.of("limit", "before", "format"));
        var format = query.given("format").orElse("json");
        if (format.equals("jsonl")) {
            StreamingOutput lines = history::writeLines;
            return Response.ok(turns.export(lines), "application/jsonl; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"oqiga-history.jsonl\"")
                    .header("Cache-Control", "no-store")
                    .build();
        }
        if (!format.equals("json")) {
            throw query.wrong("format", "json or jsonl");
        }
        var before = query.given("before");
        if (before.isPresent() && !before.get().matches(NUMBER)) {
            throw query.wrong("before", "the number of a change");
        }
        int limit = Math.min(MOST, query.limit().orElse(USUAL));
        var from = before.isPresent() ? OptionalLong.of(Long.parseLong(before.get())) : OptionalLong.empty();
        return Response.ok(history.page(from, limit), JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{id}/undo")
    @RolesAllowed(Role.EDITORS)
    @Operation(summary = "Takes a change back as a whole, unless a later one stands on it")
    public Undoing.Undone undo(@PathParam("id") String change, @Nullable String body) {
        if (!change.matches(NUMBER)) {
            throw new NotThereException("change of that number in the history");
        }
        var asked = JsonBody.of(body == null || body.isBlank() ? "{}" : body, List.of("why"));
        return undoing.undo(Long.parseLong(change), new By(caller.somebody().name(), asked.takeWhy()));
    }
}
