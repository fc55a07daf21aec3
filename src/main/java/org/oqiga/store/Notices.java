package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * One process's ear at the database, and the sign that the process lives: while it is open it hears which tables have changed,
 * whoever changed them, and holds a lock of its own number.
 */
public final class Notices implements AutoCloseable {

    /** What the locks of processes that take arrivals are known by. */
    static final int HOLDERS = 0x6f716967;

    // a machine that has gone without a word is noticed within a minute, and its locks with it
    private static final String SOON =
            "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";
    private static final String NUMBER = "SELECT nextval('arrival_holder')::int";
    private static final String HOLD = "SELECT pg_advisory_lock(?, ?)";
    private static final String LET_GO = "SELECT pg_advisory_unlock_all()";

    private final Connection connection;
    private final PGConnection ear;
    private final int holder;

    /** Keeps one connection for itself. */
    public Notices(DataSource database) {
        try {
            connection = database.getConnection();
            try (var statement = connection.createStatement();
                    var hold = connection.prepareStatement(HOLD)) {
                ear = connection.unwrap(PGConnection.class);
                statement.execute(SOON);
                statement.execute("LISTEN oqiga");
                try (var rows = statement.executeQuery(NUMBER)) {
                    rows.next();
                    holder = rows.getInt(1);
                }
                hold.setInt(1, HOLDERS);
                hold.setInt(2, holder);
                hold.execute();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StorageException("could not listen to the database", e);
        }
    }

    /** The number by which what this process has begun with is known. */
    public int holder() {
        return holder;
    }

    /** The tables that have changed since the last time; waits so long for one. */
    public Set<String> await(Duration patience) {
        try {
            var changed = new HashSet<String>();
            var heard = ear.getNotifications((int) Math.max(1, patience.toMillis()));
            if (heard != null) {
                for (var notification : heard) {
                    changed.add(notification.getParameter());
                }
            } else if (!connection.isValid((int) patience.toSeconds() + 1)) {
                throw new SQLException("the connection is lost", "08006");
            }
            return changed;
        } catch (SQLException e) {
            throw new StorageException("could not listen to the database", e);
        }
    }

    @Override
    public void close() {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
            statement.execute(LET_GO);
        } catch (SQLException e) {
            throw new StorageException("could not listen to the database", e);
        }
    }
}
