package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Counts incidents by hexagons, from the marks that tiles are drawn from. */
@ApplicationScoped
public class HexagonRepository {

    /** The least and the longest edge in kilometres: a site's, and an eighth of the way round the world. */
    public static final double SHORTEST_KM = 0.1;

    public static final double LONGEST_KM = 5000;

    // x and y in 2^31 of the plane's edge, and the type, without what else a mark has
    private static final String MARKS =
            "SELECT string_agg(substr(mark, 1, 8) || substr(mark, 17, 1), ''::bytea) FROM incident WHERE ";
    private static final double PLANE_M = 2 * Math.PI * 6_378_137;
    private static final double UNITS = 1L << 31;

    private final Databases databases;

    @Inject
    HexagonRepository(Databases databases) {
        this.databases = databases;
    }

    public HexagonRepository(DataSource database) {
        this(Databases.only(database));
    }

    /**
     * The hexagons in which something of the filter is, as a GeoJSON feature collection with {@code incidents} and {@code types} of each.
     *
     * @param edgeKm the length of an edge in kilometres of the web map's plane (EPSG:3857): cos(latitude) of that on the ground
     */
    public String collection(IncidentFilter filter, double edgeKm) {
        double edge = edgeKm * 1000;
        var counts = counts(ByteBuffer.wrap(marks(filter)), edge);
        var order = Comparator.comparingInt(Hexagon::column).thenComparingInt(Hexagon::row);
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(each -> feature(each.getKey(), each.getValue(), edge))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"type\":\"FeatureCollection\",\"edge_km\":" + edgeKm + ",\"features\":[\n",
                        "\n]}\n"));
    }

    private static Map<Hexagon, int[]> counts(ByteBuffer marks, double edge) {
        var counts = new HashMap<Hexagon, int[]>();
        while (marks.hasRemaining()) {
            double x = (marks.getInt() / UNITS - 0.5) * PLANE_M;
            double y = (0.5 - marks.getInt() / UNITS) * PLANE_M;
            counts.computeIfAbsent(Hexagon.at(x, y, edge), any -> new int[TileRepository.TYPES.size() + 1])[
                    marks.get()]++;
        }
        return counts;
    }

    /** A feature; {@code counts} are those of the types by their number, of which the first is 1. */
    private static String feature(Hexagon hexagon, int[] counts, double edge) {
        var types = IntStream.range(1, counts.length)
                .filter(type -> counts[type] > 0)
                .mapToObj(type -> "\"" + TileRepository.TYPES.get(type - 1) + "\":" + counts[type])
                .collect(Collectors.joining(","));
        return "{\"type\":\"Feature\",\"id\":\"" + hexagon.column() + "," + hexagon.row()
                + "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + hexagon.coordinates(edge)
                + "},\"properties\":{\"incidents\":" + IntStream.of(counts).sum() + ",\"types\":{" + types + "}}}";
    }

    private byte[] marks(IncidentFilter filter) {
        var conditions = Conditions.of(filter);
        return databases.read(filter.audience(), "could not count incidents", connection -> {
            try (var statement = connection.prepareStatement(MARKS + conditions.sql())) {
                conditions.bind(statement, 1);
                return TileRepository.strung(statement);
            }
        });
    }
}
