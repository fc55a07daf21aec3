package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.Verdict;

/** What people decide about which tellings are of the same incident: kept, undone, and written into the history. */
public final class Decisions {

    private static final String TELLINGS = "SELECT id, incident_id FROM telling WHERE %s = ANY(?) ORDER BY id";
    private static final String DECIDE = "INSERT INTO decision (who, same, why) VALUES (?, ?, ?) RETURNING id";
    private static final String PAIR = "INSERT INTO verdict (decision_id, one, other) VALUES (?, ?, ?)";
    private static final String HOLD =
            """
            UPDATE decision SET undone_at = CASE WHEN ? THEN NULL ELSE now() END, undone_by = ?
             WHERE id = ? AND (undone_at IS NULL) IS DISTINCT FROM ?
            """;
    private static final String ABOUT =
            "SELECT one FROM verdict WHERE decision_id = ? UNION SELECT other FROM verdict WHERE decision_id = ?";
    private static final String VERDICTS =
            """
            SELECT DISTINCT ON (v.one, v.other) v.one, v.other, d.same, d.id
              FROM verdict v JOIN decision d ON d.id = v.decision_id AND d.undone_at IS NULL
             WHERE v.one = ANY(?) OR v.other = ANY(?)
             ORDER BY v.one, v.other, d.id DESC
            """;
    private final Connection connection;
    private boolean changed;

    Decisions(Connection connection) {
        this.connection = connection;
    }

    /** Who decides, and why. */
    public record By(String who, Optional<String> why) {}

    /** The ids of the tellings of each of the incidents that are there. */
    public TreeMap<String, Set<String>> tellingsOf(Collection<String> incidents) {
        return tellings("incident_id", incidents);
    }

    /** The incidents that these tellings are now taken for, each with all its tellings. */
    public TreeMap<String, Set<String>> incidentsOf(Collection<String> tellings) {
        return tellingsOf(tellings("id", tellings).keySet());
    }

    private TreeMap<String, Set<String>> tellings(String column, Collection<String> values) {
        return ask(TELLINGS.formatted(column), statement -> {
            statement.setArray(1, Bindings.texts(connection, values));
            var found = new TreeMap<String, Set<String>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(2) != null) {
                        found.computeIfAbsent(rows.getString(2), any -> new TreeSet<>())
                                .add(rows.getString(1));
                    }
                }
            }
            return found;
        });
    }

    /** Keeps that each of these tellings is, or is not, of the same incident as each of those; returns the decision's number. */
    public long decide(Collection<String> these, Collection<String> those, boolean same, By by) {
        changed = true;
        long decision = ask(DECIDE, statement -> {
            statement.setString(1, by.who());
            statement.setBoolean(2, same);
            statement.setString(3, by.why().orElse(null));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
        return ask(PAIR, statement -> {
            for (var one : these) {
                for (var other : those) {
                    statement.setLong(1, decision);
                    // a pair has one order, so that what was decided about it later is found
                    statement.setString(2, one.compareTo(other) < 0 ? one : other);
                    statement.setString(3, one.compareTo(other) < 0 ? other : one);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
            return decision;
        });
    }

    /** Lets a decision hold, or no longer; returns the tellings that it is about, none where that was so already. */
    public List<String> hold(long decision, boolean holds, String who) {
        int turned = ask(HOLD, statement -> {
            statement.setBoolean(1, holds);
            statement.setString(2, holds ? null : who);
            statement.setLong(3, decision);
            statement.setBoolean(4, holds);
            return statement.executeUpdate();
        });
        if (turned == 0) {
            return List.of();
        }
        changed = true;
        return ask(ABOUT, statement -> {
            statement.setLong(1, decision);
            statement.setLong(2, decision);
            return FirstColumn.texts(statement);
        });
    }

    /** What holds about these tellings. */
    public List<Verdict> about(Collection<String> tellings) {
        return ask(VERDICTS, statement -> {
            statement.setArray(1, Bindings.texts(connection, tellings));
            statement.setArray(2, Bindings.texts(connection, tellings));
            var found = new ArrayList<Verdict>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Verdict(rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getLong(4)));
                }
            }
            return found;
        });
    }

    boolean changed() {
        return changed;
    }

    private <T extends @Nullable Object> T ask(String sql, Question<T> question) {
        try (var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not keep a decision: " + e.getMessage(), e);
        }
    }

    private interface Question<T extends @Nullable Object> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
