package org.oqiga.api.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the cookie of a session or the token of a program from a request. */
@ApplicationScoped
class SecretMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        var shown = Shown.by(exchange.request());
        if (shown.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var known = providers.authenticate(shown.get());
        // a session ends while its cookie is still there: what anybody may read must go on; a program is to be told
        return shown.get().isByCookie()
                ? known.onFailure(AuthenticationFailedException.class).recoverWithNull()
                : known;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Shown.class);
    }
}
