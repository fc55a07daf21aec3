package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Marks arrivals as done within the transaction that stores what they have become, so that it is done once or not at all. */
public final class ArrivalRows {

    private static final String HELD =
            "SELECT id FROM arrival WHERE id = ANY(?) AND holder = ? AND state = 'working' ORDER BY id FOR UPDATE";
    // who sends a report again means the later one to hold, whichever of the two is read first
    private static final String OVERTAKEN =
            """
            SELECT a.id, a.name FROM arrival a
             WHERE a.id = ANY(?) AND EXISTS (
                   SELECT 1 FROM arrival later WHERE later.name = a.name AND later.id > a.id AND later.state = 'done')
            """;
    private static final String DONE =
            """
            UPDATE arrival SET state = 'done', done = now(), holder = NULL, claims = 0, error = NULL, report = ?,
                   version = (SELECT version FROM report r WHERE r.name = ?)
             WHERE id = ?
            """;

    private final Connection connection;

    ArrivalRows(Connection connection) {
        this.connection = connection;
    }

    /** Those that this holder may still finish; from now on nobody takes them away. */
    public Set<Long> held(Collection<Long> ids, int holder) {
        return ask(() -> {
            var held = new HashSet<Long>();
            try (var statement = connection.prepareStatement(HELD)) {
                statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                statement.setInt(2, holder);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        held.add(rows.getLong(1));
                    }
                }
            }
            return held;
        });
    }

    /** Those of a name of which a later one is in the store already, and that name. */
    public Map<Long, String> overtaken(Collection<Long> ids) {
        return ask(() -> {
            var overtaken = new HashMap<Long, String>();
            try (var statement = connection.prepareStatement(OVERTAKEN)) {
                statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        overtaken.put(rows.getLong(1), rows.getString(2));
                    }
                }
            }
            return overtaken;
        });
    }

    /** Each has become the report of this name, as it now is in the store. */
    public void done(Map<Long, String> reports) {
        ask(() -> {
            try (var statement = connection.prepareStatement(DONE)) {
                for (var one : reports.entrySet()) {
                    statement.setString(1, one.getValue());
                    statement.setString(2, one.getValue());
                    statement.setLong(3, one.getKey());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            Originals.keepOnce(reports.keySet(), connection);
            return reports.size();
        });
    }

    private static <T> T ask(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StorageException("could not mark arrivals: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
