package org.oqiga.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.api.door.Caller;
import org.oqiga.ingest.Regions;
import org.oqiga.store.Export;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.Query;

/** The incidents of a filter as a file to keep. */
@Path("/api/export.{ending}")
public class ExportResource {

    private static final List<String> PARAMETERS = FilterQuery.parametersAnd("limit");

    private final IncidentRepository incidents;
    private final Regions regions;
    private final Turns turns;
    private final Caller caller;

    ExportResource(IncidentRepository incidents, Regions regions, Turns turns, Caller caller) {
        this.incidents = incidents;
        this.regions = regions;
        this.turns = turns;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every incident of the filter as a download: geojson, geojsonl, csv, gpkg or kml")
    @Extension(name = FilterParameters.TAKEN, value = "true")
    @Parameter(ref = "limit")
    public Response export(@PathParam("ending") String ending, @Context UriInfo uri) {
        var form = Export.of(ending)
                .orElseThrow(() -> new Problems.Missing("an export ends in one of " + Export.endings()));
        var query = Query.of(uri.getQueryParameters(), PARAMETERS);
        var wanted = Export.Wanted.by(query, caller.audience());
        if (form.hasRegions()) {
            regions.fill();
        }
        var file = turns.export(out -> form.write(incidents, wanted, out));
        return Response.ok(file, form.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + fileName(query, form) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What it holds and of which day it is: {@code oqiga-incidents-KZ-2022-01-05-to-2022-01-07.geojson}. */
    private static String fileName(Query query, Export form) {
        var name = new StringBuilder("oqiga-incidents");
        for (var part : List.of("type", "country", "place", "datetime")) {
            query.text(part).ifPresent(value -> name.append('-').append(value.replace("/", "-to-")));
        }
        if (query.text("datetime").isEmpty()) {
            name.append("-of-").append(LocalDate.now());
        }
        var safe = name.toString().replaceAll("[^A-Za-z0-9.-]+", "-");
        return (safe.length() > 120 ? safe.substring(0, 120) : safe) + "." + form.ending();
    }
}
