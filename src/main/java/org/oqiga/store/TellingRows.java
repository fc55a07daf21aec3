package org.oqiga.store;

import java.sql.Array;
import java.sql.Connection;
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
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;
import org.oqiga.incident.Joined;

/** Writes the {@code telling} table, within somebody's transaction. */
final class TellingRows {

    private static final String BLOCKS =
            "SELECT DISTINCT type, place_id, lower(days), upper(days) - 1 FROM telling WHERE %s = ANY(?)";
    private static final String TAKE_OUT =
            """
            DELETE FROM telling WHERE report_id = ANY(?)
            RETURNING id, incident_id, type, place_id, lower(days), upper(days) - 1,
                      body #>> '{properties,sources,0,quote}', report_id
            """;
    private static final String TAKEN_IDS = "SELECT id FROM telling WHERE id = ANY(?)";
    private static final String PUT =
            """
            INSERT INTO telling (id, report_id, incident_id, position, type, days, place_id, geom, body)
            SELECT id, report_id, incident_id, position, type, daterange(first, last, '[]'), place_id,
                   ST_SetSRID(ST_MakePoint(lon, lat), 4326), body
              FROM %s AS n (id, report_id, incident_id, position, type, first, last, place_id, lon, lat, body)
            """
                    .formatted(Columns.of(
                            "text", "bigint", "text", "int", "text", "date", "date", "text", "float8", "float8",
                            "jsonb"));
    private static final String ASSIGN =
            """
            UPDATE telling t SET incident_id = n.incident_id, joined = n.joined
              FROM %s AS n (id, incident_id, joined)
             WHERE t.id = n.id
               AND (t.incident_id IS DISTINCT FROM n.incident_id OR t.joined IS DISTINCT FROM n.joined)
            """
                    .formatted(Columns.of("text", "text", "jsonb"));

    private final Connection connection;
    private final PlaceRows places;
    private final IncidentJson json;

    TellingRows(Connection connection, Function<Place, ZoneId> zones) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
        this.json = new IncidentJson(zones);
    }

    /** The blocks that the tellings of these reports lie in. */
    List<Block> blocks(Collection<Long> reports) throws SQLException {
        return reports.isEmpty()
                ? List.of()
                : blocks("report_id", connection.createArrayOf("bigint", reports.toArray()));
    }

    List<Block> blocksOfIncidents(Collection<String> incidents) throws SQLException {
        return incidents.isEmpty() ? List.of() : blocks("incident_id", Bindings.texts(connection, incidents));
    }

    List<Block> blocksOf(Collection<String> tellings) throws SQLException {
        return tellings.isEmpty() ? List.of() : blocks("id", Bindings.texts(connection, tellings));
    }

    private List<Block> blocks(String column, Array values) throws SQLException {
        try (var statement = connection.prepareStatement(BLOCKS.formatted(column))) {
            statement.setArray(1, values);
            var found = new ArrayList<Block>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(block(rows, 1));
                }
            }
            return found;
        }
    }

    private static Block block(ResultSet rows, int from) throws SQLException {
        return new Block(
                rows.getString(from),
                rows.getString(from + 1),
                rows.getObject(from + 2, LocalDate.class),
                rows.getObject(from + 3, LocalDate.class));
    }

    /** Removes the tellings of these reports; says how each stood, by report. */
    Map<Long, List<Before>> takeOut(Collection<Long> reports) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE_OUT)) {
            statement.setArray(1, connection.createArrayOf("bigint", reports.toArray()));
            var before = new HashMap<Long, List<Before>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    before.computeIfAbsent(rows.getLong(8), any -> new ArrayList<>())
                            .add(new Before(
                                    rows.getString(1),
                                    Optional.ofNullable(rows.getString(2)),
                                    block(rows, 3),
                                    rows.getString(7)));
                }
            }
            return before;
        }
    }

    /**
     * Stores what reports tell.
     *
     * @param told by report
     * @param before how those stood that were there in another reading
     */
    void put(Map<Long, List<Incident>> told, Map<Long, List<Before>> before) throws SQLException {
        var all = told.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        places.put(all.stream().map(Incident::place).toList());
        var known = new HashMap<Long, Map<Incident, Before>>();
        told.forEach((report, tellings) ->
                known.put(report, Before.recognised(tellings, before.getOrDefault(report, List.of()))));
        var ids = takenIds(all.stream().map(Incident::id).toList());
        known.values().forEach(each -> each.values().forEach(it -> ids.add(it.id())));
        var rows = new Columns(11);
        told.forEach((report, tellings) -> {
            for (int position = 0; position < tellings.size(); position++) {
                var telling = tellings.get(position);
                var again = Optional.ofNullable(known.get(report).get(telling));
                // two reports that say word for word the same are still two
                var id = again.isPresent()
                        ? again.get().id()
                        : ids.add(telling.id()) ? telling.id() : telling.id() + "-" + report + "-" + position;
                add(rows, id, report, again.flatMap(Before::incidentId), position, telling);
            }
        });
        try (var statement = connection.prepareStatement(PUT)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }

    private void add(Columns rows, String id, long report, Optional<String> incident, int position, Incident telling) {
        rows.add(
                id,
                report,
                incident,
                position,
                telling.type().label(),
                telling.period().firstDay(),
                telling.period().lastDay(),
                telling.place().id(),
                telling.place().at().lon(),
                telling.place().at().lat(),
                json.toJson(IncidentRows.named(id, telling)));
    }

    private Set<String> takenIds(Collection<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(TAKEN_IDS)) {
            statement.setArray(1, Bindings.texts(connection, ids));
            return new HashSet<>(FirstColumn.texts(statement));
        }
    }

    void assign(Map<Incident, List<String>> linked, Collection<Joined> joined) throws SQLException {
        Map<String, String> reasons = new HashMap<>();
        joined.forEach(reason -> reasons.put(reason.telling(), JoinedJson.of(reason)));
        var rows = new Columns(3);
        linked.forEach((incident, of) -> of.forEach(telling -> rows.add(telling, incident.id(), reasons.get(telling))));
        try (var statement = connection.prepareStatement(ASSIGN)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }
}
