package org.oqiga.api.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.api.JsonBody;
import org.oqiga.api.Problems;
import org.oqiga.api.door.Caller;
import org.oqiga.api.door.Limits;
import org.oqiga.desk.People;

/** Signing in and out, and who one is. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final People people;
    private final Caller caller;
    private final Limits limits;
    private final Sessions sessions;

    SessionResource(People people, Caller caller, Limits limits, Sessions sessions) {
        this.people = people;
        this.caller = caller;
        this.limits = limits;
        this.sessions = sessions;
    }

    @GET
    @Path("me")
    @PermitAll
    @Operation(summary = "Who the caller is: a name and a role, both null for nobody in particular")
    public Response me() {
        return Response.ok(caller.person().map(Me::of).orElse(Me.NOBODY))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("session")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Signs in by name and password; the cookie that is set is the session")
    public Response signIn(String text) {
        var body = JsonBody.of(text, List.of("name", "password"));
        var name = body.text("name");
        limits.signIn(name);
        var session = people.signIn(name, body.text("password"))
                .orElseThrow(() -> new Problems.Stranger("This name and this password do not belong together."));
        var person = people.who(session).orElseThrow(() -> new Problems.Stranger("The account has just been closed."));
        caller.session().ifPresent(people::forget); // one browser is in one session
        return sessions.begun(200, person, session);
    }

    @DELETE
    @Path("session")
    @PermitAll
    @Operation(summary = "Signs out: the session is over, wherever its cookie may be")
    public Response signOut() {
        caller.session().ifPresent(people::forget);
        return sessions.ended();
    }
}
