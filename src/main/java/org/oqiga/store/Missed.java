package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;
import org.oqiga.incident.IncidentReader;
import org.oqiga.incident.Source;
import org.oqiga.report.Report;

/** What people say that reports tell although the extraction has missed it; within somebody's transaction. */
public final class Missed {

    private static final String ADD =
            """
            INSERT INTO missed AS m (id, report, body, who) VALUES (?, ?, ?::jsonb, ?)
            ON CONFLICT (id) DO UPDATE SET body = excluded.body, who = excluded.who, at = now(), gone = false WHERE m.gone
            """;
    private static final String TURN = "UPDATE missed SET gone = ? WHERE id = ? RETURNING report";
    private static final String OF = "SELECT body FROM missed WHERE report = ? AND NOT gone ORDER BY id";
    private static final String NAMED = "SELECT DISTINCT report FROM missed WHERE report = ANY(?) AND NOT gone";
    private static final String UNTELL = "DELETE FROM telling WHERE id = ? RETURNING incident_id";

    private final Connection connection;
    private final IncidentJson json;
    private final IncidentReader reader;
    private final PlaceRows places;

    Missed(Connection connection, Function<Place, ZoneId> zones) {
        this.connection = connection;
        this.json = new IncidentJson(zones);
        this.places = new PlaceRows(connection);
        this.reader = new IncidentReader(this::place);
    }

    /** Keeps what somebody says to be told; says whether that is new. */
    public boolean add(Incident told, String who) {
        return ask(ADD, statement -> {
            places.put(List.of(told.place()));
            statement.setString(1, told.id());
            statement.setString(2, report(told));
            statement.setString(3, json.toJson(told));
            statement.setString(4, who);
            return statement.executeUpdate() > 0;
        });
    }

    /** Takes it back, or makes it count again; returns the name of its report. */
    public Optional<String> turn(String id, boolean gone) {
        return ask(TURN, statement -> {
            statement.setBoolean(1, gone);
            statement.setString(2, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }

    /** What people say that this report tells, as far as the sentences still stand in its text. */
    public List<Incident> in(Report report) {
        return ask(OF, statement -> {
            statement.setString(1, report.name());
            var found = new ArrayList<Incident>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    in(report, reader.read(rows.getString(1))).ifPresent(found::add);
                }
            }
            return found;
        });
    }

    /** Those of the reports of which people say that they tell more. */
    Set<String> named(Collection<String> reports) {
        return ask(NAMED, statement -> {
            statement.setArray(1, Bindings.texts(connection, reports));
            var named = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    named.add(rows.getString(1));
                }
            }
            return named;
        });
    }

    /** What is told with what people add; where the extraction has come to tell the same, theirs stands for both. */
    List<Incident> with(Report report, List<Incident> extracted) {
        var added = in(report);
        if (added.isEmpty()) {
            return extracted;
        }
        var all = new ArrayList<>(extracted);
        all.removeIf(telling -> added.stream().anyMatch(mine -> isSame(mine, telling)));
        all.addAll(added);
        return all;
    }

    private static boolean isSame(Incident mine, Incident telling) {
        var quote = mine.sources().get(0).quote();
        return mine.type() == telling.type()
                && mine.place().id().equals(telling.place().id())
                && mine.period().meets(telling.period())
                && telling.sources().stream()
                        .map(Source::quote)
                        .anyMatch(other -> other.start() < quote.end() && quote.start() < other.end());
    }

    /** The same, its sentence found again in a text that may have changed, next to where it stood. */
    private static Optional<Incident> in(Report report, Incident told) {
        var source = told.sources().get(0);
        var words = source.quote().text();
        int stood = source.quote().start();
        int at = report.text().startsWith(words, stood) ? stood : nearest(report.text(), words, stood);
        if (at < 0) {
            return Optional.empty();
        }
        var found = new Source(
                new Source.ReportRef(report.name(), report.title(), report.url(), report.published()),
                new Source.Quote(words, at, at + words.length()),
                source.attribution(),
                source.assertion(),
                source.figures(),
                source.victims());
        return Optional.of(new Incident(
                told.id(), told.what(), told.when(), told.place(), told.toll(), told.standing(), List.of(found)));
    }

    private static int nearest(String text, String words, int stood) {
        int before = text.lastIndexOf(words, stood);
        int after = text.indexOf(words, stood);
        return before < 0 || (after >= 0 && after - stood < stood - before) ? after : before;
    }

    /** Removes a telling; returns the incident it was of. */
    Optional<String> untell(String id) {
        return ask(UNTELL, statement -> {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        });
    }

    private static String report(Incident told) {
        return told.sources().get(0).report().name();
    }

    private Optional<Place> place(String id) {
        try {
            return places.find(id);
        } catch (SQLException e) {
            throw new StorageException("could not look up a place", e);
        }
    }

    private <T extends @Nullable Object> T ask(String sql, Question<T> question) {
        try (var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new StorageException("could not keep a missed sentence: " + e.getMessage(), e);
        }
    }

    private interface Question<T extends @Nullable Object> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
