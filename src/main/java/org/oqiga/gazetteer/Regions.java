package org.oqiga.gazetteer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * The polygons of {@code gazetteer/regions.topojson.gz}, read when the first one is asked for. Neighbours share their arcs, so
 * the common border of two regions is the same line in both.
 */
final class Regions {

    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private final Supplier<InputStream> file;
    private final Map<String, Optional<Geometry>> made = new ConcurrentHashMap<>();
    private volatile Map<String, JsonNode> shapes = Map.of();
    private Coordinate[][] arcs = {};

    Regions(Supplier<InputStream> file) {
        this.file = file;
    }

    Optional<Geometry> polygon(String id) {
        if (shapes.isEmpty()) {
            load();
        }
        return made.computeIfAbsent(
                id, key -> Optional.ofNullable(shapes.get(key)).map(this::geometry));
    }

    private synchronized void load() {
        if (!shapes.isEmpty()) {
            return;
        }
        try (var stream = new GZIPInputStream(file.get(), 1 << 16)) {
            Topology topology = new ObjectMapper().readValue(stream, Topology.class);
            arcs = new Coordinate[topology.arcs.length][];
            for (int i = 0; i < arcs.length; i++) {
                arcs[i] = topology.transform.line(topology.arcs[i]);
            }
            var byId = new HashMap<String, JsonNode>();
            topology.objects
                    .get("places")
                    .get("geometries")
                    .forEach(shape -> byId.put(shape.path("id").asText(), shape));
            shapes = Map.copyOf(byId);
        } catch (IOException e) {
            throw new UncheckedIOException("the gazetteer's regions cannot be read", e);
        }
    }

    private Geometry geometry(JsonNode shape) {
        var parts = new ArrayList<Polygon>();
        if ("Polygon".equals(shape.path("type").asText())) {
            parts.add(polygon(shape.get("arcs")));
        } else {
            shape.get("arcs").forEach(part -> parts.add(polygon(part)));
        }
        Geometry whole = parts.size() == 1 ? parts.get(0) : WGS84.createMultiPolygon(parts.toArray(Polygon[]::new));
        // a coarser border may touch itself
        return whole.isValid() ? whole : GeometryFixer.fix(whole);
    }

    private Polygon polygon(JsonNode rings) {
        var all = new ArrayList<LinearRing>();
        rings.forEach(ring -> all.add(ring(ring)));
        return WGS84.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode arcNumbers) {
        List<Coordinate> line = new ArrayList<>();
        for (JsonNode number : arcNumbers) {
            Coordinate[] arc = arcs[number.asInt() < 0 ? ~number.asInt() : number.asInt()];
            for (int i = line.isEmpty() ? 0 : 1; i < arc.length; i++) {
                line.add(arc[number.asInt() < 0 ? arc.length - 1 - i : i]);
            }
        }
        // what is smaller than a step of the file, or was dissolved together from such, may have lost its way home
        while (line.size() < 4 || !line.get(0).equals2D(line.get(line.size() - 1))) {
            line.add(line.get(0));
        }
        return WGS84.createLinearRing(line.toArray(Coordinate[]::new));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Topology(Transform transform, JsonNode objects, int[][][] arcs) {}

    private record Transform(double[] scale, double[] translate) {

        Coordinate[] line(int[][] steps) {
            var line = new Coordinate[steps.length];
            long x = 0;
            long y = 0;
            for (int i = 0; i < steps.length; i++) {
                x += steps[i][0];
                y += steps[i][1];
                line[i] = new Coordinate(x * scale[0] + translate[0], y * scale[1] + translate[1]);
            }
            return line;
        }
    }
}
