package org.oqiga.api;

import static org.oqiga.api.MediaTypes.GEOJSON;
import static org.oqiga.api.MediaTypes.JSON;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.api.door.Caller;
import org.oqiga.desk.Role;
import org.oqiga.store.Attributes;
import org.oqiga.store.Audience;
import org.oqiga.store.FeatureCollection;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.IncidentColumns;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.ManyIncidents;
import org.oqiga.store.Query;

/** The incidents, as GeoJSON or as the columns that the map plays from. */
@Path("/api/incidents")
public class IncidentsResource {

    private static final List<String> PARAMETERS = FilterQuery.parametersAnd("limit", "latest", "properties", "f");

    private static final int MANY = 1000;
    private static final long MOST_BYTES = 32L << 20;

    private final OnceARevision<Asked> answers = new OnceARevision<>(MOST_BYTES);
    private final IncidentRepository incidents;
    private final IncidentColumns columns;
    private final ManyIncidents many;
    private final int most;
    private final Revisions revisions;
    private final Turns turns;
    private final Caller caller;

    IncidentsResource(
            IncidentRepository incidents,
            IncidentColumns columns,
            ManyIncidents many,
            @ConfigProperty(name = "oqiga.columns.most") int most,
            Revisions revisions,
            Turns turns,
            Caller caller) {
        this.incidents = incidents;
        this.columns = columns;
        this.many = many;
        this.most = most;
        this.revisions = revisions;
        this.turns = turns;
        this.caller = caller;
    }

    private record Asked(String address, Audience audience) {}

    @GET
    @Produces({GEOJSON, JSON})
    @Operation(summary = "Every incident of the filter, the earliest first")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    @Parameter(ref = "limit")
    @Parameter(ref = "latest")
    @Parameter(ref = "properties")
    @Parameter(ref = "f")
    public Response incidents(@Context UriInfo uri, @Context Request request) {
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var filter = FilterQuery.parse(query, caller.audience());
        var limit = query.limit();
        var format = query.given("f").orElse("geojson");
        switch (format) {
            case "map":
                var revision = revisions.latest();
                if (many.isMoreThan(most, filter)) {
                    return revisions.answer(
                            request,
                            revision,
                            false,
                            () -> Response.ok(
                                    turns.atOnce(() -> many.json(filter, revision.number(), revision.name())), JSON));
                }
                return columns(query, filter, revision, uri, request);
            case "columns":
                return columns(query, filter, revisions.latest(), uri, request);
            case "geojson":
                if (query.given("latest").isPresent()) {
                    throw query.wrong("latest", "left out where f is not columns");
                }
                var properties = Attributes.picked(query);
                var collection = new FeatureCollection(filter, properties, limit, Links.of(uri), Optional.empty());
                if (limit.orElse(MANY) < MANY) {
                    return atOnce(request, revisions.latest(), GEOJSON, uri, () -> bytes(collection));
                }
                return revisions.answer(
                        request,
                        revisions.named(request),
                        false,
                        () -> Response.ok(turns.collection(out -> collection.write(incidents, out)), GEOJSON));
            default:
                throw query.wrong("f", "geojson, columns or map");
        }
    }

    private Response columns(
            Query query, IncidentFilter filter, Revisions.Revision revision, UriInfo uri, Request request) {
        var picked = IncidentColumns.picked(query);
        var limit = query.limit();
        var latest = query.limit("latest");
        if (latest.isPresent() && limit.isPresent()) {
            throw query.wrong("limit", "left out where latest says how many");
        }
        return atOnce(
                request,
                revision,
                JSON,
                uri,
                () -> latest.isPresent()
                        ? columns.latest(filter, picked, latest)
                        : columns.json(filter, picked, limit));
    }

    /** What a page begins with is what all pages ask for each time that something has come in. */
    private Response atOnce(
            Request request, Revisions.Revision revision, String type, UriInfo uri, Supplier<byte[]> answer) {
        var key = new Asked(uri.getRequestUri().toString(), revision.audience());
        return revisions.answer(request, revision, false, () -> {
            var bytes = turns.atOnce(() -> answers.get(key, revision.number(), same -> answer.get()));
            return Response.ok(bytes, type);
        });
    }

    private byte[] bytes(FeatureCollection collection) {
        var out = new ByteArrayOutputStream(1 << 16);
        try {
            collection.write(incidents, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @GET
    @Path("{id: .+}")
    @Produces({GEOJSON, JSON})
    @Operation(summary = "One incident, what people changed in it, how each report tells it and why they were joined")
    public Response incident(@jakarta.ws.rs.PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        Query.of(uri.getQueryParameters(), List.of());
        var found =
                id.indexOf(0) >= 0 ? Optional.<IncidentRepository.Kept>empty() : incidents.find(id, caller.audience());
        var kept = found.orElseThrow(() -> new Problems.Missing("there is no incident \"" + id + "\""));
        return IncidentAnswer.of(kept, isEditor(), request);
    }

    private boolean isEditor() {
        return caller.person()
                .filter(person -> person.role().granted().contains(Role.EDITORS))
                .isPresent();
    }
}
