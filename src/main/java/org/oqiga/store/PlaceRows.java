package org.oqiga.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;

/** Writes and reads the {@code place} table, within somebody's transaction. */
final class PlaceRows {

    /** A place's columns, for a join; {@link #read} takes them from the given column on. */
    static final String COLUMNS =
            "p.id, p.name, p.name_local, p.level, p.country, p.admin1_id, p.admin1, p.population, p.radius_km,"
                    + " ST_X(p.geom), ST_Y(p.geom)";

    private static final String ADD =
            """
            INSERT INTO place AS p (id, name, name_local, level, country, admin1_id, admin1, population, radius_km, geom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO\s""";
    private static final String PUT = ADD
            + """
            UPDATE
               SET name = excluded.name, name_local = excluded.name_local, level = excluded.level,
                   country = excluded.country, admin1_id = excluded.admin1_id, admin1 = excluded.admin1,
                   population = excluded.population, radius_km = excluded.radius_km, geom = excluded.geom
             WHERE (p.name, p.name_local, p.level, p.country, p.admin1_id, p.admin1, p.population, p.radius_km, p.geom)
                   IS DISTINCT FROM (excluded.name, excluded.name_local, excluded.level, excluded.country,
                     excluded.admin1_id, excluded.admin1, excluded.population, excluded.radius_km, excluded.geom)
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM place p WHERE p.id = ?";

    private final Connection connection;

    PlaceRows(Connection connection) {
        this.connection = connection;
    }

    void put(Collection<Place> places) throws SQLException {
        put(places, PUT);
    }

    /** Stores those that are not there yet, and leaves the others as they are. */
    void add(Collection<Place> places) throws SQLException {
        put(places, ADD + "NOTHING");
    }

    Optional<Place> find(String id) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows, 1)) : Optional.empty();
            }
        }
    }

    private void put(Collection<Place> places, String sql) throws SQLException {
        var each = new LinkedHashMap<String, Place>();
        places.forEach(place -> each.put(place.id(), place));
        try (var statement = connection.prepareStatement(sql)) {
            for (var place : each.values()) {
                statement.setString(1, place.id());
                statement.setString(2, place.names().english());
                statement.setString(3, place.names().local());
                statement.setString(4, place.level().label());
                statement.setString(5, place.parents().country());
                statement.setString(6, place.parents().admin1Id());
                statement.setString(7, place.parents().admin1());
                statement.setLong(8, place.population());
                statement.setDouble(9, place.radiusKm());
                statement.setObject(10, Points.of(place.at()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static Place read(ResultSet rows, int from) throws SQLException {
        return new Place(
                rows.getString(from),
                new Names(rows.getString(from + 1), rows.getString(from + 2)),
                PlaceLevel.valueOf(rows.getString(from + 3).toUpperCase(Locale.ROOT)),
                new Spot(rows.getDouble(from + 9), rows.getDouble(from + 10)),
                new Parents(rows.getString(from + 4), rows.getString(from + 5), rows.getString(from + 6)),
                rows.getLong(from + 7),
                rows.getDouble(from + 8));
    }
}
