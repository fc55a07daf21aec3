package org.oqiga.api.ogc;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.oqiga.store.Query;

/** The two forms of every resource: one for programs, one for people. */
enum Form {
    JSON,
    HTML;

    private static final List<String> FOR_PROGRAMS =
            List.of("json", "geo+json", "vnd.oai.openapi+json", "schema+json", "problem+json", "*");

    /** The form that a request asks for: by {@code f}, else by what it accepts. */
    static Form of(Query query, HttpHeaders headers) {
        var given = query.given("f");
        if (given.isPresent()) {
            return switch (given.get()) {
                case "json", "geojson" -> JSON;
                case "html" -> HTML;
                default -> throw query.wrong("f", "json or html");
            };
        }
        for (var type : headers.getAcceptableMediaTypes()) {
            var subtype = type.getSubtype().toLowerCase(Locale.ROOT);
            if (type.getType().equals("text") && (subtype.equals("html") || subtype.equals("*"))
                    || subtype.equals("xhtml+xml")) {
                return HTML;
            }
            boolean application = type.getType().equals("application") || type.isWildcardType();
            if (application && FOR_PROGRAMS.contains(subtype)) {
                return JSON;
            }
        }
        throw new NotAcceptableException();
    }

    /** The word for it in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Form other() {
        return this == JSON ? HTML : JSON;
    }

    /** Its media type, where that for programs is {@code json}. */
    String type(String json) {
        return this == JSON ? json : MediaType.TEXT_HTML;
    }
}
