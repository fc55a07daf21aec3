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

    private static final String GIVEN =
            """
            FROM (SELECT id, name, name_local, level, country, admin1_id, admin1, population, radius_km,
                         ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom
                    FROM %s
                         AS given (id, name, name_local, level, country, admin1_id, admin1, population, radius_km, lon, lat)) n
            """
                    .formatted(Columns.of(
                            "text", "text", "text", "text", "text", "text", "text", "bigint", "float8", "float8",
                            "float8"));
    // what is as it was is not even locked: most places are
    private static final String PUT =
            """
            INSERT INTO place AS p (id, name, name_local, level, country, admin1_id, admin1, population, radius_km, geom)
            SELECT n.* %s
             WHERE NOT EXISTS (SELECT 1 FROM place o WHERE o.id = n.id
                    AND (o.name, o.name_local, o.level, o.country, o.admin1_id, o.admin1, o.population, o.radius_km, o.geom)
                     IS NOT DISTINCT FROM (n.name, n.name_local, n.level, n.country, n.admin1_id, n.admin1, n.population,
                       n.radius_km, n.geom))
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, name_local = excluded.name_local, level = excluded.level,
                   country = excluded.country, admin1_id = excluded.admin1_id, admin1 = excluded.admin1,
                   population = excluded.population, radius_km = excluded.radius_km, geom = excluded.geom
            """
                    .formatted(GIVEN);
    private static final String ADD =
            """
            INSERT INTO place (id, name, name_local, level, country, admin1_id, admin1, population, radius_km, geom)
            SELECT n.* %s
             WHERE NOT EXISTS (SELECT 1 FROM place o WHERE o.id = n.id)
            """
                    .formatted(GIVEN);

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
        put(places, ADD);
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
        if (each.isEmpty()) {
            return;
        }
        var rows = new Columns(11);
        for (var place : each.values()) {
            rows.add(
                    place.id(),
                    place.names().english(),
                    place.names().local(),
                    place.level().label(),
                    place.parents().country(),
                    place.parents().admin1Id(),
                    place.parents().admin1(),
                    place.population(),
                    place.radiusKm(),
                    place.at().lon(),
                    place.at().lat());
        }
        try (var statement = connection.prepareStatement(sql)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
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
