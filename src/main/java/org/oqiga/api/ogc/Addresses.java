package org.oqiga.api.ogc;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The addresses of our resources as the client that asks can reach them, and links to them. */
record Addresses(String root, String here, Map<String, String> parameters) {

    static Addresses of(UriInfo uri) {
        var parameters = new LinkedHashMap<String, String>();
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!values.get(0).isEmpty()) {
                parameters.put(name, values.get(0));
            }
        });
        return new Addresses(
                uri.getBaseUri() + "ogc", uri.getAbsolutePath().toString().replaceAll("/$", ""), parameters);
    }

    /** The address of a resource. */
    String of(String path) {
        return root + path;
    }

    /** This request's own address with a parameter set to something else. */
    String hereWith(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return here + "?"
                + changed.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    Map<String, Object> self(Form form, String json, String title) {
        return link("self", form.type(json), title, hereWith("f", form.word()));
    }

    Map<String, Object> alternate(Form form, String json, String title) {
        return link(
                "alternate",
                form.other().type(json),
                title + (form == Form.JSON ? " as a page" : " as JSON"),
                hereWith("f", form.other().word()));
    }

    static Map<String, Object> link(String rel, String type, String title, String href) {
        var link = new LinkedHashMap<String, Object>();
        link.put("rel", rel);
        link.put("type", type);
        link.put("title", title);
        link.put("href", href);
        return link;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
