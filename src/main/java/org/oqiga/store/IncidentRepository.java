package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.oqiga.incident.IncidentRow;

/** Reads the {@code incident} table. */
@ApplicationScoped
public class IncidentRepository {

    private static final String COUNT = "SELECT count(*) FROM incident WHERE ";
    private static final String REPORTS = "SELECT count(*) FROM report";
    private static final String ORDER = " ORDER BY %s, id LIMIT ?";
    private static final String ONE =
            """
            SELECT i.feature, i.version, i.hidden, coalesce(c.patch, '{}')::text, c.exact::text,
                   (WITH f AS (SELECT coalesce(c.extracted, i.feature)::jsonb AS f)
                    SELECT ((f -> 'properties') - 'sources' || jsonb_build_object('coordinates', f #> '{geometry,coordinates}'))::text
                      FROM f),
                   (SELECT coalesce(json_agg(json_build_object('id', h.id, 'at', at, 'who', h.who, 'what', what, 'why', why,
                             'before', CASE what WHEN 'corrected' THEN coalesce(before #> ARRAY['incidents', i.id], before)
                                       ELSE before END,
                             'after', CASE what WHEN 'corrected' THEN coalesce(after #> ARRAY['incidents', i.id], after)
                                      ELSE after END,
                             'undoes', undoes, 'undone_by', undone_by) ORDER BY h.id), '[]')::text
                      FROM history h WHERE h.incidents @> ARRAY[i.id]),
                   (SELECT json_agg(json_build_object('id', t.id, 'report', r.name, 'type', t.type,
                             'place', p.name, 'start', lower(t.days), 'end', upper(t.days) - 1,
                             'title', t.body #>> '{properties,title}', 'confidence', t.body #> '{properties,confidence}',
                             'joined', t.joined) ORDER BY t.joined IS NOT NULL, r.published NULLS LAST, t.id)::text
                      FROM telling t JOIN report r ON r.id = t.report_id JOIN place p ON p.id = t.place_id
                     WHERE t.incident_id = i.id)
              FROM incident i LEFT JOIN correction c ON c.incident_id = i.id
             WHERE i.id = ? AND %s
            """;
    private static final String COMPLAINT = "could not read incidents";
    private static final String STATE =
            """
            SELECT json_build_object('revision', (SELECT number FROM revision), 'reports', (SELECT count(*) FROM report),
                     'incidents', (SELECT coalesce(sum(one), 0) FROM tally, unnest(n) one WHERE step = 'day' AND area = ''))::text
            """;

    private final Databases databases;
    private final Counts counts = new Counts();

    @Inject
    IncidentRepository(Databases databases) {
        this.databases = databases;
    }

    public IncidentRepository(DataSource database) {
        this(Databases.only(database));
    }

    /** How many incidents a filter finds, how many of them were given, and how many reports there are in the store. */
    public record Count(long matched, long returned, long reports) {}

    /**
     * One incident's GeoJSON.
     *
     * @param version counts up with each change of it
     * @param history what people changed in it, a JSON array
     * @param tellings how each report tells it, and why it was taken for the same, a JSON array
     */
    public record Kept(String feature, long version, boolean hidden, Desk desk, String history, String tellings) {

        /** What goes with the feature for everybody, by name. */
        public Map<String, String> forAll() {
            // either might say where it was
            boolean all = desk.exact().isEmpty();
            return inOrder("history", all ? history : "[]", "tellings", all ? tellings : "[]");
        }

        /** What goes with it for those who work on it. */
        public Map<String, String> forEditors() {
            var all = inOrder("history", history, "tellings", tellings);
            all.put("corrections", desk.patch());
            all.put("extracted", desk.extracted());
            desk.exact().ifPresent(exact -> all.put("exact", exact));
            return all;
        }

        private static Map<String, String> inOrder(String one, String first, String other, String second) {
            var map = new LinkedHashMap<String, String>();
            map.put(one, first);
            map.put(other, second);
            return map;
        }
    }

    /**
     * What the desk knows of an incident, as JSON.
     *
     * @param patch the fields that people have set
     * @param extracted the fields without that
     * @param exact where it was, if the public is told less exactly
     */
    public record Desk(String patch, String extracted, Optional<String> exact) {}

    /**
     * Gives {@code text} every incident of the filter, the earliest first, as JSON in UTF-8 with commas between.
     *
     * @param properties the attributes to keep; all where there are none
     */
    public Count features(IncidentFilter filter, List<String> properties, OptionalInt limit, Taker<byte[]> text)
            throws IOException {
        if (properties.isEmpty()) {
            return read(filter, "feature", FeatureText.whole(), limit, text);
        }
        var picking = new Picking(properties);
        return read(filter, picking.columns(), FeatureText.picked(picking), limit, text);
    }

    /** The same with all attributes and nothing between, and with {@code ending} in place of the last brace of each. */
    public Count lines(IncidentFilter filter, OptionalInt limit, byte[] ending, Taker<byte[]> text) throws IOException {
        return read(filter, "feature", FeatureText.ending(ending), limit, text);
    }

    /** The same, each taken apart into cells. */
    public Count rows(IncidentFilter filter, OptionalInt limit, Taker<IncidentRow> rows) throws IOException {
        return read(filter, Cells.COLUMNS, new Cells(), limit, stroke -> {
            for (var row : stroke) {
                rows.take(row.cells());
            }
        });
    }

    private <T> Count read(
            IncidentFilter filter, String columns, ReadAhead.Form<T> form, OptionalInt limit, Taker<T> taker)
            throws IOException {
        return databases.read(filter.audience(), COMPLAINT, connection -> {
            var held = new HeldBack<>(taker);
            try {
                var count = read(connection, filter, columns, form, limit, held);
                held.give();
                return count;
            } catch (SQLException e) {
                if (held.hasBegun()) {
                    throw new StorageException(COMPLAINT, e);
                }
                throw e;
            }
        });
    }

    private <T> Count read(
            Connection connection,
            IncidentFilter filter,
            String columns,
            ReadAhead.Form<T> form,
            OptionalInt limit,
            Taker<T> taker)
            throws SQLException, IOException {
        var conditions = Conditions.of(filter);
        var sql = "SELECT " + columns + " FROM incident WHERE " + conditions.sql()
                + ORDER.formatted(conditions.areInDrawers() ? "ordinal" : "starts");
        // a cursor lives in a transaction, and the count is to be of the same moment
        long revision;
        long given;
        try (var statement = Transactions.firstOfOneMoment(connection, sql)) {
            statement.setFetchSize(ReadAhead.STROKE);
            limit(statement, conditions.bind(statement, 1), limit);
            revision = Transactions.revision(statement);
            try (var rows = statement.getResultSet()) {
                given = ReadAhead.all(rows, form, taker);
            }
        }
        // searching twice costs as much again: only where the limit may have left something out
        long matched = given == limit.orElse(-1)
                ? counts.of(connection, revision, COUNT + conditions.sql(), conditions)
                : given;
        var count = new Count(matched, given, counts.of(connection, revision, REPORTS, Conditions.NONE));
        connection.commit();
        return count;
    }

    /** The regions that incidents lie in. */
    RegionRepository regions() {
        return new RegionRepository(databases.primary());
    }

    /** One incident, rejected or not, if the audience may see it. */
    public Optional<Kept> find(String id, Audience audience) {
        return ask(audience, ONE.formatted(audience.condition()), statement -> {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Kept(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getBoolean(3),
                                new Desk(rows.getString(4), rows.getString(6), Optional.ofNullable(rows.getString(5))),
                                rows.getString(7),
                                rows.getString(8)))
                        : Optional.empty();
            }
        });
    }

    /** The number that every change of the store counts up. */
    public long revision() {
        return revision(Audience.INSIDERS);
    }

    /** The same; what {@code audience} reads from now on is of this state or a later one. */
    public long revision(Audience audience) {
        return databases.revision(audience);
    }

    /** Whether something has changed that readers cannot see yet, but soon. */
    public boolean isBehind() {
        return databases.isBehind();
    }

    /** The revision that readers see and how much there is at it, as JSON. */
    public String state() {
        return ask(Audience.PUBLIC, STATE, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    static void limit(PreparedStatement statement, int at, OptionalInt limit) throws SQLException {
        statement.setObject(at, limit.isPresent() ? (Object) (long) limit.getAsInt() : null, java.sql.Types.BIGINT);
    }

    private <T> T ask(Audience audience, String sql, Question<T> question) {
        return databases.read(audience, COMPLAINT, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return question.put(statement);
            }
        });
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
