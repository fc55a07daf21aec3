package org.oqiga.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** Our tables in a database: made, brought to this version, or put aside. */
final class Schema {

    static final String NAME = "oqiga";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final long PATIENCE_MS = 30_000;

    private final Address server;

    Schema(Address server) {
        this.server = server.with("connectTimeout", "10").with("ApplicationName", NAME);
    }

    /** Makes sure of PostGIS and of our tables; returns how to reach them. */
    Address prepare(boolean putAside, Consumer<String> progress) {
        String postgis;
        try (var connection = connect()) {
            if (putAside) {
                putAside(connection, progress);
            }
            postgis = postgis(connection);
        } catch (SQLException e) {
            throw new NoDatabaseException("cannot use " + server.place() + ": " + inShort(e), e);
        }
        var address = server.with("currentSchema", NAME + "," + postgis).with("reWriteBatchedInserts", "true");
        try {
            var flyway = Flyway.configure()
                    .dataSource(address.jdbcUrl(), address.user(), address.password())
                    .schemas(NAME)
                    .locations("classpath:db/migration")
                    .load();
            var migrated = flyway.migrate();
            refuseNewer(flyway);
            if (migrated.initialSchemaVersion != null && migrated.migrationsExecuted > 0) {
                vacuum(address);
            }
        } catch (FlywayException e) {
            throw new NoDatabaseException(
                    "cannot make our tables in " + server.place() + ": "
                            + e.getMessage().strip().replaceAll("\\s+", " "),
                    e);
        }
        return address;
    }

    /** Tables that this version does not know it would fill wrongly. */
    private void refuseNewer(Flyway flyway) {
        var current = flyway.info().current();
        if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
            throw new NoDatabaseException("the store in " + server.place() + " is of a newer Oqiga (tables of version "
                    + current.getVersion() + "); use that one, or start an empty store with --fresh");
        }
    }

    /**
     * A migration that writes a table anew leaves no map of the pages that an index can answer for, and what PostgreSQL cleans by itself
     * it cleans only after many more changes: searches would read every row that they find.
     */
    private static void vacuum(Address address) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            Transactions.execute(connection, "VACUUM (ANALYZE) incident");
        } catch (SQLException e) {
            throw new NoDatabaseException("cannot tidy our tables in " + address.place() + ": " + inShort(e), e);
        }
    }

    private Connection connect() throws SQLException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            try {
                return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
            } catch (SQLException e) {
                // 57P03: the server says that it is starting up
                if (!"57P03".equals(e.getSQLState()) || System.currentTimeMillis() > end) {
                    throw e;
                }
                Programs.pause();
            }
        }
    }

    /** Returns the schema that PostGIS lives in. */
    private static String postgis(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var find = "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                    + " WHERE e.extname = 'postgis'";
            try (var rows = statement.executeQuery(find)) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public");
            return "public";
        } catch (SQLException e) {
            throw new SQLException("PostGIS is not there and cannot be added: " + e.getMessage(), e.getSQLState(), e);
        }
    }

    private static void putAside(Connection connection, Consumer<String> progress) throws SQLException {
        var aside = NAME + "_" + LocalDateTime.now().format(STAMP);
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT 1 FROM pg_namespace WHERE nspname = '" + NAME + "'")) {
                if (!rows.next()) {
                    return;
                }
            }
            statement.execute("ALTER SCHEMA " + NAME + " RENAME TO " + aside);
            progress.accept("The reports so far are kept in the schema " + aside);
        }
    }

    private static String inShort(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
