package org.oqiga.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer says about caching and about what a page of ours may do. */
@ApplicationScoped
class SecurityHeaders {

    private static final int FIRST = 1000;

    private final String policy = "default-src 'self'; script-src 'self'" + ImportMap.allowance()
            + "; style-src 'self'; img-src 'self' data: blob: https://tile.openstreetmap.org"
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var headers = request.response().headers();
                    boolean framed = mayBeFramed(request);
                    headers.set("Content-Security-Policy", policy + (framed ? "*" : "'none'"));
                    headers.set("X-Content-Type-Options", "nosniff");
                    if (!framed) {
                        headers.set("X-Frame-Options", "DENY");
                    }
                    headers.set("Referrer-Policy", "no-referrer");
                    headers.set("Cross-Origin-Opener-Policy", "same-origin");
                    headers.set("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
                    var path = request.normalizedPath();
                    request.addHeadersEndHandler(
                            ended -> cache(path, request.response().getStatusCode(), headers));
                    request.next();
                },
                FIRST);
    }

    /** The map as other sites show it: without anything that writes, so that nobody is led to press what is not seen. */
    private static boolean mayBeFramed(RoutingContext request) {
        return request.normalizedPath().equals("/") && request.queryParams().contains("embed");
    }

    /** A webjar's address has its version in it; all else is asked for anew, and mostly answered with 304. */
    private static void cache(String path, int status, MultiMap headers) {
        if (path.startsWith("/webjars/") && status == 200) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        } else if (!path.startsWith("/api/") || status >= 400) {
            headers.set("Cache-Control", "no-cache");
        }
    }
}
