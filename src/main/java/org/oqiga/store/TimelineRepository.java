package org.oqiga.store;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.oqiga.incident.IncidentType;

/** Counts incidents by type and by the time of their beginning, or of their end. */
@ApplicationScoped
public class TimelineRepository {

    // 2022-01, 2022-01-05 and 2022-01-05 16:00
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;
    private static final int MINUTE_LENGTH = 16;

    // a row a step: ten thousand rows of one count each take twice as long to read
    private static final String STEPS =
            "SELECT begins::text, string_agg(type || ' ' || n, ',') FROM (%s) counted GROUP BY begins";
    private static final String LIVE =
            "SELECT date_trunc(?, starts) AS begins, type, count(*) AS n FROM incident WHERE %s GROUP BY 1, 2";
    // the last minute, as what ends with a day ends before midnight
    private static final String ENDED =
            """
            SELECT date_trunc(?, ends - interval '1 minute') AS begins, type, count(*) AS n
              FROM incident WHERE %s GROUP BY 1, 2
            """;
    private static final String KEPT =
            """
            SELECT begins, type, n FROM tally
             WHERE step = ? AND area = ANY(?) AND n > 0 AND (?::text[] = '{}' OR type = ANY(?))
            """;
    // the counts are the public's; what is hidden is little
    private static final String KEPT_AND_HIDDEN = KEPT
            + """
            UNION ALL
            SELECT date_trunc(?, starts), type, count(*) FROM incident WHERE hidden AND %s GROUP BY 1, 2
            """;

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

        /** When the step begins that a time is in, as PostgreSQL writes times, such as {@code 2022-01-05 16:00:00}. */
        private String begin(String time) {
            var day = time.substring(0, DAY_LENGTH);
            return switch (this) {
                case HOUR -> day + 'T' + time.substring(DAY_LENGTH + 1, MINUTE_LENGTH);
                case DAY -> day;
                case WEEK -> LocalDate.parse(day)
                        .with(previousOrSame(DayOfWeek.MONDAY))
                        .toString();
                case MONTH -> day.substring(0, MONTH_LENGTH) + "-01";
            };
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
        return ask(filter, all ? KEPT_AND_HIDDEN.formatted(conditions.sql()) : KEPT, step, statement -> {
            statement.setString(1, step == Step.HOUR ? "hour" : "day");
            statement.setArray(2, Conditions.texts(statement.getConnection(), areas));
            statement.setArray(3, Conditions.texts(statement.getConnection(), types));
            statement.setArray(4, Conditions.texts(statement.getConnection(), types));
            if (all) {
                statement.setString(5, step.label());
                conditions.bind(statement, 6);
            }
        });
    }

    private String live(String counted, IncidentFilter filter, Step step) {
        var conditions = Conditions.of(filter);
        return ask(filter, counted.formatted(conditions.sql()), step, statement -> {
            statement.setString(1, step.label());
            conditions.bind(statement, 2);
        });
    }

    private String ask(IncidentFilter filter, String sql, Step step, Binding binding) {
        return databases.read(filter.audience(), "could not count incidents", connection -> {
            try (var statement = connection.prepareStatement(STEPS.formatted(sql))) {
                binding.bind(statement);
                try (var rows = statement.executeQuery()) {
                    return json(rows, step);
                }
            }
        });
    }

    /** Rows of a time and its types with their numbers as steps: that the database sorts and writes them takes four times as long. */
    private static String json(ResultSet rows, Step step) throws SQLException {
        var steps = new TreeMap<String, SortedMap<String, Long>>();
        while (rows.next()) {
            var types = steps.computeIfAbsent(step.begin(rows.getString(1)), begin -> new TreeMap<>());
            for (var each : rows.getString(2).split(",")) {
                int space = each.indexOf(' ');
                types.merge(each.substring(0, space), Long.valueOf(each.substring(space + 1)), Long::sum);
            }
        }
        return steps.entrySet().stream()
                .map(each -> json(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    // types are words of ours: nothing in them has to be escaped
    private static String json(String begin, SortedMap<String, Long> types) {
        long total = types.values().stream().mapToLong(Long::longValue).sum();
        return types.entrySet().stream()
                .map(type -> '"' + type.getKey() + "\":" + type.getValue())
                .collect(Collectors.joining(
                        ",", "{\"start\":\"" + begin + "\",\"total\":" + total + ",\"types\":{", "}}"));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
