package org.oqiga.api.people;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.JsonBody;
import org.oqiga.api.Problems;
import org.oqiga.api.door.Limits;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;
import org.oqiga.desk.Secret;

/** The accounts: made by whoever has an invitation, changed and closed by admins. */
@Path("/api/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private final People people;
    private final Limits limits;
    private final Sessions sessions;

    PeopleResource(People people, Limits limits, Sessions sessions) {
        this.people = people;
        this.limits = limits;
        this.sessions = sessions;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes the account that an invitation is for, and signs in")
    public Response join(String text) {
        var body = JsonBody.of(text, List.of("invitation", "name", "password"));
        limits.join();
        var person = people.join(new Secret(body.text("invitation")), body.text("name"), body.text("password"));
        return sessions.begun(201, person, people.session(person));
    }

    @GET
    @RolesAllowed(Role.ADMINS)
    @Operation(summary = "Everybody who has or had an account")
    public Response list() {
        return Response.ok("{\"people\":" + people.list() + "}\n")
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.ADMINS)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Gives somebody another role; the last admin stays one")
    public Response promote(@PathParam("id") String id, String text) {
        var role = Roles.of(JsonBody.of(text, List.of("role")));
        people.promote(known(id), role);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINS)
    @Operation(summary = "Closes an account: its sessions and tokens end, its name stays in the history")
    public Response close(@PathParam("id") String id) {
        people.close(known(id));
        return Response.noContent().build();
    }

    private long known(String id) {
        if (!id.matches("\\d{1,18}") || !people.has(Long.parseLong(id))) {
            throw new Problems.Missing("there is no open account " + id);
        }
        return Long.parseLong(id);
    }
}
