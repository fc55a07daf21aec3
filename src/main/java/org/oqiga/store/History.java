package org.oqiga.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people change, written down so that it can be taken back; within somebody's transaction. */
public final class History {

    private static final String RECORD =
            """
            INSERT INTO history (incident_id, incidents, report, who, what, why, before, after, was, became, touches, undoes)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?) RETURNING id
            """;
    private static final String FIND =
            "SELECT incidents, report, before, after, was, became, touches, undone_by, what FROM history WHERE id = ?";
    // a change and the undoing of it cancel each other out
    private static final String LATER =
            """
            SELECT min(id) FROM history
             WHERE id > ? AND undone_by IS NULL AND undoes IS NULL
               AND touches && (SELECT touches FROM history WHERE id = ?)
            """;
    private static final String UNDOES = "SELECT undoes FROM history WHERE id = ?";
    private static final String MARK = "UPDATE history SET undone_by = ? WHERE id = ?";

    private final Connection connection;
    private boolean changed;

    History(Connection connection) {
        this.connection = connection;
    }

    /** What a change is about: incidents, or a report. */
    public record About(List<String> incidents, Optional<String> report) {

        public About {
            incidents = List.copyOf(incidents);
        }
    }

    /** The same before and after a change. */
    public record Turn(JsonNode before, JsonNode after) {

        public Turn back() {
            return new Turn(after, before);
        }
    }

    /**
     * A change that somebody makes.
     *
     * @param shown for people to read
     * @param kept what undoing it puts back, and what it has put in place
     * @param touches what no later change must have touched for it to be undone
     */
    public record Change(String what, About about, Turn shown, Turn kept, List<String> touches) {

        public Change {
            touches = List.copyOf(touches);
        }
    }

    /** A change that was made, and the number of the one that has undone it. */
    public record Made(long id, Change change, Optional<Long> undoneBy) {}

    /** Writes it down; returns its number. */
    public long record(Change change, Decisions.By by) {
        return record(change, by, Optional.empty());
    }

    /** Writes down the undoing of another. */
    public long recordUndoing(Change change, Decisions.By by, long undone) {
        long id = record(change, by, Optional.of(undone));
        falls(undone, id);
        return id;
    }

    private long record(Change change, Decisions.By by, Optional<Long> undoes) {
        changed = true;
        return ask(RECORD, statement -> {
            var incidents = change.about().incidents();
            statement.setString(1, incidents.isEmpty() ? null : incidents.get(0));
            statement.setArray(2, Bindings.texts(connection, incidents));
            statement.setString(3, change.about().report().orElse(null));
            statement.setString(4, by.who());
            statement.setString(5, change.what());
            statement.setString(6, by.why().orElse(null));
            statement.setString(7, change.shown().before().toString());
            statement.setString(8, change.shown().after().toString());
            statement.setString(9, change.kept().before().toString());
            statement.setString(10, change.kept().after().toString());
            statement.setArray(11, Bindings.texts(connection, change.touches()));
            statement.setObject(12, undoes.orElse(null), java.sql.Types.BIGINT);
            return number(statement).orElseThrow();
        });
    }

    /** A change by its number. */
    public Optional<Made> find(long id) {
        return ask(FIND, statement -> {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(made(id, rows)) : Optional.empty();
            }
        });
    }

    private static Made made(long id, ResultSet rows) throws SQLException {
        var about = new About(texts(rows.getArray(1)), Optional.ofNullable(rows.getString(2)));
        var shown = new Turn(tree(rows.getString(3)), tree(rows.getString(4)));
        var kept = new Turn(tree(rows.getString(5)), tree(rows.getString(6)));
        var change = new Change(rows.getString(9), about, shown, kept, texts(rows.getArray(7)));
        long undoneBy = rows.getLong(8);
        return new Made(id, change, rows.wasNull() ? Optional.empty() : Optional.of(undoneBy));
    }

    /** The first later change that stands on the same. */
    public Optional<Long> standsOn(long id) {
        return ask(LATER, statement -> {
            statement.setLong(1, id);
            statement.setLong(2, id);
            return number(statement);
        });
    }

    private void falls(long id, long by) {
        mark(id, Optional.of(by));
        undoes(id).ifPresent(this::standsAgain);
    }

    private void standsAgain(long id) {
        mark(id, Optional.empty());
        undoes(id).ifPresent(undone -> falls(undone, id));
    }

    private Optional<Long> undoes(long id) {
        return ask(UNDOES, statement -> {
            statement.setLong(1, id);
            return number(statement);
        });
    }

    private void mark(long id, Optional<Long> undoneBy) {
        ask(MARK, statement -> {
            statement.setObject(1, undoneBy.orElse(null), java.sql.Types.BIGINT);
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    boolean changed() {
        return changed;
    }

    private static Optional<Long> number(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            long number = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }

    private static JsonNode tree(@Nullable String json) {
        return Corrections.tree(json == null ? "null" : json);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private <T extends @Nullable Object> T ask(String sql, Question<T> question) {
        try (var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not keep a change: " + e.getMessage(), e);
        }
    }

    private interface Question<T extends @Nullable Object> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
