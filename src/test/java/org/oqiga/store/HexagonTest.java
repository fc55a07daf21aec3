package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.incident.IncidentType.PROTEST;
import static org.oqiga.incident.IncidentType.SEIZURE;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;

class HexagonTest {

    private static final String HEXAGON =
            "SELECT ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_Hexagon(?, ?, ?), 3857), 4326), 6)";

    private final Database database = TestCluster.shared();

    @ParameterizedTest
    @ValueSource(doubles = {100, 7_250, 25_000, 1_000_000})
    void aPointLiesInTheHexagonThatPostgisDrawsThere(double edge) throws SQLException, IOException {
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            double x = (random.nextDouble() - 0.5) * 3e7;
            double y = (random.nextDouble() - 0.5) * 3e7;
            var hexagon = Hexagon.at(x, y, edge);
            var ours = ring(hexagon.coordinates(edge));
            var theirs = ring(postgis(edge, hexagon));
            assertTrue(Orientation.isCCW(ours), "counter-clockwise, as RFC 7946 has it");
            for (var corner : theirs) {
                assertTrue(nearest(corner, ours) < 2e-6, corner + " is a corner of " + hexagon);
            }
            assertTrue(isNearest(x, y, hexagon, edge), x + " " + y + " is not in " + hexagon);
        }
    }

    /** Hexagons are the places that are nearer to their middle than to those of the six round it. */
    private static boolean isNearest(double x, double y, Hexagon hexagon, double edge) {
        double own = fromMiddle(x, y, hexagon, edge);
        for (int column = -1; column <= 1; column++) {
            for (int row = -1; row <= 1; row++) {
                var other = new Hexagon(hexagon.column() + column, hexagon.row() + row);
                if (fromMiddle(x, y, other, edge) < own - 1e-6) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double fromMiddle(double x, double y, Hexagon hexagon, double edge) {
        double half = Math.floorMod(hexagon.column(), 2) / 2.0;
        return Math.hypot(x - 1.5 * edge * hexagon.column(), y - Math.sqrt(3) * edge * (hexagon.row() + half));
    }

    @Test
    void whatIsCountedIsWhatThereIs() throws IOException {
        var told = new Told()
                .report(
                        "hexagons.txt",
                        LocalDate.parse("2034-03-06"),
                        Told.Telling.of(
                                PROTEST, Told.ALMATY, "2034-03-05", "2034-03-05", "People stood on the square."),
                        Told.Telling.of(SEIZURE, Told.TAVEUNI, "2034-03-05", "2034-03-05", "The hall was taken."));
        told.ingest(database).take(told.unread(), Told.SILENT);
        var incidents = new IncidentRepository(database.connections());
        var json = new ObjectMapper()
                .readTree(new HexagonRepository(database.connections()).collection(IncidentFilter.ALL, 25));
        int counted = 0;
        for (var feature : json.path("features")) {
            int ofTypes = 0;
            for (var type : feature.path("properties").path("types")) {
                ofTypes += type.asInt();
            }
            assertEquals(feature.path("properties").path("incidents").asInt(), ofTypes);
            counted += ofTypes;
        }
        long all = incidents
                .features(IncidentFilter.ALL, List.of(), OptionalInt.empty(), feature -> {})
                .matched();
        assertTrue(all > 0);
        assertEquals(all, counted);
    }

    private String postgis(double edge, Hexagon hexagon) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.prepareStatement(HEXAGON)) {
            statement.setDouble(1, edge);
            statement.setInt(2, hexagon.column());
            statement.setInt(3, hexagon.row());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1).replaceFirst(".*\"coordinates\":", "").replaceFirst("}$", "");
            }
        }
    }

    private static Coordinate[] ring(String coordinates) throws IOException {
        var points = new ObjectMapper().readValue(coordinates, double[][][].class)[0];
        var ring = new Coordinate[points.length];
        for (int i = 0; i < points.length; i++) {
            ring[i] = new Coordinate(points[i][0], points[i][1]);
        }
        return ring;
    }

    private static double nearest(Coordinate corner, Coordinate[] ring) {
        double least = Double.MAX_VALUE;
        for (var each : ring) {
            least = Math.min(least, corner.distance(each));
        }
        return least;
    }
}
