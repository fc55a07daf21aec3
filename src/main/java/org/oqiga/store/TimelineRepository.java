package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts incidents by the time and type of their beginning. */
@ApplicationScoped
public class TimelineRepository {

    private static final String COUNTS =
            """
            SELECT coalesce(json_agg(json_build_object('start', to_char(bucket, ?), 'total', total, 'types', types)
                     ORDER BY bucket), '[]')::text
              FROM (SELECT bucket, sum(n) AS total, json_object_agg(type, n ORDER BY type) AS types
                      FROM (SELECT date_trunc(?, starts) AS bucket, type, count(*) AS n
                              FROM incident WHERE %s GROUP BY 1, 2) cells
                     GROUP BY bucket) buckets
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
        var conditions = Conditions.of(filter);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNTS.formatted(conditions.sql()))) {
            statement.setString(1, step.format);
            statement.setString(2, step.label());
            conditions.bind(statement, 3);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new StorageException("could not count incidents", e);
        }
    }
}
