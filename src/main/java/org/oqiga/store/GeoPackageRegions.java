package org.oqiga.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.oqiga.incident.IncidentRow;

/** The regions of a GeoPackage: those of the countries that its incidents are in, each with how many of them it has. */
final class GeoPackageRegions {

    private static final String INSERT =
            """
            INSERT INTO regions (fid, geom, id, name, name_local, level, country, population, area_km2, incidents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BOX = "INSERT INTO rtree_regions_geom VALUES (?, ?, ?, ?, ?)";

    private record Area(String country, String region) {}

    private final Map<Area, Integer> incidents = new HashMap<>();
    private final Map<String, Integer> inCountry = new HashMap<>();

    void count(IncidentRow incident) {
        var country = incident.fact("country").orElse("");
        inCountry.merge(country, 1, Integer::sum);
        incident.fact("admin1").ifPresent(region -> incidents.merge(new Area(country, region), 1, Integer::sum));
    }

    Set<String> countries() {
        return inCountry.keySet();
    }

    void write(Iterable<RegionRepository.Shape> shapes, Connection to) throws SQLException {
        try (var rows = to.prepareStatement(INSERT);
                var boxes = to.prepareStatement(BOX)) {
            long fid = 0;
            for (var shape : shapes) {
                fid++;
                rows.setLong(1, fid);
                rows.setBytes(2, geometry(shape.wkb()));
                rows.setString(3, shape.id());
                rows.setString(4, shape.name());
                rows.setString(5, shape.nameLocal());
                rows.setString(6, shape.level());
                rows.setString(7, shape.country());
                rows.setLong(8, shape.population());
                rows.setDouble(9, shape.squareKm());
                rows.setInt(
                        10,
                        shape.level().equals("country")
                                ? inCountry.getOrDefault(shape.country(), 0)
                                : incidents.getOrDefault(new Area(shape.country(), shape.name()), 0));
                rows.executeUpdate();
                boxes.setLong(1, fid);
                boxes.setDouble(2, shape.box().west());
                boxes.setDouble(3, shape.box().east());
                boxes.setDouble(4, shape.box().south());
                boxes.setDouble(5, shape.box().north());
                boxes.executeUpdate();
            }
        }
    }

    /** GeoPackage's head, little-endian and without an envelope, before well-known binary of the same order. */
    static byte[] geometry(byte[] wkb) {
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(4326)
                .put(wkb)
                .array();
    }
}
