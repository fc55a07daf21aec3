package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.oqiga.incident.IncidentType;

/** Counts incidents by type and by the time of their beginning, or of their end. */
@ApplicationScoped
public class TimelineRepository {

    private static final String LIVE =
            "SELECT date_trunc(?, starts)::text, type, count(*) FROM incident WHERE %s GROUP BY 1, 2";
    // the last minute, as what ends with a day ends before midnight
    private static final String ENDED =
            """
            SELECT date_trunc(?, ends - interval '1 minute')::text, type, count(*)
              FROM incident WHERE %s GROUP BY 1, 2
            """;
    private static final String KEPT =
            "SELECT begins::text, array_to_string(n, ',') FROM tally WHERE step = ? AND area = ANY(?)";
    // the counts are the public's; what is hidden is little
    private static final String HIDDEN = LIVE.replace("%s", "hidden AND %s");

    private static final String COMPLAINT = "could not count incidents";

    private final Databases databases;

    @Inject
    TimelineRepository(Databases databases) {
        this.databases = databases;
    }

    public TimelineRepository(DataSource database) {
        this(Databases.only(database));
    }

    /** How long a step of the timeline is. */
    public enum Step {
        HOUR,
        DAY,
        WEEK,
        MONTH;

        /** The word for it in a URL, and in the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
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
        var types = filter.what().types().stream().map(IncidentType::label).collect(Collectors.toSet());
        return databases.read(filter.audience(), COMPLAINT, connection -> {
            var steps = new Steps(step);
            try (var statement = connection.prepareStatement(KEPT)) {
                statement.setString(1, step == Step.HOUR ? "hour" : "day");
                statement.setArray(2, Bindings.texts(connection, areas));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        steps.add(rows.getString(1), rows.getString(2), types);
                    }
                }
            }
            if (filter.audience() == Audience.INSIDERS) {
                add(connection, HIDDEN, filter, steps);
            }
            return steps.json();
        });
    }

    private String live(String sql, IncidentFilter filter, Step step) {
        return databases.read(filter.audience(), COMPLAINT, connection -> {
            var steps = new Steps(step);
            add(connection, sql, filter, steps);
            return steps.json();
        });
    }

    private static void add(Connection connection, String sql, IncidentFilter filter, Steps steps) throws SQLException {
        var conditions = Conditions.of(filter);
        try (var statement = connection.prepareStatement(sql.formatted(conditions.sql()))) {
            statement.setString(1, steps.step().label());
            conditions.bind(statement, 2);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString(1), rows.getString(2), rows.getLong(3));
                }
            }
        }
    }
}
