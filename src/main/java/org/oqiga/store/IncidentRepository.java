package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** Reads the {@code incident} table. */
@ApplicationScoped
public class IncidentRepository {

    private static final String COUNT = "SELECT count(*), (SELECT count(*) FROM report) FROM incident WHERE ";
    private static final String WHOLE = "SELECT feature FROM incident WHERE ";
    private static final String PICKED =
            """
            SELECT json_build_object('type', 'Feature', 'id', id, 'geometry', f -> 'geometry', 'properties',
                     (SELECT coalesce(json_object_agg(key, value), '{}') FROM json_each(f -> 'properties')
                       WHERE key = ANY(?)))::text
              FROM (SELECT id, starts, feature::json AS f FROM incident WHERE %s ORDER BY starts, id LIMIT ?) picked
             ORDER BY starts, id
            """;
    private static final String ORDER = " ORDER BY starts, id LIMIT ?";
    private static final String ONE =
            """
            SELECT feature,
                   (SELECT coalesce(json_agg(json_build_object('at', at, 'who', who, 'what', what, 'why', why,
                             'before', before, 'after', after) ORDER BY h.id), '[]')::text
                      FROM history h WHERE incident_id = i.id),
                   (SELECT json_agg(json_build_object('id', t.id, 'report', r.name, 'type', t.type,
                             'place', p.name, 'start', lower(t.days), 'end', upper(t.days) - 1,
                             'title', t.body #>> '{properties,title}', 'confidence', t.body #> '{properties,confidence}',
                             'joined', t.joined) ORDER BY t.joined IS NOT NULL, r.published NULLS LAST, t.id)::text
                      FROM telling t JOIN report r ON r.id = t.report_id JOIN place p ON p.id = t.place_id
                     WHERE t.incident_id = i.id)
              FROM incident i
             WHERE i.id = ?
            """;
    private static final String REVISION = "SELECT number FROM revision";
    // so many rows at a time: enough to keep the wire busy, little enough to stay small
    private static final int FETCH = 500;

    private final DataSource database;

    public IncidentRepository(DataSource database) {
        this.database = database;
    }

    /** How many incidents a filter finds, and how many reports there are in the store. */
    public record Count(long incidents, long reports) {}

    /**
     * One incident's GeoJSON.
     *
     * @param history what people changed in it, a JSON array
     * @param tellings how each report tells it, and why it was taken for the same, a JSON array
     */
    public record Kept(String feature, String history, String tellings) {}

    /** Takes an answer: how much it will be, then the features one by one, each as JSON in UTF-8. */
    public interface Features {

        default void count(Count count) throws IOException {}

        void take(byte[] feature) throws IOException;
    }

    /**
     * Gives {@code features} every incident of the filter, the earliest first.
     *
     * @param properties the attributes to keep; all where there are none
     */
    public void features(IncidentFilter filter, List<String> properties, OptionalInt limit, Features features)
            throws IOException {
        var conditions = Conditions.of(filter);
        var sql = properties.isEmpty() ? WHOLE + conditions.sql() + ORDER : PICKED.formatted(conditions.sql());
        try (var connection = database.getConnection()) {
            // a cursor lives in a transaction, and the count is to be of the same moment
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            features.count(count(connection, conditions));
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                int next = 1;
                if (!properties.isEmpty()) {
                    statement.setArray(next++, Conditions.texts(connection, properties));
                }
                limit(statement, conditions.bind(statement, next), limit);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        features.take(rows.getBytes(1));
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StorageException("could not read incidents", e);
        }
    }

    private static Count count(Connection connection, Conditions conditions) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT + conditions.sql())) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Count(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    /** One incident, rejected or not. */
    public Optional<Kept> find(String id) {
        return ask(ONE, statement -> {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Kept(rows.getString(1), rows.getString(2), rows.getString(3)))
                        : Optional.empty();
            }
        });
    }

    /** A number that every change of the store counts up. */
    public long revision() {
        return ask(REVISION, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    static void limit(PreparedStatement statement, int at, OptionalInt limit) throws SQLException {
        statement.setObject(at, limit.isPresent() ? (Object) (long) limit.getAsInt() : null, java.sql.Types.BIGINT);
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not read incidents", e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
