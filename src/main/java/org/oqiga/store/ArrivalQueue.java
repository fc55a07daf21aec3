package org.oqiga.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.oqiga.report.Sent;

/** The {@code arrival} table as a queue for any number of processes: each takes what no other has taken. */
public final class ArrivalQueue {

    /** So often something may fail, or take the process with it, before people have to look at it. */
    public static final int TRIES = 5;

    // a report that a process died over is suspected: it is taken up first, and the more often it died, the more alone
    private static final List<Lot> LOTS =
            List.of(new Lot(2, Integer.MAX_VALUE, 1), new Lot(1, 1, 10), new Lot(0, 0, 100));
    // but the first after a start takes long; were it always the same one, ends at random would have it parked
    private static final List<Lot> LOTS_AFTER_A_START = List.of(LOTS.get(2), LOTS.get(1), LOTS.get(0));
    private static final long BYTES_AT_A_TIME = 16 << 20;
    private static final String CLAIM =
            """
            WITH free AS (
                   SELECT id, size, name, sha256 FROM arrival
                    WHERE state IN ('waiting', 'failed') AND next_try <= now() AND claims BETWEEN ? AND ?
                      AND (sha256 IS NULL) = ?
                    ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED),
                 few AS (SELECT f.id, kept.bytes
                           FROM (SELECT *, sum(size) OVER (ORDER BY id) - size AS before FROM free) f
                           LEFT JOIN LATERAL %s kept ON true WHERE before < ?)
            UPDATE arrival a SET state = 'working', holder = ?, claims = claims + 1
              FROM few WHERE a.id = few.id
            RETURNING a.id, a.name, a.type, a.url, a.published, a.author, few.bytes
            """
                    .formatted(Originals.KEPT.formatted("f"));
    private static final String ABANDONED =
            """
            UPDATE arrival SET holder = NULL,
                   state = CASE WHEN claims < ? THEN 'waiting' ELSE 'parked' END,
                   error = CASE WHEN claims < ? THEN error
                                ELSE 'the service ended ' || claims || ' times while this was being read' END
             WHERE state = 'working' AND (holder IS NULL OR holder NOT IN (
                   SELECT objid::int FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid = ?
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
            """;
    private static final String FAILED =
            """
            UPDATE arrival SET holder = NULL, claims = 0, failures = failures + 1, error = ?,
                   state = CASE WHEN ? OR failures + 1 >= ? THEN 'parked' ELSE 'failed' END,
                   next_try = now() + ? * interval '1 second' * 4 ^ failures
             WHERE id = ? AND holder = ? AND state = 'working'
            """;
    private static final String PUT_BACK =
            "UPDATE arrival SET holder = NULL, claims = greatest(claims - 1, 0), state = 'waiting'"
                    + " WHERE id = ? AND holder = ? AND state = 'working'";
    private static final String OUTLIVED =
            "UPDATE arrival SET claims = claims - 1 WHERE id = ? AND claims > 0 AND state IN ('waiting', 'working')";
    private static final String FETCHED =
            """
            WITH fetched AS (
                   UPDATE arrival SET holder = NULL, claims = 0, failures = 0, error = NULL, state = 'waiting',
                          next_try = now(), size = ?, sha256 = ?, type = coalesce(?, type), url = ?, name = ?
                    WHERE id = ? AND holder = ? AND state = 'working' RETURNING id, received)
            INSERT INTO original SELECT id, received, ? FROM fetched
            """;

    private static final String WAITED_FOR =
            "SELECT 1 FROM arrival WHERE state IN ('waiting', 'failed') AND next_try <= now() AND sha256 IS NOT NULL"
                    + " LIMIT 1";

    private final Transactions transactions;

    public ArrivalQueue(DataSource database) {
        this.transactions = new Transactions(database, "could not take arrivals");
    }

    /** Whether there is anything to read. */
    public boolean isWaitedFor() {
        return transactions.ask(WAITED_FOR, statement -> {}, rows -> true).orElse(false);
    }

    /** So many arrivals at once, of those that so many processes have died over. */
    private record Lot(int leastClaims, int mostClaims, int arrivals) {}

    /** Begins with the next that are to be read; so few that they can be held at once. */
    public List<Claimed> claim(int holder) {
        return claim(holder, LOTS, false, Integer.MAX_VALUE);
    }

    /** The same for a process that has read nothing yet: those that nobody has died over come first. */
    public List<Claimed> claimAfterAStart(int holder) {
        return claim(holder, LOTS_AFTER_A_START, false, Integer.MAX_VALUE);
    }

    /** Begins with the next that are to be fetched. */
    public List<Claimed> claimUnfetched(int holder, int most) {
        return claim(holder, LOTS, true, most);
    }

    private List<Claimed> claim(int holder, List<Lot> lots, boolean unfetched, int most) {
        return transactions.in(connection -> {
            var claimed = new ArrayList<Claimed>();
            for (var lot : lots) {
                try (var statement = connection.prepareStatement(CLAIM)) {
                    statement.setInt(1, lot.leastClaims());
                    statement.setInt(2, lot.mostClaims());
                    statement.setBoolean(3, unfetched);
                    statement.setInt(4, Math.min(lot.arrivals(), most));
                    statement.setLong(5, BYTES_AT_A_TIME);
                    statement.setInt(6, holder);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            claimed.add(claimed(rows));
                        }
                    }
                }
                if (!claimed.isEmpty()) {
                    break;
                }
            }
            if (!unfetched) {
                parkWhatIsPutAway(claimed, holder, connection);
            }
            claimed.sort((one, other) -> Long.compare(one.id(), other.id()));
            return claimed;
        });
    }

    private static void parkWhatIsPutAway(List<Claimed> claimed, int holder, Connection connection)
            throws SQLException {
        for (var one : List.copyOf(claimed)) {
            var why =
                    one.sent().bytes().length == 0 ? Originals.putAway(one.id(), connection) : Optional.<String>empty();
            if (why.isPresent()) {
                claimed.remove(one);
                Transactions.update(connection, FAILED, why.get(), true, TRIES, 0.0, one.id(), holder);
            }
        }
    }

    private static Claimed claimed(ResultSet rows) throws SQLException {
        var bytes = rows.getBytes(7);
        return new Claimed(
                rows.getLong(1),
                new Sent(
                        rows.getString(2),
                        Optional.ofNullable(rows.getString(3)),
                        Optional.ofNullable(rows.getString(4)),
                        Optional.ofNullable(rows.getObject(5, LocalDate.class)),
                        Optional.ofNullable(rows.getString(6)),
                        bytes == null ? new byte[0] : bytes));
    }

    /** Gives back to the queue what processes had begun with that are there no longer; returns how many. */
    public int freeAbandoned() {
        return transactions.in(connection -> Transactions.update(connection, ABANDONED, TRIES, TRIES, Notices.HOLDERS));
    }

    /**
     * Nothing came of one this time; it is tried again later, and later still, until it is parked.
     *
     * @param hopeless whether another try would come to the same
     */
    public void failed(long id, int holder, String why, boolean hopeless, Duration after) {
        var error = why.replace('\0', '\uFFFD');
        transactions.in(connection -> Transactions.update(
                connection, FAILED, error, hopeless, TRIES, (double) after.toMillis() / 1000, id, holder));
    }

    /** One is left for another time, through no fault of its own; also where its holder has been taken for dead meanwhile. */
    public void putBack(long id, int holder) {
        transactions.in(connection -> {
            int back = Transactions.update(connection, PUT_BACK, id, holder);
            return back > 0 ? back : Transactions.update(connection, OUTLIVED, id);
        });
    }

    /** The bytes of one have been fetched; it can now be read. */
    public void fetched(Claimed claimed, int holder) {
        var arrival = claimed.sent();
        transactions.in(connection -> {
            try (var statement = connection.prepareStatement(FETCHED)) {
                statement.setInt(1, arrival.bytes().length);
                statement.setBytes(2, ArrivalRepository.sha256(arrival.bytes()));
                statement.setString(3, arrival.type().orElse(null));
                statement.setString(4, arrival.url().orElse(null));
                statement.setString(5, arrival.name());
                statement.setLong(6, claimed.id());
                statement.setInt(7, holder);
                statement.setBytes(8, arrival.bytes());
                return statement.executeUpdate();
            }
        });
    }
}
