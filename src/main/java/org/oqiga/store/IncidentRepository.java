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

    private static final String COUNT = "SELECT count(*) FROM incident WHERE ";
    private static final String REPORTS = "SELECT count(*) FROM report";
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
    private static final int FETCH = 1000;

    private final DataSource database;

    public IncidentRepository(DataSource database) {
        this.database = database;
    }

    /** How many incidents a filter finds, how many of them were given, and how many reports there are in the store. */
    public record Count(long matched, long returned, long reports) {}

    /**
     * One incident's GeoJSON.
     *
     * @param history what people changed in it, a JSON array
     * @param tellings how each report tells it, and why it was taken for the same, a JSON array
     */
    public record Kept(String feature, String history, String tellings) {}

    /** Takes features one by one, each as JSON in UTF-8. */
    public interface Features {

        void take(byte[] feature) throws IOException;
    }

    /**
     * Gives {@code features} every incident of the filter, the earliest first.
     *
     * @param properties the attributes to keep; all where there are none
     */
    public Count features(IncidentFilter filter, List<String> properties, OptionalInt limit, Features features)
            throws IOException {
        var conditions = Conditions.of(filter);
        var what = properties.isEmpty() ? "feature" : Picking.feature(properties);
        var sql = "SELECT " + what + " FROM incident WHERE " + conditions.sql() + ORDER;
        try (var connection = database.getConnection()) {
            // a cursor lives in a transaction, and the count is to be of the same moment
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long given = 0;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                limit(statement, conditions.bind(statement, 1), limit);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        features.take(rows.getBytes(1));
                        given++;
                    }
                }
            }
            // searching twice costs as much again: only where the limit may have left something out
            long matched = given == limit.orElse(-1) ? count(connection, COUNT + conditions.sql(), conditions) : given;
            var count = new Count(matched, given, count(connection, REPORTS, Conditions.NONE));
            connection.commit();
            return count;
        } catch (SQLException e) {
            throw new StorageException("could not read incidents", e);
        }
    }

    private static long count(Connection connection, String sql, Conditions conditions) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
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
