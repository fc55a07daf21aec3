package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.ingest.Atlas;
import org.oqiga.store.Query;

/** The gazetteer, for a person who types the name of a place. */
@Path("/api/places")
@Produces(JSON)
public class PlacesResource {

    private static final int FEW = 10;
    private static final int MANY = 100;

    private final Atlas atlas;

    PlacesResource(Atlas atlas) {
        this.atlas = atlas;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Found(
            String id,
            String name,
            String nameLocal,
            String level,
            double lon,
            double lat,
            In in,
            long population,
            OptionalLong areaKm2) {

        static Found of(Place place, Gazetteer gazetteer) {
            return new Found(
                    place.id(),
                    place.name(),
                    place.names().local(),
                    place.level().label(),
                    place.at().lon(),
                    place.at().lat(),
                    new In(place.parents().country(), place.parents().admin1()),
                    place.population(),
                    gazetteer.squareKm(place).stream().mapToLong(Math::round).findFirst());
        }
    }

    record In(String country, String admin1) {}

    record Answer(List<Found> places) {}

    @GET
    @Operation(summary = "Places whose name begins as q does, the likeliest first")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    public Answer places(@Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), List.of("q", "limit"));
        var typed = query.text("q").orElseThrow(() -> query.wrong("q", "the beginning of a place's name"));
        int limit = Math.min(MANY, query.limit().orElse(FEW));
        var gazetteer = atlas.gazetteer();
        return new Answer(gazetteer.search(typed, limit).stream()
                .map(place -> Found.of(place, gazetteer))
                .toList());
    }
}
