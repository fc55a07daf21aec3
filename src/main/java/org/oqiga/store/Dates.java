package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.report.Report;

/** The days that people say reports were published on, within somebody's transaction. */
public final class Dates {

    private static final String ALL = "SELECT report, published, said FROM dated";
    private static final String SET =
            """
            INSERT INTO dated (report, published, said, who) VALUES (?, ?, ?, ?)
            ON CONFLICT (report) DO UPDATE SET published = excluded.published, who = excluded.who, at = now()
            """;
    private static final String FORGET = "DELETE FROM dated WHERE report = ? RETURNING said";
    private static final String SAID = "UPDATE dated SET said = ? WHERE report = ?";
    private static final String INCIDENTS =
            """
            SELECT array_agg(DISTINCT t.incident_id)
              FROM telling t JOIN report r ON r.id = t.report_id
             WHERE r.name = ? AND t.incident_id IS NOT NULL HAVING count(*) > 0
            """;

    private final Connection connection;
    private @Nullable Map<String, Day> days;

    Dates(Connection connection) {
        this.connection = connection;
    }

    private record Day(LocalDate published, Optional<LocalDate> said) {}

    /** A report as of the day that people say it was published on, if they say one. */
    public Report dated(Report report) {
        var day = days().get(report.name());
        if (day == null || report.published().equals(Optional.of(day.published))) {
            return report;
        }
        if (!day.said.equals(report.published())) {
            set(SAID, report.published(), report.name());
            days().put(report.name(), new Day(day.published, report.published()));
        }
        return report.on(Optional.of(day.published));
    }

    /** Keeps the day that somebody says {@code report} was published on; returns it as of that day. */
    public Report say(Report report, LocalDate published, String who) {
        ask(SET, statement -> {
            statement.setString(1, report.name());
            statement.setObject(2, published);
            statement.setObject(3, report.published().orElse(null), java.sql.Types.DATE);
            statement.setString(4, who);
            return statement.executeUpdate();
        });
        days = null;
        return report.on(Optional.of(published));
    }

    /** Nobody says a day any more; returns the report as of the day that it says itself. */
    public Report forget(Report report) {
        var said = ask(FORGET, statement -> {
            statement.setString(1, report.name());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1, LocalDate.class)) : report.published();
            }
        });
        days = null;
        return report.on(said);
    }

    /** The day that somebody says. */
    public Optional<LocalDate> said(String report) {
        return Optional.ofNullable(days().get(report)).map(Day::published);
    }

    /** The incidents that a report tells. */
    public List<String> incidentsOf(String report) {
        return ask(INCIDENTS, statement -> {
            statement.setString(1, report);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? List.of((String[]) rows.getArray(1).getArray()) : List.of();
            }
        });
    }

    // few are dated, and each report that comes in asks
    private Map<String, Day> days() {
        var known = days;
        if (known == null) {
            known = ask(ALL, statement -> {
                var found = new HashMap<String, Day>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(
                                rows.getString(1),
                                new Day(
                                        rows.getObject(2, LocalDate.class),
                                        Optional.ofNullable(rows.getObject(3, LocalDate.class))));
                    }
                }
                return found;
            });
            days = known;
        }
        return known;
    }

    private void set(String sql, Optional<LocalDate> day, String report) {
        ask(sql, statement -> {
            statement.setObject(1, day.orElse(null), java.sql.Types.DATE);
            statement.setString(2, report);
            return statement.executeUpdate();
        });
    }

    private <T> T ask(String sql, Question<T> question) {
        try (var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not keep a report's day: " + e.getMessage(), e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
