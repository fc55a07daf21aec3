package org.oqiga.api.people;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.JsonBody;
import org.oqiga.api.door.PublicAddress;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;

/** Invitations: each makes one account. */
@Path("/api/invitations")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {

    private final People people;
    private final PublicAddress address;

    InvitationsResource(People people, PublicAddress address) {
        this.people = people;
        this.address = address;
    }

    record Invitation(String invitation, String url, String role, String expires) {}

    @POST
    @RolesAllowed(Role.ADMINS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A link that makes one account of a role, shown this once")
    public Response invite(String text, @Context RoutingContext exchange) {
        var role = Roles.of(JsonBody.of(text, List.of("role")));
        var secret = people.invite(role);
        var expires = Instant.now().plus(People.INVITATION).truncatedTo(ChronoUnit.SECONDS);
        var invitation = new Invitation(
                secret.text(),
                // what follows # is sent to no server and written into no log
                address.root(exchange.request()) + "#invitation=" + secret.text(),
                role.label(),
                expires.toString());
        return Response.status(201)
                .entity(invitation)
                .header("Cache-Control", "no-store")
                .build();
    }
}
