package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.oqiga.gazetteer.Place;

/** Writes the {@code mention} table, within somebody's transaction. */
final class MentionRows {

    private static final String DROP = "DELETE FROM mention WHERE report_id = ?";
    private static final String PUT = "INSERT INTO mention (place_id, report_id, times) VALUES (?, ?, ?)";

    private final Connection connection;
    private final PlaceRows places;

    MentionRows(Connection connection) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
    }

    /** Counts {@code named} for a report, in place of what was counted before. */
    void put(long report, List<Place> named) throws SQLException {
        try (var statement = connection.prepareStatement(DROP)) {
            statement.setLong(1, report);
            statement.executeUpdate();
        }
        places.put(named);
        var times = new TreeMap<String, Integer>();
        named.forEach(place -> times.merge(place.id(), 1, Integer::sum));
        try (var statement = connection.prepareStatement(PUT)) {
            for (var each : times.entrySet()) {
                statement.setString(1, each.getKey());
                statement.setLong(2, report);
                statement.setInt(3, each.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
