package org.oqiga.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer says about caching and about what a page of ours may do. */
@ApplicationScoped
class SecurityHeaders {

    private static final int FIRST = 1000;

    private final String policy = "default-src 'self'; script-src 'self'" + ImportMap.allowance()
            + "; style-src 'self'; img-src 'self' data: blob: https://tile.openstreetmap.org"
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    var headers = request.response().headers();
                    headers.set("Content-Security-Policy", policy);
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("X-Frame-Options", "DENY");
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

    /** A webjar's address has its version in it; all else is asked for anew, and mostly answered with 304. */
    private static void cache(String path, int status, MultiMap headers) {
        if (path.startsWith("/webjars/") && status == 200) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        } else if (!path.startsWith("/api/") || status >= 400) {
            headers.set("Cache-Control", "no-cache");
        }
    }
}
