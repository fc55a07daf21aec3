package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Types;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Reads the {@code history} table: who changed what, when and why. */
@ApplicationScoped
public class HistoryRepository {

    private static final String CHANGE =
            """
            json_build_object('id', h.id, 'incident', h.incident_id, 'incidents', h.incidents, 'report', h.report, 'at', h.at,
              'who', h.who, 'what', h.what, 'why', h.why, 'before', h.before, 'after', h.after, 'undoes', h.undoes,
              'undone_by', h.undone_by)::text""";
    private static final String PAGE =
            "SELECT coalesce(string_agg(change, ',' ORDER BY id DESC), '') FROM (SELECT h.id, " + CHANGE
                    + " AS change FROM history h WHERE h.id < coalesce(?, 9223372036854775807) ORDER BY h.id DESC LIMIT ?) page";
    private static final String ALL = "SELECT " + CHANGE + " FROM history h ORDER BY h.id";
    private static final int FETCH = 1000;

    private final Transactions transactions;

    public HistoryRepository(DataSource database) {
        this.transactions = new Transactions(database, "could not read the history");
    }

    /** The latest changes, or those before the one of this number, as a JSON object. */
    public String page(OptionalLong before, int limit) {
        var changes = transactions.ask(
                PAGE,
                statement -> {
                    statement.setObject(1, before.isPresent() ? (Object) before.getAsLong() : null, Types.BIGINT);
                    statement.setInt(2, limit);
                },
                rows -> rows.getString(1));
        return "{\"changes\":[" + changes.orElseThrow() + "]}\n";
    }

    /** Writes every change as a line of JSON, the oldest first. */
    public void writeLines(OutputStream out) throws IOException {
        try {
            transactions.in(connection -> {
                try (var statement = connection.prepareStatement(ALL)) {
                    statement.setFetchSize(FETCH);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            write(rows.getString(1) + "\n", out);
                        }
                    }
                }
                return true;
            });
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(String line, OutputStream out) {
        try {
            out.write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
