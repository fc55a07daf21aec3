package org.oqiga.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Correction;
import org.oqiga.incident.CorrectionJson;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentReader;

/** What people have set right in incidents, within somebody's transaction. */
public final class Corrections {

    private static final String OF = "SELECT incident_id, patch FROM correction WHERE incident_id = ANY(?)";
    private static final String FIND =
            """
            SELECT i.version, coalesce(c.extracted, i.feature), c.patch
              FROM (SELECT ?::text AS id) wanted
              LEFT JOIN incident i USING (id) LEFT JOIN correction c ON c.incident_id = wanted.id
             WHERE i.id IS NOT NULL OR c.incident_id IS NOT NULL
            """;
    private static final String PUT =
            """
            INSERT INTO correction (incident_id, patch, who) VALUES (?, ?::jsonb, ?)
            ON CONFLICT (incident_id) DO UPDATE SET patch = excluded.patch, who = excluded.who, at = now()
            """;
    private static final String REMEMBER =
            """
            UPDATE correction SET extracted = n.extracted, exact = n.exact
              FROM (SELECT ?::text AS extracted, ?::jsonb AS exact) n
             WHERE incident_id = ? AND (correction.extracted, correction.exact) IS DISTINCT FROM (n.extracted, n.exact)
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final PlaceRows places;

    Corrections(Connection connection) {
        this.connection = connection;
        this.places = new PlaceRows(connection);
    }

    /**
     * How an incident stands.
     *
     * @param version empty where the incident has gone and its corrections wait for it
     * @param extracted without the corrections; empty where the incident has gone
     * @param patch the fields that people have set
     */
    public record Standing(Optional<Long> version, Optional<Incident> extracted, ObjectNode patch) {}

    /** An incident and its corrections; empty where there is neither. */
    public Optional<Standing> find(String id) {
        return ask(FIND, statement -> {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                long number = rows.getLong(1);
                var version = rows.wasNull() ? Optional.<Long>empty() : Optional.of(number);
                var extracted = version.isPresent()
                        ? Optional.of(new IncidentReader(this::place).read(rows.getString(2)))
                        : Optional.<Incident>empty();
                var patch = rows.getString(3) == null ? JSON.createObjectNode() : (ObjectNode) tree(rows.getString(3));
                return Optional.of(new Standing(version, extracted, patch));
            }
        });
    }

    /** Keeps that this and nothing else is corrected; {@code places} are those that the patch may name. */
    public void put(String id, JsonNode patch, Collection<Place> named, String who) {
        ask(PUT, statement -> {
            places.put(named);
            statement.setString(1, id);
            statement.setString(2, patch.toString());
            statement.setString(3, who);
            return statement.executeUpdate();
        });
    }

    /** The corrections of those of the incidents that have any. */
    Map<String, Correction> of(Collection<String> ids) {
        var reader = new CorrectionJson(this::place);
        return ask(OF, statement -> {
            statement.setArray(1, Bindings.texts(connection, ids));
            var found = new HashMap<String, Correction>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), reader.read(tree(rows.getString(2))));
                }
            }
            return found;
        });
    }

    /** Keeps beside a correction what only editors are told: the incident without it, and where it was to the full. */
    void remember(String extracted, Incident exact, boolean rounded) {
        ask(REMEMBER, statement -> {
            statement.setString(1, extracted);
            statement.setString(2, rounded ? where(exact.place()) : null);
            statement.setString(3, exact.id());
            return statement.executeUpdate();
        });
    }

    private static String where(Place place) {
        var where = JSON.createObjectNode();
        where.putArray("coordinates").add(place.at().lon()).add(place.at().lat());
        where.put("uncertainty_km", place.radiusKm());
        where.put("place_id", place.id());
        where.put("place", place.name());
        return where.toString();
    }

    private Optional<Place> place(String id) {
        try {
            return places.find(id);
        } catch (SQLException e) {
            throw new StorageException("could not look up a place", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds what is no JSON", e);
        }
    }

    private <T extends @Nullable Object> T ask(String sql, Question<T> question) {
        try (var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not keep a correction: " + e.getMessage(), e);
        }
    }

    private interface Question<T extends @Nullable Object> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
