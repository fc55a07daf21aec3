package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How many rows there are, counted once for each revision of the store however many ask. */
final class Counts {

    static final String REVISION = "SELECT number FROM revision";
    private static final int KEPT = 200;

    private final Remembered<Long> known = new Remembered<>(KEPT);

    /** The rows of {@code sql}, a {@code SELECT count(*)} with the conditions of a filter at its end. */
    long of(Connection connection, String sql, Conditions conditions) throws SQLException {
        return of(connection, revision(connection), sql, conditions);
    }

    /** The same where it is known which revision the connection sees. */
    long of(Connection connection, long revision, String sql, Conditions conditions) throws SQLException {
        return known.get(List.of(sql, conditions.values()), revision, () -> number(connection, sql, conditions));
    }

    /** The number that every change of the store counts up. */
    static long revision(Connection connection) throws SQLException {
        return number(connection, REVISION, Conditions.NONE);
    }

    private static long number(Connection connection, String sql, Conditions conditions) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
