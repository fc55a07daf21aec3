package org.oqiga.api.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets no page of another site read what is for this machine alone: by a name of its own that leads to 127.0.0.1 (DNS rebinding)
 * a browser takes the service for a part of that site.
 */
@ApplicationScoped
class OwnName {

    private static final int AFTER_THE_HEADERS = 950;
    private static final int MISDIRECTED = 421;
    private static final String REFUSAL =
            """
            {"type":"about:blank","title":"Misdirected Request","status":421,"detail":"This service is for its own machine, by \
            the name localhost or an address in numbers. Behind a proxy, oqiga.public-url says by which other name."}
            """;

    private final boolean forThisMachineAlone;
    private final PublicAddress address;

    OwnName(@ConfigProperty(name = "quarkus.http.host") String host, PublicAddress address)
            throws UnknownHostException {
        this.forThisMachineAlone = InetAddress.getByName(host).isLoopbackAddress();
        this.address = address;
    }

    void register(@Observes Filters filters) {
        if (forThisMachineAlone) {
            filters.register(this::check, AFTER_THE_HEADERS);
        }
    }

    private void check(RoutingContext exchange) {
        var asked = exchange.request().authority();
        if (asked == null || isOurs(asked.host().toLowerCase(Locale.ROOT))) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(MISDIRECTED)
                .putHeader("Content-Type", "application/problem+json")
                .end(REFUSAL);
    }

    /** A number is nobody's to lead elsewhere. */
    private boolean isOurs(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*\\]?")
                || address.isNamed(host);
    }
}
