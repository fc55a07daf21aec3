package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.oqiga.incident.IncidentType;

/** Counts incidents by type and by the time of their beginning, or of their end. */
@ApplicationScoped
public class TimelineRepository {

    // types are words of ours: nothing in them has to be escaped
    private static final String STEPS =
            """
            SELECT '[' || coalesce(string_agg('{"start":"' || to_char(bucket, ?) || '","total":' || total || ',"types":{'
                     || types || '}}', ',' ORDER BY bucket), '') || ']'
              FROM (SELECT bucket, sum(n) AS total, string_agg('"' || type || '":' || n, ',' ORDER BY type) AS types
                      FROM (%s GROUP BY 1, 2) cells
                     GROUP BY bucket) buckets
            """;
    private static final String LIVE =
            "SELECT date_trunc(?, starts) AS bucket, type, count(*) AS n FROM incident WHERE ";
    // the last minute, as what ends with a day ends before midnight
    private static final String ENDED =
            "SELECT date_trunc(?, ends - interval '1 minute') AS bucket, type, count(*) AS n FROM incident WHERE ";
    private static final String KEPT =
            """
            SELECT date_trunc(?, begins) AS bucket, type, sum(n) AS n FROM tally
             WHERE step = ? AND area = ANY(?) AND n > 0 AND (?::text[] = '{}' OR type = ANY(?))""";
    // the counts are the public's; what is hidden is little
    private static final String KEPT_AND_HIDDEN =
            """
            SELECT bucket, type, sum(n) AS n
              FROM (%s GROUP BY 1, 2
                    UNION ALL
                    SELECT date_trunc(?, starts), type, count(*) FROM incident WHERE hidden AND %s GROUP BY 1, 2) both_of_them
            """;

    private final DataSource database;

    public TimelineRepository(DataSource database) {
        this.database = database;
    }

    /** How long a step of the timeline is. */
    public enum Step {
        HOUR("YYYY-MM-DD\"T\"HH24:MI"),
        DAY("YYYY-MM-DD"),
        WEEK("YYYY-MM-DD"),
        MONTH("YYYY-MM-DD");

        private final String format;

        Step(String format) {
            this.format = format;
        }

        /** The word for it in a URL. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A JSON array of steps in which something began, each with its total and its counts by type. */
    public String counts(IncidentFilter filter, Step step) {
        return isCounted(filter) ? kept(filter, step) : live(LIVE, filter, step);
    }

    /** The same by the steps in which something was over. */
    public String ended(IncidentFilter filter, Step step) {
        return live(ENDED, filter, step);
    }

    /** Whether nothing is asked but countries and types: these are counted as incidents come in. */
    static boolean isCounted(IncidentFilter filter) {
        if (filter.audience() == Audience.PUBLIC_OF_THE_VERIFIED) {
            return false;
        }
        var all = IncidentFilter.What.ANYTHING;
        var where = new IncidentFilter.Where(Optional.empty(), filter.where().countries(), Optional.empty());
        var what = new IncidentFilter.What(
                filter.what().types(), all.statuses(), all.words(), all.minConfidence(), all.report());
        return filter.equals(
                new IncidentFilter(where, IncidentFilter.When.ANYTIME, what, Optional.empty(), filter.audience()));
    }

    private String kept(IncidentFilter filter, Step step) {
        var areas = filter.where().countries().isEmpty()
                ? Set.of("")
                : filter.where().countries();
        var types = filter.what().types().stream().map(IncidentType::label).toList();
        var conditions = Conditions.of(filter);
        boolean all = filter.audience() == Audience.INSIDERS;
        var sql = all ? KEPT_AND_HIDDEN.formatted(KEPT, conditions.sql()) : KEPT;
        return ask(STEPS.formatted(sql), step, statement -> {
            statement.setString(3, step == Step.HOUR ? "hour" : "day");
            statement.setArray(4, Conditions.texts(statement.getConnection(), areas));
            statement.setArray(5, Conditions.texts(statement.getConnection(), types));
            statement.setArray(6, Conditions.texts(statement.getConnection(), types));
            if (all) {
                statement.setString(7, step.label());
                conditions.bind(statement, 8);
            }
        });
    }

    private String live(String counted, IncidentFilter filter, Step step) {
        var conditions = Conditions.of(filter);
        return ask(STEPS.formatted(counted + conditions.sql()), step, statement -> conditions.bind(statement, 3));
    }

    private String ask(String sql, Step step, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, step.format);
            statement.setString(2, step.label());
            binding.bind(statement);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new StorageException("could not count incidents", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
