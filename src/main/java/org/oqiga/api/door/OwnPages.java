package org.oqiga.api.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Lets no page of another site write with the cookie that the browser sends along by itself. */
@ApplicationScoped
class OwnPages {

    private static final int AFTER_THE_HEADERS = 900;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String REFUSAL =
            """
            {"type":"about:blank","title":"Forbidden","status":403,"detail":"A write by cookie must come from a page of this \
            service. Behind a proxy, oqiga.public-url says where that is; a program shows a token instead."}
            """;

    private final PublicAddress address;

    OwnPages(PublicAddress address) {
        this.address = address;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_HEADERS);
    }

    private void check(RoutingContext exchange) {
        var request = exchange.request();
        if (READING.contains(request.method().name()) || mayWrite(request)) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/problem+json")
                .end(REFUSAL);
    }

    private boolean mayWrite(HttpServerRequest request) {
        var shown = Shown.by(request);
        if (shown.isPresent() && !shown.get().isByCookie()) {
            return true; // no page of another site can make a browser send a token
        }
        var origin = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site"); // only the browser itself can write this one
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        if (origin == null) {
            return site != null || shown.isEmpty();
        }
        // where a proxy ends TLS, the browser has compared the schemes already
        return address.isOurs(origin, request) || (site != null && address.isSameHost(origin, request));
    }
}
