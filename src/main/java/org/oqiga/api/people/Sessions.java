package org.oqiga.api.people;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.oqiga.api.door.PublicAddress;
import org.oqiga.desk.People;
import org.oqiga.desk.Person;
import org.oqiga.desk.Secret;

/** Tells a browser the session that it is in, in a cookie that no script can read and no other site can use. */
@ApplicationScoped
public class Sessions {

    private static final String COOKIE = "oqiga";

    private final CurrentVertxRequest exchange;
    private final PublicAddress address;

    Sessions(CurrentVertxRequest exchange, PublicAddress address) {
        this.exchange = exchange;
        this.address = address;
    }

    Response begun(int status, Person person, Secret session) {
        return Response.status(status)
                .entity(Me.of(person))
                .cookie(cookie(session))
                .header("Cache-Control", "no-store")
                .build();
    }

    Response ended() {
        return Response.noContent()
                .cookie(cookie("", 0))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The cookie of a session that has just begun. */
    public NewCookie cookie(Secret session) {
        return cookie(session.text(), (int) People.SESSION.toSeconds());
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(address.isPrivate(exchange.getCurrent().request()))
                .build();
    }
}
