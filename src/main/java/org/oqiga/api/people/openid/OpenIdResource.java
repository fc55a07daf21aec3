package org.oqiga.api.people.openid;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.oqiga.api.Problems;
import org.oqiga.api.door.Limits;
import org.oqiga.api.door.PublicAddress;
import org.oqiga.api.people.Sessions;
import org.oqiga.desk.Guests;
import org.oqiga.desk.People;
import org.oqiga.desk.RefusedException;

/** The way to the house that vouches for people, and back with a session. */
@Path("/api/session/openid")
public class OpenIdResource {

    private static final String COOKIE = "oqiga-trip";
    private static final String PATH = "api/session/openid";
    private static final int TEN_MINUTES = 600;

    private final OpenId openId;
    private final Guests guests;
    private final People people;
    private final Sessions sessions;
    private final PublicAddress address;
    private final Limits limits;

    OpenIdResource(
            OpenId openId, Guests guests, People people, Sessions sessions, PublicAddress address, Limits limits) {
        this.openId = openId;
        this.guests = guests;
        this.people = people;
        this.sessions = sessions;
        this.address = address;
        this.limits = limits;
    }

    record Offer(@Nullable String name) {}

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "What the provider of OpenID Connect is called that one can sign in with; null where there is none")
    public Offer offer() {
        return new Offer(openId.name().orElse(null));
    }

    @GET
    @Path("leave")
    @PermitAll
    @Operation(
            summary = "Sends the browser to the provider of OpenID Connect, if one is configured; it comes back signed"
                    + " in")
    public Response leave(@QueryParam("to") @DefaultValue("/") String to, @Context RoutingContext exchange) {
        offered();
        limits.join();
        try {
            var trip = Trip.begun(to);
            return Response.seeOther(openId.departure(trip, back(exchange)))
                    .cookie(cookie(trip.text(), TEN_MINUTES, exchange))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (NotVouchedForException e) {
            return refused(e, exchange);
        }
    }

    @GET
    @Path("back")
    @PermitAll
    @Operation(summary = "Where the provider sends the browser back to")
    public Response arrive(@CookieParam(COOKIE) @DefaultValue("") String carried, @Context RoutingContext exchange) {
        offered();
        limits.join();
        try {
            var trip = Trip.parse(carried)
                    .orElseThrow(() -> new NotVouchedForException("somebody came back who had not left from here"));
            var back = back(exchange);
            var guest = openId.arrival(trip, arrived(back, exchange.request().query()), back);
            var person = guests.welcome(guest, openId.unless());
            return Response.seeOther(ours(trip.to(), exchange))
                    .cookie(sessions.cookie(people.session(person)), cookie("", 0, exchange))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (NotVouchedForException | RefusedException e) {
            return refused(e, exchange);
        }
    }

    private static URI arrived(URI back, @Nullable String query) throws NotVouchedForException {
        try {
            return new URI(back + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new NotVouchedForException("somebody came back with what is no address", e);
        }
    }

    private void offered() {
        if (openId.name().isEmpty()) {
            throw new Problems.Missing(
                    "This service signs nobody in by OpenID Connect; OQIGA_OIDC_ISSUER would name a provider.");
        }
    }

    /** Back on the page, which says that it did not work; why is for the log. */
    private Response refused(Exception why, RoutingContext exchange) {
        Log.warn("nobody signed in by OpenID Connect: " + why.getMessage(), why.getCause());
        return Response.seeOther(ours("/#openid=refused", exchange))
                .cookie(cookie("", 0, exchange))
                .header("Cache-Control", "no-store")
                .build();
    }

    private URI back(RoutingContext exchange) {
        return URI.create(address.root(exchange.request()) + PATH + "/back");
    }

    private URI ours(String path, RoutingContext exchange) {
        return URI.create(address.root(exchange.request()).replaceAll("/$", "") + path);
    }

    /** Lax: it is to come along when the provider sends the browser back. */
    private NewCookie cookie(String value, int seconds, RoutingContext exchange) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/" + PATH)
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(address.isPrivate(exchange.request()))
                .build();
    }
}
