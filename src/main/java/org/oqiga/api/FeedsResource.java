package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.desk.Role;
import org.oqiga.report.Parcel;
import org.oqiga.store.FeedRepository;
import org.oqiga.store.InvalidQueryException;

/** The feeds that are asked again and again for new reports. */
@Path("/api/feeds")
@RolesAllowed(Role.EDITORS)
@Produces(JSON)
public class FeedsResource {

    private static final int CREATED = 201;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int USUAL_MINUTES = 30;

    private final FeedRepository feeds;
    private final SecurityIdentity who;

    FeedsResource(FeedRepository feeds, SecurityIdentity who) {
        this.feeds = feeds;
        this.who = who;
    }

    @GET
    @Operation(summary = "All feeds")
    public Response list() {
        return Response.ok(feeds.list()).header("Cache-Control", "no-store").build();
    }

    @POST
    @Consumes(JSON)
    @Operation(summary = "Adds an RSS or Atom feed: {\"url\", \"every_minutes\"}")
    public Response add(String body) {
        var given = JsonBody.of(body, List.of("url", "every_minutes"));
        var url = given.text("url").strip();
        try {
            Parcel.nameOf(url);
        } catch (Parcel.Refused e) {
            throw new InvalidQueryException("url", e.getMessage());
        }
        int minutes = given.whole("every_minutes", LEAST_MINUTES, MOST_MINUTES).orElse(USUAL_MINUTES);
        return Response.status(CREATED)
                .entity(feeds.add(url, minutes, who.getPrincipal().getName()))
                .build();
    }

    @DELETE
    @Path("{id: \\d+}")
    @Operation(summary = "Asks a feed no more; what it has brought stays")
    public Response drop(@PathParam("id") long id) {
        if (!feeds.drop(id)) {
            throw new Problems.Missing("there is no feed " + id);
        }
        return Response.noContent().build();
    }
}
