package org.oqiga.api.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.JsonBody;
import org.oqiga.api.Problems;
import org.oqiga.api.door.Caller;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;
import org.oqiga.store.InvalidQueryException;

/** A person's tokens: what programs that work in their name show instead of a password. */
@Path("/api/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWERS)
public class TokensResource {

    private static final int LONGEST_LABEL = 80;
    private static final int MOST_DAYS = 3650;

    private final People people;
    private final Caller caller;

    TokensResource(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    record Token(String token, String label) {}

    @GET
    @Operation(summary = "One's own tokens, without their secrets")
    public Response list() {
        return Response.ok("{\"tokens\":" + people.tokens(caller.somebody()) + "}\n")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A new token of one's own, shown this once; for so many days, or until it is taken back")
    public Response make(String text) {
        var body = JsonBody.of(text, List.of("label", "days"));
        var label = body.text("label").strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new InvalidQueryException("label", "label must be 1 to " + LONGEST_LABEL + " characters");
        }
        var days = body.whole("days", 1, MOST_DAYS);
        var lifetime = days.isPresent() ? Optional.of(Duration.ofDays(days.getAsInt())) : Optional.<Duration>empty();
        var secret = people.token(caller.somebody(), label, lifetime);
        return Response.status(201)
                .entity(new Token(secret.text(), label))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes back one of one's own tokens")
    public Response revoke(@PathParam("id") String id) {
        if (!id.matches("\\d{1,18}") || !people.revoke(caller.somebody(), Long.parseLong(id))) {
            throw new Problems.Missing("you have no token " + id);
        }
        return Response.noContent().build();
    }
}
