package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;

/** The {@code original} table: what came in, byte for byte, by the month it came in; old months may have been put away. */
@ApplicationScoped
public class Originals {

    /** The bytes of an arrival called {@code %1$s}: its own, or those of another that had the same under its name. */
    static final String KEPT =
            """
            (SELECT o.bytes FROM arrival e JOIN original o ON o.arrival = e.id AND o.received = e.received
              WHERE e.name = %1$s.name AND e.sha256 = %1$s.sha256 LIMIT 1)""";

    /** Bytes that are in the store already as those of an earlier arrival; once is enough. */
    private static final String SPARE =
            """
            DELETE FROM original o USING arrival a
             WHERE a.id = ANY(?) AND o.arrival = a.id AND o.received = a.received AND EXISTS (
                   SELECT FROM arrival e JOIN original k ON k.arrival = e.id AND k.received = e.received
                    WHERE e.name = a.name AND e.id < a.id AND e.sha256 = a.sha256 AND e.state = 'done')
            """;

    private static final String DROP =
            """
            DELETE FROM arrival WHERE id = ? AND state <> 'working'
            RETURNING id, received, name, sha256
            """;
    private static final String BEQUEATH =
            """
            UPDATE original o SET arrival = heir.id, received = heir.received
              FROM (SELECT id, received FROM arrival e WHERE name = ? AND sha256 = ? AND NOT EXISTS (
                      SELECT FROM original k WHERE k.arrival = e.id AND k.received = e.received) ORDER BY id LIMIT 1) heir
             WHERE o.arrival = ? AND o.received = ?
            """;
    private static final String ERASE = "DELETE FROM original WHERE arrival = ? AND received = ?";
    private static final String BYTES =
            "SELECT kept.bytes FROM arrival a CROSS JOIN LATERAL " + KEPT.formatted("a") + " kept WHERE a.id = ?";
    private static final String AWAY =
            """
            SELECT to_char((SELECT min(e.received) FROM arrival e WHERE e.name = a.name AND e.sha256 = a.sha256)
                     AT TIME ZONE 'UTC', 'YYYY-MM')
              FROM arrival a WHERE a.id = ? AND a.sha256 IS NOT NULL
               AND NOT EXISTS (SELECT FROM arrival e JOIN original o ON o.arrival = e.id AND o.received = e.received
                                WHERE e.name = a.name AND e.sha256 = a.sha256)
            """;
    private static final String MONTHS =
            "SELECT original_month(now()) || ' ' || original_month(now() + interval '1 month')";

    private final Transactions transactions;

    public Originals(DataSource database) {
        this.transactions = new Transactions(database, "could not read or change what came in");
    }

    /** What an arrival brought, byte for byte; nothing where it is yet to be fetched, or {@link #putAway}. */
    public Optional<byte[]> bytes(long arrival) {
        return transactions.ask(BYTES, statement -> statement.setLong(1, arrival), rows -> rows.getBytes(1));
    }

    /** Why the bytes of an arrival are not to be had, where the month they came in has been put away. */
    public Optional<String> putAway(long arrival) {
        return transactions.in(connection -> putAway(arrival, connection));
    }

    static Optional<String> putAway(long arrival, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(AWAY)) {
            statement.setLong(1, arrival);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of("what came in is of " + rows.getString(1) + ", a month that has been put away;"
                                + " it can be read again when that month is back in the database")
                        : Optional.empty();
            }
        }
    }

    /** Makes sure that this month and the next have tables of their own. */
    public void makeMonths() {
        transactions.ask(MONTHS, statement -> {}, rows -> rows.getString(1));
    }

    /** Keeps the bytes of these arrivals only where no earlier one has the same. */
    static void keepOnce(Collection<Long> arrivals, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SPARE)) {
            statement.setArray(1, connection.createArrayOf("bigint", arrivals.toArray()));
            statement.executeUpdate();
        }
    }

    /** Drops an arrival that nobody works on, and its bytes where no other has the same; says whether there was one. */
    static boolean drop(long arrival, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(DROP)) {
            statement.setLong(1, arrival);
            try (var gone = statement.executeQuery()) {
                if (!gone.next()) {
                    return false;
                }
                var received = gone.getTimestamp(2);
                var sha256 = gone.getBytes(4);
                Transactions.update(connection, BEQUEATH, gone.getString(3), sha256, arrival, received);
                Transactions.update(connection, ERASE, arrival, received);
                return true;
            }
        }
    }
}
