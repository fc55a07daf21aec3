package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.oqiga.report.Report;

/** Writes the {@code report} table, within somebody's transaction. */
final class ReportRows {

    private static final String HAS = "SELECT 1 FROM report WHERE name = ? AND content = ?";
    private static final String PUT =
            """
            INSERT INTO report AS r (name, content, title, url, lang, published, text, marks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (name) DO UPDATE
               SET version = r.version + 1, content = excluded.content, title = excluded.title, url = excluded.url,
                   lang = excluded.lang, published = excluded.published, received = now(), text = excluded.text,
                   marks = excluded.marks
            RETURNING id
            """;

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

    long put(Report report, String content, String marks) throws SQLException {
        try (var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, report.name());
            statement.setString(2, content);
            statement.setString(3, report.title().orElse(null));
            statement.setString(4, report.url().orElse(null));
            statement.setString(5, report.language());
            statement.setObject(6, report.published().orElse(null));
            statement.setString(7, report.text());
            statement.setString(8, marks);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
