package org.oqiga.api.door;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.oqiga.desk.Secret;

/** The secret that a request shows: a session's in the cookie, or a token's in the header, which goes before the cookie. */
final class Shown extends BaseAuthenticationRequest {

    /** The cookie's name. */
    static final String COOKIE = "oqiga";

    private static final String BEARER = "Bearer ";

    private final Secret secret;
    private final boolean byCookie;

    private Shown(Secret secret, boolean byCookie) {
        this.secret = secret;
        this.byCookie = byCookie;
    }

    static Optional<Shown> by(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(
                    new Shown(new Secret(header.substring(BEARER.length()).strip()), false));
        }
        var cookie = request.getCookie(COOKIE);
        return Optional.ofNullable(cookie)
                .filter(any -> !any.getValue().isEmpty())
                .map(any -> new Shown(new Secret(any.getValue()), true));
    }

    Secret secret() {
        return secret;
    }

    /** Whether the browser sent it by itself, whoever's page asked it to. */
    boolean isByCookie() {
        return byCookie;
    }

    /** Whether it can be good at all: neither will do in the other's stead. */
    boolean isOfItsKind() {
        return secret.text().startsWith(byCookie ? Secret.SESSION : Secret.TOKEN);
    }
}
