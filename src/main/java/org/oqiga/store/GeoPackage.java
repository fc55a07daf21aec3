package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oqiga.incident.IncidentRow;
import org.oqiga.incident.Provenance;

/** A GeoPackage while it is written: incidents, their sources as a related table, regions, and what the file is about. */
final class GeoPackage implements AutoCloseable {

    private static final String INCIDENT = insert(
            "incidents",
            Stream.concat(
                    Stream.of("fid", "geom", "id", "first_day", "last_day", "quote"), IncidentRow.PROPERTIES.stream()));
    private static final String SOURCE =
            insert("sources", Stream.concat(Stream.of("id", "incident_id"), IncidentRow.SOURCE.stream()));
    private static final String RELATION = "INSERT INTO incidents_sources (base_id, related_id) VALUES (?, ?)";
    private static final String BOX = "INSERT INTO rtree_incidents_geom VALUES (?, ?, ?, ?, ?)";
    private static final String ABOUT = "INSERT INTO about (what, value) VALUES (?, ?)";

    private static final int BATCH = 1000;
    private static final int DAY_LENGTH = "2022-01-05".length();

    private final Connection connection;
    private final PreparedStatement incidents;
    private final PreparedStatement sources;
    private final PreparedStatement relations;
    private final PreparedStatement boxes;
    private final GeoPackageRegions regions = new GeoPackageRegions();
    private long fid;
    private long source;

    private GeoPackage(Connection connection, Provenance provenance) throws SQLException {
        this.connection = connection;
        run("tables.sql", "");
        connection.setAutoCommit(false);
        try (var about = connection.prepareStatement(ABOUT)) {
            for (var fact : List.of(List.of("query", provenance.query()), List.of("licence", Provenance.LICENCE))) {
                about.setString(1, fact.get(0));
                about.setString(2, fact.get(1));
                about.executeUpdate();
            }
        }
        incidents = connection.prepareStatement(INCIDENT);
        sources = connection.prepareStatement(SOURCE);
        relations = connection.prepareStatement(RELATION);
        boxes = connection.prepareStatement(BOX);
    }

    /** Makes one in {@code file}, which must be empty or not there. */
    static GeoPackage in(Path file, Provenance provenance) {
        try {
            return new GeoPackage(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()), provenance);
        } catch (SQLException e) {
            throw new StorageException("could not make a GeoPackage", e);
        }
    }

    void add(IncidentRow incident) throws IOException {
        regions.count(incident);
        try {
            fid++;
            addIncident(incident);
            for (int i = 0; i < incident.sources(); i++) {
                addSource(incident, i);
            }
            if (fid % BATCH == 0) {
                flush();
            }
        } catch (SQLException e) {
            throw new StorageException("could not write to a GeoPackage", e);
        }
    }

    /** Writes the regions that {@code shapes} has of countries, and the indexes; without this it is no GeoPackage yet. */
    void finish(RegionRepository shapes) {
        try {
            flush();
            regions.write(shapes.within(regions.countries()), connection);
            run("ending.sql", "");
            run("layer.sql", "incidents");
            run("layer.sql", "regions");
            connection.commit();
        } catch (SQLException e) {
            throw new StorageException("could not finish a GeoPackage", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StorageException("could not close a GeoPackage", e);
        }
    }

    private void addIncident(IncidentRow incident) throws SQLException {
        double lon = Double.parseDouble(incident.lon());
        double lat = Double.parseDouble(incident.lat());
        incidents.setLong(1, fid);
        incidents.setBytes(2, point(lon, lat));
        incidents.setString(3, incident.id());
        incidents.setString(4, day(incident.fact("start")));
        incidents.setString(5, day(incident.fact("end")));
        incidents.setString(6, incident.ofSources("quote").stream().findFirst().orElse(null));
        int at = 7;
        for (var name : IncidentRow.PROPERTIES) {
            incidents.setString(at++, incident.fact(name).orElse(null));
        }
        incidents.addBatch();
        boxes.setLong(1, fid);
        boxes.setDouble(2, lon);
        boxes.setDouble(3, lon);
        boxes.setDouble(4, lat);
        boxes.setDouble(5, lat);
        boxes.addBatch();
    }

    private void addSource(IncidentRow incident, int number) throws SQLException {
        source++;
        sources.setLong(1, source);
        sources.setString(2, incident.id());
        int at = 3;
        for (var name : IncidentRow.SOURCE) {
            sources.setString(at++, incident.source(number, name).orElse(null));
        }
        sources.addBatch();
        relations.setLong(1, fid);
        relations.setLong(2, source);
        relations.addBatch();
    }

    private void flush() throws SQLException {
        for (var statement : List.of(incidents, sources, relations, boxes)) {
            statement.executeBatch();
        }
    }

    /** The day of a time as the contract writes it. */
    private static @org.jspecify.annotations.Nullable String day(Optional<String> time) {
        return time.map(it -> it.substring(0, Math.min(DAY_LENGTH, it.length())))
                .orElse(null);
    }

    private static byte[] point(double lon, double lat) {
        return GeoPackageRegions.geometry(ByteBuffer.allocate(21)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(1)
                .putDouble(lon)
                .putDouble(lat)
                .array());
    }

    private static String insert(String table, Stream<String> columns) {
        var names = columns.toList();
        return "INSERT INTO " + table
                + names.stream().collect(Collectors.joining("\", \"", " (\"", "\") VALUES ("))
                + String.join(", ", java.util.Collections.nCopies(names.size(), "?")) + ")";
    }

    private void run(String script, String layer) throws SQLException {
        try (var file = GeoPackage.class.getResourceAsStream("/db/geopackage/" + script);
                var statement = connection.createStatement()) {
            if (file == null) {
                throw new IllegalStateException(script + " is missing from this build");
            }
            for (var sql : new String(file.readAllBytes(), UTF_8).split("\n\n")) {
                statement.execute(sql.replace("{layer}", layer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
