package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.oqiga.report.Sent;

/** Reads and writes the {@code feed} table and what feeds have had. */
@ApplicationScoped
public class FeedRepository {

    private static final String ADD =
            """
            INSERT INTO feed (url, every_minutes, added_by) VALUES (?, ?, ?)
            ON CONFLICT (url) DO UPDATE SET every_minutes = excluded.every_minutes, next_poll = now(), failures = 0
            RETURNING id
            """;
    private static final String SHOWN =
            """
            json_build_object('id', id, 'url', url, 'every_minutes', every_minutes, 'last_polled', last_polled,
              'last_error', last_error, 'next_poll', next_poll, 'failures', failures,
              'entries', (SELECT count(*) FROM feed_entry e WHERE e.feed_id = feed.id))
            """;
    private static final String ONE = "SELECT " + SHOWN + "::text FROM feed WHERE id = ?";
    private static final String LIST =
            "SELECT json_build_object('feeds', coalesce(json_agg(" + SHOWN + " ORDER BY id), '[]'))::text FROM feed";
    private static final String DROP = "DELETE FROM feed WHERE id = ? RETURNING id";
    // whoever dies over it leaves it to the next one after the lease
    private static final String CLAIM =
            """
            UPDATE feed SET next_poll = now() + interval '5 minutes'
             WHERE id = (SELECT id FROM feed WHERE next_poll <= now() ORDER BY next_poll LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, url, etag, last_modified
            """;
    private static final String POLLED =
            """
            UPDATE feed SET last_polled = now(), last_error = NULL, failures = 0, etag = ?, last_modified = ?,
                   next_poll = now() + every_minutes * interval '1 minute'
             WHERE id = ?
            """;
    private static final String UNCHANGED =
            """
            UPDATE feed SET last_polled = now(), last_error = NULL, failures = 0,
                   next_poll = now() + every_minutes * interval '1 minute'
             WHERE id = ?
            """;
    private static final String FAILED =
            """
            UPDATE feed SET last_polled = now(), last_error = ?, failures = failures + 1,
                   next_poll = now() + least(every_minutes * 2 ^ least(failures + 1, 20), 1440) * interval '1 minute'
             WHERE id = ?
            """;
    private static final String SEEN = "INSERT INTO feed_entry (feed_id, entry) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Transactions transactions;

    public FeedRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read or change feeds");
    }

    /** A feed whose time has come, and how its last answer is known again. */
    public record Due(long id, String url, Optional<String> etag, Optional<String> lastModified) {}

    /** Something that a feed names, and what the feed knows it by. */
    public record Entry(String id, Sent sent) {}

    /** Adds one, or has the one of that address asked from now on as often as this; returns it as JSON. */
    public String add(String url, int everyMinutes, String who) {
        long id = transactions
                .ask(
                        ADD,
                        statement -> {
                            statement.setString(1, url);
                            statement.setInt(2, everyMinutes);
                            statement.setString(3, who);
                        },
                        rows -> rows.getLong(1))
                .orElseThrow();
        return transactions
                .ask(ONE, statement -> statement.setLong(1, id), rows -> rows.getString(1))
                .orElseThrow();
    }

    /** All as JSON. */
    public String list() {
        return transactions
                .ask(LIST, statement -> {}, rows -> rows.getString(1))
                .orElseThrow();
    }

    /** Says whether there was one; what it has brought stays. */
    public boolean drop(long id) {
        return transactions
                .ask(DROP, statement -> statement.setLong(1, id), rows -> true)
                .orElse(false);
    }

    /** The next one to be asked, if there is one; nobody else asks it meanwhile. */
    public Optional<Due> claim() {
        return transactions.ask(
                CLAIM,
                statement -> {},
                rows -> new Due(
                        rows.getLong(1),
                        rows.getString(2),
                        Optional.ofNullable(rows.getString(3)),
                        Optional.ofNullable(rows.getString(4))));
    }

    /** It was asked: what it names and has not named before comes in, once. */
    public int polled(Due feed, List<Entry> entries, Optional<String> etag, Optional<String> lastModified) {
        return transactions.in(connection -> {
            int fresh = 0;
            for (var entry : entries) {
                if (isNew(feed.id(), entry.id(), connection)) {
                    ArrivalRepository.add(entry.sent(), "feed " + feed.url(), connection);
                    fresh++;
                }
            }
            Transactions.update(connection, POLLED, etag.orElse(null), lastModified.orElse(null), feed.id());
            return fresh;
        });
    }

    private static boolean isNew(long feed, String entry, Connection connection) throws SQLException {
        var hash = ArrivalRepository.sha256(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Transactions.update(connection, SEEN, feed, HexFormat.of().formatHex(hash, 0, 16)) > 0;
    }

    /** It was asked and had nothing new. */
    public void unchanged(Due feed) {
        transactions.in(connection -> Transactions.update(connection, UNCHANGED, feed.id()));
    }

    /** It was asked and gave nothing; it is asked again later, and later still. */
    public void failed(Due feed, String why) {
        var error = why.replace('\0', '\uFFFD');
        transactions.in(connection -> Transactions.update(connection, FAILED, error, feed.id()));
    }
}
