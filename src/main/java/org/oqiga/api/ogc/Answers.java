package org.oqiga.api.ogc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Sends a document in the form that was asked for. */
@ApplicationScoped
class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HtmlPages pages = new HtmlPages();

    /** The document itself, or {@code template} filled with it. */
    Response answer(Form form, String type, Map<String, Object> document, String template, Addresses at) {
        return form == Form.JSON ? json(type, text(document)) : html(template, document, at);
    }

    Response html(String template, Map<String, Object> document, Addresses at) {
        return open(Response.ok(pages.render(template, document, at), "text/html;charset=UTF-8"));
    }

    Response json(String type, String text) {
        return open(Response.ok(text, type));
    }

    /** What anybody's page may read; and a cache must not mix the forms up. */
    private static Response open(Response.ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Content-Crs, Link")
                .header(HttpHeaders.VARY, "Accept, Cookie, Authorization")
                .build();
    }

    static String text(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of maps and texts is always JSON", e);
        }
    }
}
