package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oqiga.gazetteer.Place;

/** Writes the {@code mention} table, within somebody's transaction. */
final class MentionRows {

    private static final String DROP = "DELETE FROM mention WHERE report_id = ANY(?)";
    private static final String PUT =
            "INSERT INTO mention (place_id, report_id, times) SELECT * FROM " + Columns.of("text", "bigint", "int");

    private final Connection connection;
    private final PlaceRows places;

    MentionRows(Connection connection) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
    }

    /** Counts what each of these reports names, in place of what was counted before. */
    void put(Map<Long, List<Place>> named) throws SQLException {
        try (var statement = connection.prepareStatement(DROP)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", named.keySet().toArray()));
            statement.executeUpdate();
        }
        places.put(named.values().stream().flatMap(List::stream).toList());
        var rows = new Columns(3);
        named.forEach((report, all) -> {
            var times = new TreeMap<String, Integer>();
            all.forEach(place -> times.merge(place.id(), 1, Integer::sum));
            times.forEach((place, count) -> rows.add(place, report, count));
        });
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(PUT)) {
                rows.bind(statement, 1);
                statement.executeUpdate();
            }
        }
    }
}
