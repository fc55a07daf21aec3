package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.api.door.Caller;
import org.oqiga.api.door.Limits;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.Query;
import org.oqiga.store.TimelineRepository;
import org.oqiga.store.TimelineRepository.Step;

/** How many incidents began or ended when, by type. */
@Path("/api/timeline")
@Produces(JSON)
public class TimelineResource {

    private static final List<String> PARAMETERS = FilterQuery.parametersAnd("by", "of");

    private final TimelineRepository timeline;
    private final Revisions revisions;
    private final Caller caller;
    private final Limits limits;

    TimelineResource(TimelineRepository timeline, Revisions revisions, Caller caller, Limits limits) {
        this.timeline = timeline;
        this.revisions = revisions;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Operation(summary = "Counts by hour, day, week or month and by type, on each place's own clock")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    @Parameter(ref = "by")
    @Parameter(ref = "of")
    public Response timeline(@Context UriInfo uri, @Context Request request) {
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var filter = FilterQuery.parse(query, caller.audience());
        var by = query.given("by").orElse("day");
        var step = Arrays.stream(Step.values())
                .filter(each -> each.label().equals(by))
                .findFirst()
                .orElseThrow(() -> query.wrong("by", "hour, day, week or month"));
        var of = query.given("of").orElse("start");
        if (!of.equals("start") && !of.equals("end")) {
            throw query.wrong("of", "start or end");
        }
        return revisions.answer(request, JSON, () -> {
            limits.page();
            var steps = of.equals("end") ? timeline.ended(filter, step) : timeline.counts(filter, step);
            return "{\"by\":\"" + by + "\",\"steps\":" + steps + "}\n";
        });
    }
}
