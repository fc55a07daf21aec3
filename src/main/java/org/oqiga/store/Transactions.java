package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Small pieces of work on the database, each whole or not at all. */
final class Transactions {

    private static final String OF_ONE_MOMENT =
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; " + Counts.REVISION + "; ";

    private final DataSource database;
    private final String complaint;

    /** {@code complaint} is what a failure is reported as. */
    Transactions(DataSource database, String complaint) {
        this.database = database;
        this.complaint = complaint;
    }

    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Does {@code work} in one transaction, which a failure undoes. */
    <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                // after a commit there is nothing left to undo
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StorageException(complaint, e);
        }
    }

    /** The first row of one statement, which is a transaction by itself. */
    <T> Optional<T> ask(String sql, Binding binding, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException(complaint, e);
        }
    }

    /**
     * Begins a transaction in which all that is read is of the same moment, and says which revision of the store that is; one
     * exchange, where to set a connection's isolation before and after it takes two more.
     */
    static long beginOfOneMoment(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(OF_ONE_MOMENT)) {
            return revision(statement);
        }
    }

    /** Prepares {@code sql} as the first that is asked in such a transaction: with {@link #revision}, in the exchange that begins it. */
    static PreparedStatement firstOfOneMoment(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        return connection.prepareStatement(OF_ONE_MOMENT + sql);
    }

    /** Asks, and says which revision is seen; what was prepared is the statement's next result. */
    static long revision(PreparedStatement first) throws SQLException {
        first.execute();
        first.getMoreResults(); // to set the isolation gives none
        long revision;
        try (var rows = first.getResultSet()) {
            rows.next();
            revision = rows.getLong(1);
        }
        first.getMoreResults();
        return revision;
    }

    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
