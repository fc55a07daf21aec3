package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Correction;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.Toll;

/** Writes the {@code incident} table, within somebody's transaction. */
final class IncidentRows {

    private static final String PUT =
            """
            INSERT INTO incident AS i (id, geom, days, during, starts, ends, precision, type, title, place_id, level,
                country, place_names, confidence, status, first_published, reports, deaths, injured, arrested, words,
                feature, assertion, in_force_until, admin1_id, hidden)
            VALUES (?, ?, daterange(?::date, ?::date, '[]'), tstzrange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?::int4range, ?::int4range, ?::int4range,
                to_tsvector('russian', ?) || to_tsvector('simple', ?), ?, ?, ?, ?, ?)
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
            """;
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
            statement.setArray(1, Conditions.texts(connection, ids));
            var found = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
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
        places.put(changed.stream()
                .map(Row::incident)
                .filter(incident -> !corrected.containsKey(incident.id()))
                .map(Incident::place)
                .toList());
        // the point of a corrected one may be its own: where its place lies is known from the gazetteer
        places.add(changed.stream().map(row -> row.incident.place()).toList());
        try (var statement = connection.prepareStatement(PUT)) {
            for (var row : changed) {
                bind(statement, row.incident, row.feature);
                statement.setBoolean(29, row.hidden);
                statement.addBatch();
            }
            statement.executeBatch();
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
            statement.setArray(1, Conditions.texts(connection, ids));
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
            statement.setArray(1, Conditions.texts(connection, seen));
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, Incident incident, String feature) throws SQLException {
        var period = incident.period();
        var place = incident.place();
        var zone = zones.apply(place);
        boolean hours = period.precision() == TimePrecision.HOUR;
        var starts = hours ? period.start() : period.firstDay().atStartOfDay();
        // Period.end is inclusive; the column is the first moment after
        var ends = hours
                ? period.end().plusMinutes(1)
                : period.lastDay().plusDays(1).atStartOfDay();
        statement.setString(1, incident.id());
        statement.setObject(2, Points.of(place.at()));
        statement.setObject(3, period.firstDay());
        statement.setObject(4, period.lastDay());
        statement.setObject(5, moment(starts, zone));
        statement.setObject(6, moment(ends, zone));
        statement.setObject(7, starts);
        statement.setObject(8, ends);
        statement.setString(9, period.precision().label());
        statement.setString(10, incident.type().label());
        statement.setString(11, incident.what().title());
        statement.setString(12, place.id());
        statement.setString(13, place.level().label());
        statement.setString(14, place.parents().country());
        statement.setArray(15, Conditions.texts(connection, names(place)));
        statement.setDouble(16, incident.standing().confidence());
        statement.setString(17, incident.standing().status().label());
        statement.setObject(18, firstPublished(incident).orElse(null), Types.DATE);
        statement.setInt(19, incident.reports());
        range(statement, 20, incident.toll().deaths());
        range(statement, 21, incident.toll().injured());
        range(statement, 22, incident.toll().arrested());
        var words = words(incident);
        statement.setString(23, words);
        statement.setString(24, words);
        statement.setString(25, feature);
        statement.setString(26, incident.what().assertion().label());
        statement.setObject(27, incident.when().inForceUntil().orElse(null), Types.DATE);
        statement.setString(28, place.parents().admin1Id());
    }

    private static java.time.OffsetDateTime moment(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toOffsetDateTime();
    }

    private static void range(PreparedStatement statement, int at, Optional<Toll.Range> range) throws SQLException {
        statement.setString(
                at, range.map(it -> "[" + it.low() + "," + it.high() + "]").orElse(null));
    }

    private static Set<String> names(Place place) {
        return Stream.of(
                        place.id(),
                        place.names().english(),
                        place.names().local(),
                        place.parents().admin1Id(),
                        place.parents().admin1())
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<LocalDate> firstPublished(Incident incident) {
        return incident.sources().stream()
                .flatMap(source -> source.report().published().stream())
                .min(LocalDate::compareTo);
    }

    private static String words(Incident incident) {
        var place = incident.place();
        var told = incident.sources().stream()
                .flatMap(source ->
                        Stream.of(source.quote().text(), source.attribution().orElse("")));
        var rest = Stream.of(
                incident.what().title(),
                incident.type().label(),
                place.names().english(),
                place.names().local(),
                place.parents().admin1(),
                String.join(" ", incident.what().actors()));
        return Stream.concat(rest, told)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
