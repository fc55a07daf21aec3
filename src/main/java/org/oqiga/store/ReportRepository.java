package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.oqiga.report.Report;

/** Reads the {@code report} table, as the JSON of the API. */
@ApplicationScoped
public class ReportRepository {

    private static final String LIST =
            """
            SELECT json_build_object('numberMatched', ?::bigint, 'reports', coalesce(json_agg(
                     json_build_object('id', name, 'name', name, 'title', title, 'author', author, 'url', url, 'published', published,
                       'lang', lang, 'received', received, 'version', version, 'same_text_as', original,
                       'incidents', incidents)), '[]'))::text
              FROM (SELECT r.*, (SELECT count(*) FROM telling t WHERE t.report_id = r.id AND %s) AS incidents,
                           (SELECT o.name FROM report o WHERE o.id = r.same_text_as) AS original
                      FROM report r ORDER BY published NULLS LAST, name LIMIT ?) listed
            """;
    private static final String ONE =
            """
            SELECT json_build_object('id', r.name, 'name', r.name, 'title', r.title, 'author', r.author, 'url', r.url,
                     'published', r.published, 'lang', r.lang, 'version', r.version, 'received', r.received,
                     'same_text_as', (SELECT o.name FROM report o WHERE o.id = r.same_text_as),
                     'copies', (SELECT coalesce(json_agg(c.name ORDER BY c.published, c.name), '[]')
                                  FROM report c WHERE c.same_text_as = r.id),
                     'text', r.text, 'toponyms', r.marks -> 'toponyms', 'dates', r.marks -> 'dates',
                     'incidents', (
                       SELECT coalesce(json_agg(json_build_object('id', i.id, 'type', i.type, 'title', i.title,
                                'start', s -> 'start', 'end', s -> 'end')
                                ORDER BY (s ->> 'start')::int, i.type, i.id), '[]')
                         FROM telling t
                         JOIN incident i ON i.id = t.incident_id
                        CROSS JOIN jsonb_array_elements(t.body -> 'properties' -> 'sources') AS s
                        WHERE t.report_id = r.id AND %s),
                     'skips', r.marks -> 'skips')::text
              FROM report r
             WHERE r.name = ?
            """;
    private static final String BY_OTHER_RULES = "SELECT name FROM report WHERE rules <> ? ORDER BY id";
    private static final String WHOLE =
            "SELECT name, text, published, lang, title, url, author FROM report WHERE name = ?";
    private static final String COUNT = "SELECT count(*) FROM report";
    private static final String COMPLAINT = "could not read reports";

    private final Databases databases;
    private final Counts counts = new Counts();

    @Inject
    ReportRepository(Databases databases) {
        this.databases = databases;
    }

    public ReportRepository(DataSource database) {
        this(Databases.only(database));
    }

    /** The reports without their texts, the oldest first. */
    public String list(OptionalInt limit, Audience audience) {
        return ask(audience, LIST.formatted(audience.tellings()), statement -> {
                    statement.setLong(1, counts.of(statement.getConnection(), COUNT, Conditions.NONE));
                    statement.setObject(
                            2, limit.isPresent() ? (Object) (long) limit.getAsInt() : null, java.sql.Types.BIGINT);
                })
                .orElseThrow();
    }

    /** One report with its text and everything that was marked in it. */
    public Optional<String> find(String name, Audience audience) {
        return ask(audience, ONE.formatted(audience.tellings()), statement -> statement.setString(1, name));
    }

    /** The names of the reports that other rules than these have read. */
    public List<String> readByOtherRules(String rules) {
        return databases.read(Audience.INSIDERS, COMPLAINT, connection -> {
            try (var statement = connection.prepareStatement(BY_OTHER_RULES)) {
                statement.setString(1, rules);
                return FirstColumn.texts(statement);
            }
        });
    }

    /** A report as it was read. */
    public Optional<Report> report(String name) {
        return databases.read(Audience.INSIDERS, COMPLAINT, connection -> {
            try (var statement = connection.prepareStatement(WHOLE)) {
                statement.setString(1, name);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(report(rows)) : Optional.empty();
                }
            }
        });
    }

    private static Report report(ResultSet rows) throws SQLException {
        return new Report(
                rows.getString(1),
                rows.getString(2),
                Optional.ofNullable(rows.getObject(3, LocalDate.class)),
                rows.getString(4),
                Optional.ofNullable(rows.getString(5)),
                Optional.ofNullable(rows.getString(6)),
                Optional.ofNullable(rows.getString(7)));
    }

    /** How many reports there are. */
    public long count() {
        return Long.parseLong(ask(Audience.INSIDERS, COUNT, statement -> {}).orElseThrow());
    }

    private Optional<String> ask(Audience audience, String sql, Binding binding) {
        return databases.read(audience, COMPLAINT, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
