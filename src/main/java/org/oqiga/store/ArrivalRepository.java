package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.oqiga.report.Sent;

/** What people do with the {@code arrival} table: bring something in, see how far it has got, have it tried again. */
@ApplicationScoped
public class ArrivalRepository {

    private static final String ADD =
            """
            WITH arrived AS (
                   INSERT INTO arrival (name, type, url, published, author, size, sha256, sender)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id, received),
                 kept AS (INSERT INTO original SELECT id, received, sent.bytes
                            FROM arrived, (VALUES (?::bytea)) sent (bytes) WHERE sent.bytes IS NOT NULL)
            SELECT id FROM arrived
            """;
    private static final String SHOWN =
            """
            json_build_object('id', id, 'name', name, 'state', state, 'failures', failures, 'error', error,
              'received', received, 'done', done, 'report', report, 'version', version, 'url', url, 'sender', sender)
            """;
    private static final String SOME = "SELECT " + SHOWN + "::text FROM arrival WHERE id = ?";
    private static final String LIST = "SELECT json_build_object('arrivals', coalesce(json_agg(" + SHOWN
            + " ORDER BY id DESC), '[]'))::text FROM (SELECT * FROM arrival WHERE ? IS NULL OR state = ?"
            + " ORDER BY id DESC LIMIT ?) listed";
    private static final String ADDED = "SELECT json_build_object('arrivals', json_agg(" + SHOWN
            + " ORDER BY id))::text FROM arrival WHERE id = ANY(?)";
    private static final String AGAIN =
            """
            UPDATE arrival SET state = 'waiting', failures = 0, claims = 0, next_try = now(), error = NULL, holder = NULL
             WHERE id = ? AND state <> 'working' RETURNING id
            """;
    // what was given otherwise since, as on the command line, is not put back to what came in here; nor is a day that
    // people gave lost
    private static final String ALL_AGAIN =
            """
            UPDATE arrival a SET state = 'waiting', failures = 0, claims = 0, next_try = now(), error = NULL, holder = NULL
             WHERE state IN ('done', 'parked') AND sha256 IS NOT NULL AND %s IS NOT NULL
               AND NOT EXISTS (SELECT FROM arrival later WHERE later.name = a.name AND later.id > a.id)
               AND (state = 'parked' OR EXISTS (SELECT FROM report r WHERE r.name = a.report AND r.version = a.version)
                     OR EXISTS (SELECT FROM dated d WHERE d.report = a.report))
            """
                    .formatted(Originals.KEPT.formatted("a"));
    private static final String IN_STATES = "SELECT count(*) FROM arrival WHERE state = ANY(?)";
    private static final String OLDEST =
            """
            SELECT coalesce(extract(epoch FROM now() - min(received)), 0)::float8 FROM arrival
             WHERE state IN ('waiting', 'failed', 'working')
            """;
    private static final String COUNTS =
            """
            SELECT json_build_object('waiting', count(*) FILTER (WHERE state IN ('waiting', 'failed')),
                     'working', count(*) FILTER (WHERE state = 'working'),
                     'parked', count(*) FILTER (WHERE state = 'parked'))::text
              FROM arrival WHERE state <> 'done'
            """;
    private static final String OPEN = "SELECT count(*) FROM arrival WHERE state IN ('waiting', 'failed', 'working')";

    private static final String LATEST = "SELECT sha256 = ? FROM arrival WHERE name = ? ORDER BY id DESC LIMIT 1";

    private final Transactions transactions;

    public ArrivalRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read or change arrivals");
    }

    /** Keeps all of them or none; once this has returned, nothing of them is lost. Returns them as the JSON of the API. */
    public String add(List<Sent> arrivals, String sender) {
        return transactions.in(connection -> {
            var ids = new Long[arrivals.size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = add(arrivals.get(i), sender, connection);
            }
            try (var statement = connection.prepareStatement(ADDED)) {
                statement.setArray(1, connection.createArrayOf("bigint", ids));
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        });
    }

    static long add(Sent arrival, String sender, Connection connection) throws SQLException {
        boolean there = arrival.bytes().length > 0;
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, arrival.name());
            statement.setString(2, arrival.type().orElse(null));
            statement.setString(3, arrival.url().orElse(null));
            statement.setObject(4, arrival.published().orElse(null));
            statement.setString(5, arrival.author().orElse(null));
            statement.setInt(6, arrival.bytes().length);
            statement.setBytes(7, there ? sha256(arrival.bytes()) : null);
            statement.setString(8, sender);
            statement.setBytes(9, there ? arrival.bytes() : null);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the latest that came in under this name is the same to the byte. */
    public boolean isLatest(Sent sent) {
        return transactions
                .ask(
                        LATEST,
                        statement -> {
                            statement.setBytes(1, sha256(sent.bytes()));
                            statement.setString(2, sent.name());
                        },
                        rows -> rows.getBoolean(1))
                .orElse(false);
    }

    /** One as JSON. */
    public Optional<String> find(long id) {
        return transactions.ask(SOME, statement -> statement.setLong(1, id), rows -> rows.getString(1));
    }

    /** The latest as JSON, of one state or of all. */
    public String list(Optional<String> state, int limit) {
        return transactions
                .ask(
                        LIST,
                        statement -> {
                            statement.setString(1, state.orElse(null));
                            statement.setString(2, state.orElse(null));
                            statement.setInt(3, limit);
                        },
                        rows -> rows.getString(1))
                .orElseThrow();
    }

    /** Has one read again, whatever came of it before; says whether there is one that nobody works on. */
    public boolean again(long id) {
        return transactions
                .ask(AGAIN, statement -> statement.setLong(1, id), rows -> true)
                .orElse(false);
    }

    /** Has the last of each name read again, where its bytes are at hand; returns how many wait for that now. */
    public int allAgain() {
        return transactions.in(connection -> Transactions.update(connection, ALL_AGAIN));
    }

    /** Drops one with its bytes, but not the report that it has become; says whether there was one that nobody works on. */
    public boolean drop(long id) {
        return transactions.in(connection -> Originals.drop(id, connection));
    }

    /** How many wait, are worked on, and are parked, as JSON. */
    public String counts() {
        return transactions
                .ask(COUNTS, statement -> {}, rows -> rows.getString(1))
                .orElseThrow();
    }

    /** How many are in one of these states. */
    public long count(String... states) {
        return transactions
                .ask(
                        IN_STATES,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("text", states)),
                        rows -> rows.getLong(1))
                .orElseThrow();
    }

    /** For how many seconds that which has waited longest has been open; 0 where nothing is. */
    public double oldestSeconds() {
        return transactions
                .ask(OLDEST, statement -> {}, rows -> rows.getDouble(1))
                .orElseThrow();
    }

    /** How many something is yet to come of. */
    public long open() {
        return transactions.ask(OPEN, statement -> {}, rows -> rows.getLong(1)).orElseThrow();
    }
}
