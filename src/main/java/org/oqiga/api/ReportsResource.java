package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.api.door.Caller;
import org.oqiga.store.Query;
import org.oqiga.store.ReportRepository;

/** The reports, and each one's text with all that was marked in it. */
@Path("/api/reports")
@Produces(JSON)
public class ReportsResource {

    private final ReportRepository reports;
    private final Revisions revisions;
    private final Caller caller;

    ReportsResource(ReportRepository reports, Revisions revisions, Caller caller) {
        this.reports = reports;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The reports without their texts, the oldest first")
    @Parameter(ref = "limit")
    public Response list(@Context UriInfo uri, @Context Request request) {
        var limit = Query.of(uri.getQueryParameters(), List.of("limit")).limit();
        return revisions.answer(request, JSON, () -> reports.list(limit, caller.audience()));
    }

    @GET
    @Path("{name: .+}")
    @Operation(summary = "A report's text with its names, dates and incidents as offsets in UTF-16 units")
    public Response report(@PathParam("name") String name, @Context UriInfo uri, @Context Request request) {
        Query.of(uri.getQueryParameters(), List.of());
        var found = name.indexOf(0) >= 0 ? Optional.<String>empty() : reports.find(name, caller.audience());
        var report = found.orElseThrow(() -> new Problems.Missing("there is no report \"" + name + "\""));
        return revisions.answer(request, JSON, () -> report);
    }
}
