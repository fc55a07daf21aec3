package org.oqiga.api.ogc;

import static org.oqiga.api.ogc.Addresses.link;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.oqiga.store.Query;

/** Where a client of the standard begins: what there is, what it conforms to, and how it is described. */
@Path("/ogc")
public class LandingResource {

    static final String JSON = "application/json";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    static final String TITLE = "Oqiga";
    static final String DESCRIPTION =
            "Incidents found in news reports, where and when they happened, with the sentences they rest on.";
    static final List<String> PARAMETERS = List.of("f");

    private static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property");

    private final Answers answers;

    LandingResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(summary = "OGC API – Features: the landing page; the whole of it is described at /ogc/api")
    public Response landing(@Context UriInfo uri, @Context HttpHeaders headers) {
        var form = form(uri, headers);
        var at = Addresses.of(uri);
        var document = new LinkedHashMap<String, Object>();
        document.put("title", TITLE);
        document.put("description", DESCRIPTION);
        document.put(
                "links",
                List.of(
                        at.self(form, JSON, "This page"),
                        at.alternate(form, JSON, "This page"),
                        link("service-desc", OPENAPI, "The definition of this API", at.of("/api?f=json")),
                        link("service-doc", "text/html", "How to use this API", at.of("/api?f=html")),
                        link("conformance", JSON, "What it conforms to", at.of("/conformance")),
                        link("data", JSON, "The collections", at.of("/collections"))));
        return answers.answer(form, JSON, document, "landing", at);
    }

    @GET
    @Path("conformance")
    @Operation(hidden = true)
    public Response conformance(@Context UriInfo uri, @Context HttpHeaders headers) {
        var form = form(uri, headers);
        var at = Addresses.of(uri);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "links",
                List.of(at.self(form, JSON, "What it conforms to"), at.alternate(form, JSON, "What it conforms to")));
        document.put("conformsTo", CONFORMS_TO);
        return answers.answer(form, JSON, document, "conformance", at);
    }

    @GET
    @Path("api")
    @Operation(hidden = true)
    public Response api(@Context UriInfo uri, @Context HttpHeaders headers) {
        var form = form(uri, headers);
        var at = Addresses.of(uri);
        return answers.answer(form, OPENAPI, ApiDocument.of(at.root()), "api", at);
    }

    private static Form form(UriInfo uri, HttpHeaders headers) {
        return Form.of(Query.of(uri.getQueryParameters(), PARAMETERS), headers);
    }
}
