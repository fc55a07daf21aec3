package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads places as columns in the order in which they are wanted. */
final class PlaceColumns {

    private static final String PLACES =
            """
            SELECT p.id, p.name, p.name_local, p.level, p.country, p.admin1, ST_X(p.geom), ST_Y(p.geom),
                   round(p.radius_km::numeric, 1)::float8
              FROM unnest(?) WITH ORDINALITY AS wanted (id, at) JOIN place p USING (id)
             ORDER BY at
            """;
    private static final List<String> NAMES =
            List.of("id", "name", "name_local", "level", "country", "admin1", "lon", "lat", "uncertainty_km");
    private static final int WORDS = 6;

    private PlaceColumns() {}

    static Map<String, JsonColumn> of(Connection connection, List<String> ids) throws SQLException {
        var columns = new LinkedHashMap<String, JsonColumn>();
        NAMES.forEach(name -> columns.put(name, new JsonColumn()));
        try (var statement = connection.prepareStatement(PLACES)) {
            statement.setArray(1, Bindings.texts(connection, ids));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int next = 1;
                    for (var column : columns.values()) {
                        var value = rows.getString(next);
                        if (next++ <= WORDS) {
                            column.word(value);
                        } else {
                            column.raw(value);
                        }
                    }
                }
            }
        }
        return columns;
    }
}
