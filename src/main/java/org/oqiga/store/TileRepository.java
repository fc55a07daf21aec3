package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes vector tiles (Mapbox Vector Tile 2.1) of incidents; each is on one tile of a zoom. */
@ApplicationScoped
public class TileRepository {

    /** The one layer of a tile. */
    public static final String LAYER = "incidents";

    /** A tile holds no more incidents than this; where there are more, it holds a fair sample of them. */
    public static final int MOST = 200_000;

    // what the numbers in a mark mean; the migration that makes the column has the same lists
    public static final List<String> TYPES = List.of(
            "protest",
            "riot",
            "seizure",
            "arson",
            "clash",
            "attack",
            "casualties",
            "arrest",
            "emergency",
            "blackout",
            "deployment",
            "operation",
            "politics",
            "disruption");
    public static final List<String> PRECISIONS = List.of("hour", "day", "week", "month", "year");
    public static final List<String> LEVELS = List.of("site", "district", "town", "region", "country");

    // a tile's cells follow one another in the index, which has the marks and what is mostly asked for beside them
    private static final String MARKS = "SELECT string_agg(mark, ''::bytea) FROM incident WHERE ";
    private static final String COUNT = "SELECT count(*) FROM incident WHERE ";
    // drawn by a hash: the same ones each time, and those of a tile on the tiles within it too
    private static final String DRAWN = " AND get_byte(sha256(mark), 0) * 256 + get_byte(sha256(mark), 1) < ?";
    private static final int TICKETS = 65_536;
    private static final int CROWDED_UPTO = 6;

    private final Databases databases;

    @Inject
    TileRepository(Databases databases) {
        this.databases = databases;
    }

    public TileRepository(DataSource database) {
        this(Databases.only(database));
    }

    /** The tile in its one written form, empty where nothing of the filter is on it. */
    public byte[] tile(IncidentFilter filter, Tile tile) {
        var conditions = Conditions.of(filter, tile);
        var marks = databases.read(
                filter.audience(),
                "could not make the tile " + tile,
                connection -> marks(connection, conditions, tickets(connection, conditions, tile)));
        return TileWriter.write(LAYER, tile, marks);
    }

    /** Of {@link #TICKETS}, how many find room on the tile. */
    private static int tickets(Connection connection, Conditions conditions, Tile tile) throws SQLException {
        if (tile.zoom() > CROWDED_UPTO) {
            return TICKETS;
        }
        try (var statement = connection.prepareStatement(COUNT + conditions.sql())) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return (int) Math.min(TICKETS, (long) TICKETS * MOST / Math.max(1, rows.getLong(1)));
            }
        }
    }

    private static byte[] marks(Connection connection, Conditions conditions, int tickets) throws SQLException {
        boolean all = tickets == TICKETS;
        try (var statement = connection.prepareStatement(MARKS + conditions.sql() + (all ? "" : DRAWN))) {
            int next = conditions.bind(statement, 1);
            if (!all) {
                statement.setInt(next, tickets);
            }
            return strung(statement);
        }
    }

    /** The bytes that a query strings together of all its rows; none where it has no row. */
    static byte[] strung(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            var bytes = rows.getBytes(1);
            return bytes == null ? new byte[0] : bytes;
        }
    }
}
