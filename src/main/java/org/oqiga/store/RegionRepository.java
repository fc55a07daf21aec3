package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.oqiga.gazetteer.Place;

/** Writes and reads the {@code region} table: what the gazetteer knows of the countries that the store has places in. */
@ApplicationScoped
public class RegionRepository {

    private static final String MISSING =
            """
            SELECT DISTINCT p.country
              FROM place p
             WHERE p.country <> '' AND NOT EXISTS (SELECT 1 FROM region r WHERE r.country = p.country)
            """;
    private static final String PUT =
            """
            INSERT INTO region (id, name, name_local, level, country, population, area_km2, geom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ST_Multi(ST_GeomFromWKB(?, 4326)))
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String WITHIN =
            """
            SELECT id, name, name_local, level, country, population, area_km2, ST_AsBinary(geom, 'NDR'),
                   ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)
              FROM region
             WHERE country = ANY(?)
             ORDER BY country, level, id
            """;

    private final DataSource database;

    public RegionRepository(DataSource database) {
        this.database = database;
    }

    /** A country or region with its area. */
    public record Region(Place place, Geometry area, double squareKm) {}

    /**
     * One of them as it is stored.
     *
     * @param wkb a MultiPolygon, lon before lat, little-endian
     */
    public record Shape(
            String id,
            String name,
            String nameLocal,
            String level,
            String country,
            long population,
            double squareKm,
            byte[] wkb,
            Bbox box) {}

    /** The countries of these codes, and their regions. */
    public List<Shape> within(Collection<String> countries) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WITHIN)) {
            statement.setArray(1, Bindings.texts(connection, countries));
            try (var rows = statement.executeQuery()) {
                var shapes = new ArrayList<Shape>();
                while (rows.next()) {
                    var box = new Bbox(rows.getDouble(9), rows.getDouble(10), rows.getDouble(11), rows.getDouble(12));
                    shapes.add(new Shape(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getLong(6),
                            rows.getDouble(7),
                            rows.getBytes(8),
                            box));
                }
                return shapes;
            }
        } catch (SQLException e) {
            throw new StorageException("could not read regions", e);
        }
    }

    /** The countries that are still to be put there. */
    public List<String> missing() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(MISSING)) {
            return FirstColumn.texts(statement);
        } catch (SQLException e) {
            throw new StorageException("could not read regions", e);
        }
    }

    public void put(List<Region> regions) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PUT)) {
            for (var region : regions) {
                var place = region.place();
                statement.setString(1, place.id());
                statement.setString(2, place.name());
                statement.setString(3, place.names().local());
                statement.setString(4, place.level().label());
                statement.setString(5, place.parents().country());
                statement.setLong(6, place.population());
                statement.setDouble(7, region.squareKm());
                statement.setBytes(8, new WKBWriter().write(region.area()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StorageException("could not store regions", e);
        }
    }
}
