package org.oqiga.api.people.openid;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oqiga.desk.Guests.Guest;
import org.oqiga.desk.Role;

/** The house that vouches for people, if the operator has named one. */
@Startup
@ApplicationScoped
public class OpenId {

    // a provider says something else of itself about once a year
    private static final Duration KEPT = Duration.ofHours(1);

    private final OpenIdConfig config;
    private final Role unless;

    private record Known(Provider provider, Instant until) {}

    private volatile @Nullable Known known;

    /** Fails where what is configured cannot work, so that the service does not start with it. */
    OpenId(OpenIdConfig config) {
        this.config = config;
        this.unless = Role.of(config.role())
                .orElseThrow(() -> new IllegalArgumentException(
                        "OQIGA_OIDC_ROLE is to be one of " + Role.labels() + ", was " + config.role()));
        config.issuer().ifPresent(issuer -> check(URI.create(issuer)));
    }

    private void check(URI issuer) {
        boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(issuer.getHost()));
        if (!"https".equals(issuer.getScheme()) && !(here && "http".equals(issuer.getScheme()))) {
            throw new IllegalArgumentException(
                    "OQIGA_OIDC_ISSUER is to be the provider's address, begun with https://, was " + issuer);
        }
        if (config.clientId().isEmpty()) {
            throw new IllegalArgumentException("OQIGA_OIDC_CLIENT_ID is to be what the provider calls this service");
        }
    }

    /** What the page calls the provider; empty where there is none. */
    public Optional<String> name() {
        return config.issuer()
                .map(issuer -> config.name().orElse(URI.create(issuer).getHost()));
    }

    /** The role of somebody new to whom the provider gives none. */
    Role unless() {
        return unless;
    }

    URI departure(Trip trip, URI back) throws NotVouchedForException {
        return provider().departure(trip, back, config.scopes());
    }

    Guest arrival(Trip trip, URI arrived, URI back) throws NotVouchedForException {
        return guest(provider().arrival(trip, arrived, back));
    }

    private Provider provider() throws NotVouchedForException {
        var kept = known;
        if (kept == null || kept.until().isBefore(Instant.now())) {
            kept = new Known(
                    Provider.at(config.issuer().orElseThrow(), config.clientId().orElseThrow(), config.clientSecret()),
                    Instant.now().plus(KEPT));
            known = kept;
        }
        return kept.provider();
    }

    private Guest guest(IDTokenClaimsSet claims) throws NotVouchedForException {
        var name = Stream.of("preferred_username", "name", "email")
                .map(claims::getStringClaim)
                .filter(told -> told != null && !told.isBlank())
                .findFirst()
                .orElse("guest");
        return new Guest(claims.getIssuer() + " " + claims.getSubject(), name, role(claims));
    }

    /** The largest role of somebody's groups; empty where the provider is not asked for groups. */
    private Optional<Role> role(IDTokenClaimsSet claims) throws NotVouchedForException {
        if (config.rolesClaim().isEmpty()) {
            return Optional.empty();
        }
        var groups = groups(claims.toJSONObject(), config.rolesClaim().get().split("\\."));
        var role = Stream.of(
                        Map.entry(Role.ADMIN, config.admins()),
                        Map.entry(Role.EDITOR, config.editors()),
                        Map.entry(Role.VIEWER, config.viewers()))
                .filter(each -> each.getValue().orElse(List.of()).stream().anyMatch(groups::contains))
                .map(Map.Entry::getKey)
                .findFirst();
        if (role.isEmpty()) {
            throw new NotVouchedForException("somebody is in no group that has a role here");
        }
        return role;
    }

    private static Set<String> groups(Map<?, ?> claims, String[] path) {
        Object at = claims;
        for (var step : path) {
            at = at instanceof Map<?, ?> object ? object.get(step) : null;
        }
        var told = at instanceof Collection<?> many ? many.stream() : Stream.ofNullable(at);
        return told.map(String::valueOf).collect(Collectors.toSet());
    }
}
