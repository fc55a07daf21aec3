package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Correction;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;

/** Writes the {@code incident} table, within somebody's transaction. */
final class IncidentRows {

    private static final String PUT =
            """
            INSERT INTO incident AS i (id, geom, days, during, starts, ends, precision, type, title, place_id, level,
                country, place_names, confidence, status, first_published, reports, deaths, injured, arrested, words,
                feature, assertion, in_force_until, admin1_id, hidden)
            SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326), daterange(first, last, '[]'), tstzrange(since, until),
                   starts, ends, precision, type, title, place_id, level, country, string_to_array(place_names, chr(31)),
                   confidence, status, first_published, reports, deaths, injured, arrested,
                   to_tsvector('russian', words) || to_tsvector('simple', words), feature, assertion, in_force_until,
                   admin1_id, hidden
              FROM %s
                   AS n (id, lon, lat, first, last, since, until, starts, ends, precision, type, title, place_id, level,
                     country, place_names, confidence, status, first_published, reports, deaths, injured, arrested, words,
                     feature, assertion, in_force_until, admin1_id, hidden)
            ON CONFLICT (id) DO UPDATE
               SET geom = excluded.geom, days = excluded.days, during = excluded.during, starts = excluded.starts,
                   ends = excluded.ends, precision = excluded.precision, type = excluded.type, title = excluded.title,
                   place_id = excluded.place_id, level = excluded.level, country = excluded.country,
                   place_names = excluded.place_names, confidence = excluded.confidence, status = excluded.status,
                   first_published = excluded.first_published, reports = excluded.reports, deaths = excluded.deaths,
                   injured = excluded.injured, arrested = excluded.arrested, words = excluded.words,
                   feature = excluded.feature, assertion = excluded.assertion, in_force_until = excluded.in_force_until,
                   admin1_id = excluded.admin1_id, hidden = excluded.hidden, changed = now(),
                   version = nextval('incident_version')
            """
                    .formatted(IncidentValues.GIVEN);
    private static final String FEATURES = "SELECT id, feature FROM incident WHERE id = ANY(?)";
    private static final String TAKEN = "SELECT id FROM incident WHERE id = ANY(?)";
    private static final String DROP_UNTOLD =
            """
            DELETE FROM incident i
             WHERE id = ANY(?) AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.incident_id = i.id)
            """;

    private final Connection connection;
    private final Function<Place, ZoneId> zones;
    private final IncidentJson json;
    private final PlaceRows places;
    private final Corrections corrections;
    private final Set<String> seen = new HashSet<>();

    IncidentRows(Connection connection, Function<Place, ZoneId> zones, Corrections corrections) {
        this.connection = connection;
        this.zones = zones;
        this.json = new IncidentJson(zones);
        this.places = new PlaceRows(connection);
        this.corrections = corrections;
    }

    /** The same incident under another id. */
    static Incident named(String id, Incident incident) {
        return new Incident(
                id,
                incident.what(),
                incident.when(),
                incident.place(),
                incident.toll(),
                incident.standing(),
                incident.sources());
    }

    /** Ids that may be left without a telling when this is over. */
    void remember(Collection<String> ids) {
        seen.addAll(ids);
    }

    Set<String> taken(Collection<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(TAKEN)) {
            statement.setArray(1, Bindings.texts(connection, ids));
            return new HashSet<>(FirstColumn.texts(statement));
        }
    }

    /**
     * Stores those that are new or have changed (most of a block is as it was), set right as people have.
     *
     * @param incidents as the extraction and the linking have them
     * @param touched the ids of those whose corrections have changed
     */
    void put(Collection<Incident> incidents, Set<String> touched) throws SQLException {
        var ids = incidents.stream().map(Incident::id).toList();
        var before = features(ids);
        var corrected = corrections.of(ids);
        var changed = new ArrayList<Row>();
        for (var incident : incidents) {
            var correction = corrected.get(incident.id());
            var row = correction == null
                    ? new Row(incident, json.toJson(incident), false)
                    : setRight(incident, correction);
            if (touched.contains(incident.id()) || !row.feature.equals(before.get(incident.id()))) {
                changed.add(row);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        places.put(changed.stream()
                .map(Row::incident)
                .filter(incident -> !corrected.containsKey(incident.id()))
                .map(Incident::place)
                .toList());
        // the point of a corrected one may be its own: where its place lies is known from the gazetteer
        places.add(changed.stream()
                .map(Row::incident)
                .filter(incident -> corrected.containsKey(incident.id()))
                .map(Incident::place)
                .toList());
        // in one statement, for the counts are taken after each
        var rows = new Columns(IncidentValues.WIDTH);
        changed.forEach(row -> IncidentValues.add(rows, row.incident, zones, row.feature, row.hidden));
        try (var statement = connection.prepareStatement(PUT)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }

    /** What is stored of an incident. */
    private record Row(Incident incident, String feature, boolean hidden) {}

    private Row setRight(Incident extracted, Correction correction) throws SQLException {
        var exact = correction.applyTo(extracted);
        var open = correction.inPublic(exact);
        boolean rounded = correction.shown().roundedToKm().isPresent();
        corrections.remember(json.toJson(extracted), exact, rounded);
        return new Row(open, json.toJson(open), correction.shown().hidden());
    }

    private Map<String, String> features(Collection<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(FEATURES)) {
            statement.setArray(1, Bindings.texts(connection, ids));
            var found = new HashMap<String, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        }
    }

    void dropUntold() throws SQLException {
        try (var statement = connection.prepareStatement(DROP_UNTOLD)) {
            statement.setArray(1, Bindings.texts(connection, seen));
            statement.executeUpdate();
        }
    }
}
