package org.oqiga.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.oqiga.store.Tile;
import org.oqiga.store.TileRepository;

/**
 * TileJSON 3.0, and what the numbers in the tiles stand for.
 *
 * @param codes the words of each attribute that is a number for a word, the first is 0
 */
record TileJson(
        String tilejson,
        String name,
        String description,
        String attribution,
        List<String> tiles,
        int minzoom,
        int maxzoom,
        List<Double> bounds,
        @JsonProperty("vector_layers") List<Layer> layers,
        Map<String, List<String>> codes) {

    private static final String ABOUT = "Incidents found in news reports. A tile holds at most " + TileRepository.MOST
            + " of them; where there are more, they are a fair sample.";
    private static final double EDGE = 85.0511;

    record Layer(String id, String description, Map<String, String> fields) {}

    /** The tiles of {@code uri}'s filter at the state {@code revision} of the store. */
    static TileJson of(UriInfo uri, String revision) {
        var filter = uri.getRequestUri().getRawQuery();
        var query = "?" + (filter == null || filter.isEmpty() ? "" : filter + "&") + "v=" + revision;
        var fields = Map.of(
                "id", "the incident's id",
                "start", "its first minute, counted from 1970-01-01T00:00 on the place's own clock",
                "end", "the first minute after it, counted likewise",
                "type", "what happened, a number: see codes",
                "precision", "how finely its time is known, a number: see codes",
                "level", "how large its place is, a number: see codes");
        return new TileJson(
                "3.0.0",
                "Oqiga",
                ABOUT,
                "Places: GeoNames (CC BY 4.0)",
                List.of(uri.getBaseUri() + "api/tiles/{z}/{x}/{y}.mvt" + query),
                0,
                Tile.MAX_ZOOM,
                List.of(-180.0, -EDGE, 180.0, EDGE),
                List.of(new Layer(TileRepository.LAYER, "A point an incident", fields)),
                Map.of(
                        "type", TileRepository.TYPES,
                        "precision", TileRepository.PRECISIONS,
                        "level", TileRepository.LEVELS));
    }
}
