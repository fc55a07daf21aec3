package org.oqiga.store;

import java.sql.Array;
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
import org.oqiga.incident.Joined;

/** Writes and reads the {@code telling} table, within somebody's transaction. */
final class TellingRows {

    private static final String BLOCKS =
            "SELECT DISTINCT type, place_id, lower(days), upper(days) - 1 FROM telling WHERE %s = ANY(?)";
    private static final String TAKE_OUT =
            """
            DELETE FROM telling WHERE report_id = ?
            RETURNING id, incident_id, type, place_id, lower(days), upper(days) - 1,
                      body #>> '{properties,sources,0,quote}'
            """;
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
            SELECT t.body::text, t.incident_id, %s, o.name
              FROM telling t JOIN place p ON p.id = t.place_id JOIN report r ON r.id = t.report_id
              LEFT JOIN report o ON o.id = r.same_text_as
             WHERE t.days && daterange(?::date, ?::date, '[]') AND t.type = ? AND t.place_id = ?
             ORDER BY r.published NULLS LAST, r.name, t.position, t.id
            """
                    .formatted(PlaceRows.COLUMNS);
    private static final String ASSIGN =
            """
            UPDATE telling t SET incident_id = n.incident_id, joined = n.joined::jsonb
              FROM unnest(?, ?, ?) AS n (id, incident_id, joined)
             WHERE t.id = n.id
               AND (t.incident_id IS DISTINCT FROM n.incident_id OR t.joined IS DISTINCT FROM n.joined::jsonb)
            """;

    private final Connection connection;
    private final PlaceRows places;
    private final IncidentJson json;

    TellingRows(Connection connection, Function<Place, ZoneId> zones) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
        this.json = new IncidentJson(zones);
    }

    /** The blocks that the tellings of these reports lie in. */
    List<Intake.Block> blocks(Collection<Long> reports) throws SQLException {
        return reports.isEmpty()
                ? List.of()
                : blocks("report_id", connection.createArrayOf("bigint", reports.toArray()));
    }

    List<Intake.Block> blocksOfIncidents(Collection<String> incidents) throws SQLException {
        return incidents.isEmpty() ? List.of() : blocks("incident_id", Conditions.texts(connection, incidents));
    }

    List<Intake.Block> blocksOf(Collection<String> tellings) throws SQLException {
        return blocks("id", Conditions.texts(connection, tellings));
    }

    private List<Intake.Block> blocks(String column, Array values) throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS.formatted(column))) {
            statement.setArray(1, values);
            var found = new ArrayList<Intake.Block>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Intake.Block(rows.getString(1), rows.getString(2), day(rows, 3), day(rows, 4)));
                }
            }
            return found;
        }
    }

    /** Removes a report's tellings; says how each stood. */
    List<Before> takeOut(long report) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE_OUT)) {
            statement.setLong(1, report);
            var before = new ArrayList<Before>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    before.add(new Before(
                            rows.getString(1),
                            Optional.ofNullable(rows.getString(2)),
                            new Intake.Block(rows.getString(3), rows.getString(4), day(rows, 5), day(rows, 6)),
                            rows.getString(7)));
                }
            }
            return before;
        }
    }

    void put(long report, List<Incident> told, List<Before> before) throws SQLException {
        places.put(told.stream().map(Incident::place).toList());
        var known = Before.recognised(told, before);
        var ids = new HashSet<String>();
        known.values().forEach(it -> ids.add(it.id()));
        ids.addAll(takenIds(told.stream().map(Incident::id).toList()));
        try (var statement = connection.prepareStatement(PUT)) {
            int position = 0;
            for (var telling : told) {
                var again = known.get(telling);
                // two reports that say word for word the same are still two
                var id = again != null
                        ? again.id()
                        : ids.add(telling.id()) ? telling.id() : telling.id() + "-" + report + "-" + position;
                var incident = again == null ? null : again.incidentId().orElse(null);
                bind(statement, id, report, position++, telling, incident);
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
                    var original = Optional.ofNullable(rows.getString(14));
                    found.add(new Intake.Kept(
                            original.map(telling::copyOf).orElse(telling), Optional.ofNullable(rows.getString(2))));
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

    void assign(Map<Incident, List<String>> linked, Collection<Joined> joined) throws SQLException {
        Map<String, String> reasons = new HashMap<>();
        joined.forEach(reason -> reasons.put(reason.telling(), JoinedJson.of(reason)));
        List<String> tellings = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<@Nullable String> why = new ArrayList<>();
        linked.forEach((incident, of) -> of.forEach(telling -> {
            tellings.add(telling);
            taken.add(incident.id());
            why.add(reasons.get(telling));
        }));
        try (var statement = connection.prepareStatement(ASSIGN)) {
            statement.setArray(1, Conditions.texts(connection, tellings));
            statement.setArray(2, Conditions.texts(connection, taken));
            statement.setArray(3, connection.createArrayOf("text", why.toArray()));
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
