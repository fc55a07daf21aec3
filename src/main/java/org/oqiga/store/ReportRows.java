package org.oqiga.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.report.Copies;
import org.oqiga.report.Sketch;

/** Writes the {@code report} table, within somebody's transaction. */
final class ReportRows {

    private static final String HAS = "SELECT 1 FROM report WHERE name = ? AND content = ?";
    private static final String PUT =
            """
            INSERT INTO report AS r (name, content, title, url, lang, published, text, marks, rules, sketch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (name) DO UPDATE
               SET version = r.version + (r.content <> excluded.content)::int,
                   received = CASE WHEN r.content = excluded.content THEN r.received ELSE now() END,
                   content = excluded.content, title = excluded.title, url = excluded.url, lang = excluded.lang,
                   published = excluded.published, text = excluded.text, marks = excluded.marks,
                   rules = excluded.rules, sketch = excluded.sketch
            RETURNING id
            """;
    private static final String FAMILY =
            """
            WITH alike AS (SELECT id, same_text_as FROM report
                            WHERE id = ANY(?) OR sketch && (SELECT sketch FROM report WHERE id = ?)),
                 firsts AS (SELECT id FROM alike UNION SELECT same_text_as FROM alike WHERE same_text_as IS NOT NULL)
            SELECT id, name, published, sketch, same_text_as FROM report
             WHERE id IN (SELECT id FROM firsts) OR same_text_as IN (SELECT id FROM firsts)
            """;
    private static final String SAME_TEXT =
            """
            UPDATE report r SET same_text_as = n.first FROM unnest(?, ?) AS n (id, first)
             WHERE r.id = n.id AND r.same_text_as IS DISTINCT FROM n.first RETURNING r.id
            """;
    private static final String FAMILY_BEFORE =
            """
            SELECT o.id FROM report o JOIN report r ON r.name = ?
             WHERE coalesce(o.same_text_as, o.id) = coalesce(r.same_text_as, r.id)
            """;

    private static final String ID = "SELECT id FROM report WHERE name = ?";

    private final Connection connection;

    ReportRows(Connection connection) {
        this.connection = connection;
    }

    boolean has(String name, String content) throws SQLException {
        try (var statement = connection.prepareStatement(HAS)) {
            statement.setString(1, name);
            statement.setString(2, content);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    long id(String name) throws SQLException {
        try (var statement = connection.prepareStatement(ID)) {
            statement.setString(1, name);
            return ids(statement).get(0);
        }
    }

    /** The reports that have so far been held to print the text of the one of this name, itself among them. */
    List<Long> family(String name) throws SQLException {
        try (var statement = connection.prepareStatement(FAMILY_BEFORE)) {
            statement.setString(1, name);
            return ids(statement);
        }
    }

    /** Says anew which of these and of those like {@code report} print the same text; returns the reports where that changes. */
    List<Long> findCopies(long report, List<Long> before) throws SQLException {
        var names = new HashMap<String, Long>();
        var texts = new ArrayList<Copies.Text>();
        try (var statement = connection.prepareStatement(FAMILY)) {
            statement.setArray(1, connection.createArrayOf("bigint", before.toArray()));
            statement.setLong(2, report);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(2), rows.getLong(1));
                    texts.add(new Copies.Text(
                            rows.getString(2),
                            Optional.ofNullable(rows.getObject(3, LocalDate.class)),
                            Sketch.of(longs(rows.getArray(4)))));
                }
            }
        }
        if (texts.size() < 2 && before.size() < 2) {
            return List.of();
        }
        var originals = Copies.originals(texts);
        var ids = new ArrayList<Long>();
        var firsts = new ArrayList<@Nullable Long>();
        names.forEach((name, id) -> {
            ids.add(id);
            firsts.add(names.get(originals.getOrDefault(name, "")));
        });
        try (var statement = connection.prepareStatement(SAME_TEXT)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", firsts.toArray()));
            return ids(statement);
        }
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static long[] longs(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private Array array(Sketch sketch) throws SQLException {
        return connection.createArrayOf(
                "bigint", Arrays.stream(sketch.hashes()).boxed().toArray());
    }

    long put(Intake.Read read) throws SQLException {
        var report = read.report();
        try (var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, report.name());
            statement.setString(2, read.content());
            statement.setString(3, report.title().orElse(null));
            statement.setString(4, report.url().orElse(null));
            statement.setString(5, report.language());
            statement.setObject(6, report.published().orElse(null));
            statement.setString(7, report.text());
            statement.setString(8, read.marks());
            statement.setString(9, read.rules());
            statement.setArray(10, array(Sketch.of(report.text())));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
