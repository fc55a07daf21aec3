package org.oqiga.api.door;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the service is reached, as browsers see it; where nobody says so, it is where the request was sent to. */
@ApplicationScoped
public class PublicAddress {

    private final Optional<URI> configured;

    /** {@code configured} is needed behind a proxy that is spoken to by another name or by https. */
    PublicAddress(@ConfigProperty(name = "oqiga.public-url") Optional<String> configured) {
        this.configured = configured.map(PublicAddress::checked);
    }

    private static URI checked(String text) {
        var address = URI.create(text);
        if (address.getRawAuthority() == null
                || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("oqiga.public-url is to be like https://map.example.org, was " + text);
        }
        return address;
    }

    /** The address with a slash at its end. */
    public String root(HttpServerRequest request) {
        return configured
                .map(address -> address.toString().replaceAll("/+$", "") + "/")
                .orElseGet(() -> request.scheme() + "://" + request.authority() + "/");
    }

    /** Whether nobody on the way can read along. */
    public boolean isPrivate(HttpServerRequest request) {
        return request.isSSL()
                || configured
                        .map(address -> address.getScheme().equals("https"))
                        .orElse(false);
    }

    /** Whether the service is configured to be reached by this name. */
    boolean isNamed(String host) {
        return configured
                .map(address -> host.equalsIgnoreCase(address.getHost()))
                .orElse(false);
    }

    /** Whether a page of {@code origin} is one of ours. */
    boolean isOurs(String origin, HttpServerRequest request) {
        var ours = configured
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElseGet(() -> request.scheme() + "://" + request.authority());
        return origin.equalsIgnoreCase(ours);
    }

    /** Whether a page of {@code origin} comes from where the request was sent to, by http or by https. */
    boolean isSameHost(String origin, HttpServerRequest request) {
        return origin.replaceFirst("(?i)^https?://", "").equalsIgnoreCase(String.valueOf(request.authority()));
    }
}
