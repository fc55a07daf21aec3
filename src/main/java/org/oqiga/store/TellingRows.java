package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;
import org.oqiga.incident.IncidentReader;

/** Writes and reads the {@code telling} table, within somebody's transaction. */
final class TellingRows {

    private static final String BLOCKS =
            """
            SELECT DISTINCT type, place_id, lower(days), upper(days) - 1 FROM telling WHERE report_id = ?
            """;
    private static final String TAKE_OUT =
            "DELETE FROM telling WHERE report_id = ? RETURNING id, incident_id, type, place_id";
    private static final String TAKEN_IDS = "SELECT id FROM telling WHERE id = ANY(?)";
    private static final String PUT =
            """
            INSERT INTO telling (id, report_id, incident_id, position, type, days, place_id, geom, body)
            VALUES (?, ?, ?, ?, ?, daterange(?::date, ?::date, '[]'), ?, ?, ?::jsonb)
            """;
    private static final String SPAN =
            """
            SELECT min(lower(days)), max(upper(days) - 1) FROM telling
             WHERE days && daterange(?::date, ?::date, '[]') AND type = ? AND place_id = ?
            """;
    private static final String NEIGHBOURS =
            """
            SELECT t.body::text, t.incident_id, %s
              FROM telling t JOIN place p ON p.id = t.place_id JOIN report r ON r.id = t.report_id
             WHERE t.days && daterange(?::date, ?::date, '[]') AND t.type = ? AND t.place_id = ?
             ORDER BY r.published NULLS LAST, r.name, t.position, t.id
            """
                    .formatted(PlaceRows.COLUMNS);
    private static final String ASSIGN =
            """
            UPDATE telling t SET incident_id = n.incident_id FROM unnest(?, ?) AS n (id, incident_id)
             WHERE t.id = n.id AND t.incident_id IS DISTINCT FROM n.incident_id
            """;

    private final Connection connection;
    private final PlaceRows places;
    private final IncidentJson json;

    TellingRows(Connection connection, Function<Place, ZoneId> zones) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
        this.json = new IncidentJson(zones);
    }

    /** The blocks that a report's tellings lie in. */
    List<Intake.Block> blocks(long report) throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS)) {
            statement.setLong(1, report);
            var found = new ArrayList<Intake.Block>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Intake.Block(rows.getString(1), rows.getString(2), day(rows, 3), day(rows, 4)));
                }
            }
            return found;
        }
    }

    /** A telling as it stood in the store: what it was taken for, if it is still of the same type and place. */
    record Before(String incidentId, String type, String placeId) {

        boolean still(Incident telling) {
            return type.equals(telling.type().label())
                    && placeId.equals(telling.place().id());
        }
    }

    /** Removes a report's tellings; says which incident each was taken for. */
    Map<String, Before> takeOut(long report) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE_OUT)) {
            statement.setLong(1, report);
            var before = new HashMap<String, Before>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(2) != null) {
                        before.put(
                                rows.getString(1), new Before(rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                }
            }
            return before;
        }
    }

    void put(long report, List<Incident> told, Map<String, Before> before) throws SQLException {
        places.put(told.stream().map(Incident::place).toList());
        var taken = takenIds(told.stream().map(Incident::id).toList());
        try (var statement = connection.prepareStatement(PUT)) {
            int position = 0;
            for (var telling : told) {
                // two reports that say word for word the same are still two
                var id = taken.add(telling.id()) ? telling.id() : telling.id() + "-" + report + "-" + position;
                bind(statement, id, report, position++, telling, incident(before.get(telling.id()), telling));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable String incident(@Nullable Before before, Incident telling) {
        return before != null && before.still(telling) ? before.incidentId() : null;
    }

    private void bind(
            PreparedStatement statement,
            String id,
            long report,
            int position,
            Incident telling,
            @Nullable String incident)
            throws SQLException {
        statement.setString(1, id);
        statement.setLong(2, report);
        statement.setString(3, incident);
        statement.setInt(4, position);
        statement.setString(5, telling.type().label());
        statement.setObject(6, telling.period().firstDay());
        statement.setObject(7, telling.period().lastDay());
        statement.setString(8, telling.place().id());
        statement.setObject(9, Points.of(telling.place().at()));
        statement.setString(10, json.toJson(IncidentRows.named(id, telling)));
    }

    private Set<String> takenIds(Collection<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(TAKEN_IDS)) {
            statement.setArray(1, Conditions.texts(connection, ids));
            var taken = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getString(1));
                }
            }
            return taken;
        }
    }

    List<Intake.Kept> neighbours(Intake.Block block) throws SQLException {
        var whole = widened(block);
        try (var statement = connection.prepareStatement(NEIGHBOURS)) {
            bind(statement, whole);
            var found = new ArrayList<Intake.Kept>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var place = PlaceRows.read(rows, 3);
                    var telling = new IncidentReader(id -> Optional.of(place)).read(rows.getString(1));
                    found.add(new Intake.Kept(telling, Optional.ofNullable(rows.getString(2))));
                }
            }
            return found;
        }
    }

    /** The block grown until no telling outside it shares a day with one inside. */
    private Intake.Block widened(Intake.Block block) throws SQLException {
        var whole = block;
        try (var statement = connection.prepareStatement(SPAN)) {
            while (true) {
                bind(statement, whole);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    if (rows.getObject(1) == null
                            || (!day(rows, 1).isBefore(whole.first())
                                    && !day(rows, 2).isAfter(whole.last()))) {
                        return whole;
                    }
                    whole = new Intake.Block(
                            block.type(),
                            block.placeId(),
                            earlier(day(rows, 1), whole.first()),
                            later(day(rows, 2), whole.last()));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Intake.Block block) throws SQLException {
        statement.setObject(1, block.first());
        statement.setObject(2, block.last());
        statement.setString(3, block.type());
        statement.setString(4, block.placeId());
    }

    void assign(Map<Incident, List<String>> linked) throws SQLException {
        List<String> tellings = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        linked.forEach((incident, of) -> of.forEach(telling -> {
            tellings.add(telling);
            taken.add(incident.id());
        }));
        try (var statement = connection.prepareStatement(ASSIGN)) {
            statement.setArray(1, Conditions.texts(connection, tellings));
            statement.setArray(2, Conditions.texts(connection, taken));
            statement.executeUpdate();
        }
    }

    private static LocalDate day(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
