package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.oqiga.report.Sketch;

/** Writes the {@code report} table, within somebody's transaction. */
final class ReportRows {

    private static final String HAS = "SELECT 1 FROM report WHERE name = ? AND content = ?";
    private static final String KNOWN = "SELECT name FROM report JOIN %s AS n (name, content) USING (name, content)"
            .formatted(Columns.of("text", "text"));
    private static final String PUT =
            """
            INSERT INTO report AS r (name, content, title, url, lang, published, text, marks, rules, sketch, author)
            SELECT name, content, title, url, lang, published, text, marks, rules, sketch::bigint[], author
              FROM %s AS n (name, content, title, url, lang, published, text, marks, rules, sketch, author)
            ON CONFLICT (name) DO UPDATE
               SET version = r.version + (r.content <> excluded.content)::int,
                   received = CASE WHEN r.content = excluded.content THEN r.received ELSE now() END,
                   content = excluded.content, title = excluded.title, url = excluded.url, lang = excluded.lang,
                   published = excluded.published, text = excluded.text, marks = excluded.marks,
                   rules = excluded.rules, sketch = excluded.sketch, author = excluded.author
            RETURNING name, id
            """
                    .formatted(Columns.of(
                            "text", "text", "text", "text", "text", "date", "text", "jsonb", "text", "text", "text"));

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

    /** The names of those that are there with this very content. */
    Set<String> known(Map<String, String> contents) throws SQLException {
        if (contents.isEmpty()) {
            return Set.of();
        }
        var given = new Columns(2);
        contents.forEach(given::add);
        try (var statement = connection.prepareStatement(KNOWN)) {
            given.bind(statement, 1);
            var known = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
            return known;
        }
    }

    long id(String name) throws SQLException {
        try (var statement = connection.prepareStatement(ID)) {
            statement.setString(1, name);
            return FirstColumn.numbers(statement).get(0);
        }
    }

    /** Stores reports of different names, each in place of the one of its name; returns their ids by their names. */
    Map<String, Long> put(Collection<Intake.Read> reads) throws SQLException {
        var given = new Columns(11);
        for (var read : reads) {
            var report = read.report();
            given.add(
                    report.name(),
                    read.content(),
                    report.title(),
                    report.url(),
                    report.language(),
                    report.published(),
                    report.text(),
                    read.marks(),
                    read.rules(),
                    CopyRows.array(Sketch.of(report.text())),
                    report.author());
        }
        try (var statement = connection.prepareStatement(PUT)) {
            given.bind(statement, 1);
            var ids = new HashMap<String, Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getString(1), rows.getLong(2));
                }
            }
            return ids;
        }
    }
}
