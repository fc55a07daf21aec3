package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.desk.Role;
import org.oqiga.store.Audience;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.Query;
import org.oqiga.store.QueueRepository;

/** What needs a person's eyes. */
@Path("/api/queue")
public class QueueResource {

    private static final List<String> PARAMETERS = FilterQuery.parametersAnd("limit");
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final QueueRepository queue;

    QueueResource(QueueRepository queue) {
        this.queue = queue;
    }

    @GET
    @RolesAllowed(Role.EDITORS)
    @Produces(JSON)
    @Operation(
            summary = "Incidents that nobody has verified or rejected, the least sure and the gravest first, with"
                    + " reasons")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    @Parameter(ref = "limit")
    public Response queue(@Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var filter = FilterQuery.parse(query, Audience.INSIDERS);
        var first = queue.first(filter, Math.min(MOST, query.limit().orElse(USUAL)));
        return Response.ok(first, JSON).header("Cache-Control", "no-store").build();
    }
}
