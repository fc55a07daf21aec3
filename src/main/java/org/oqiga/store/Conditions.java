package org.oqiga.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.oqiga.store.cql.Clause;

/** A filter as a WHERE clause with its bound values. */
final class Conditions {

    // &&& alone compares boxes of single precision, exact for days but not for degrees; what is under coalesce, the
    // planner takes to be
    // true half of the time, and goes by the statistics of the index
    private static final String BOX_AND_DAYS =
            """
            (path &&& ST_MakeLine(ST_MakePoint(?::float8, ?::float8, ?::float8), ST_MakePoint(?::float8, ?::float8, ?::float8))
             AND coalesce(lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?, false))""";
    // before and after all days that a date can be, and exact in single precision
    private static final long EVER = 1 << 23;
    // ST_Intersects finds nothing in a box without area: that is a line or a point
    private static final String SHAPE = "ST_Intersects(geom, ST_SetSRID(ST_Envelope(ST_MakeLine("
            + "ST_MakePoint(?::float8, ?::float8), ST_MakePoint(?::float8, ?::float8))), 4326))";
    private static final String DAYS = "days && daterange(?::date, ?::date, '[]')";
    private static final String MOMENTS = "during && tstzrange(?::timestamptz, ?::timestamptz, '[]')";
    private static final String WORDS =
            "words @@ (websearch_to_tsquery('russian', ?) || websearch_to_tsquery('simple', ?))";
    // who types finds what begins so, before the last word is whole
    private static final String BEGUN_WORDS =
            "words @@ (websearch_to_tsquery('russian', ?) || websearch_to_tsquery('simple', ?)"
                    + " || coalesce((nullif(plainto_tsquery('simple', ?)::text, '') || ':*')::tsquery, ''))";
    private static final Pattern PLAIN = Pattern.compile("(?!.*\\bor\\b)[\\p{L}\\p{M}\\p{N} ]{2,}");

    private static final String TOLD_BY =
            "id IN (SELECT t.incident_id FROM telling t JOIN report r ON r.id = t.report_id WHERE r.name = ?)";

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean inDrawers;

    /** No condition at all. */
    static final Conditions NONE = new Conditions();

    private Conditions() {}

    static Conditions of(IncidentFilter filter) {
        var conditions = new Conditions();
        conditions.where(filter.where(), filter.when());
        conditions.rest(filter);
        return conditions;
    }

    /** Of {@code filter}, and on {@code tile}; below the finest cells, on the tile of theirs. */
    static Conditions of(IncidentFilter filter, Tile tile) {
        var conditions = new Conditions();
        // a tile's index has the days as numbers, which are compared in an eighth of the time that ranges take
        if (filter.where().bbox().isEmpty()) {
            filter.when().window().map(Conditions::days).ifPresent(conditions::withinDays);
            conditions.places(filter.where());
        } else {
            conditions.where(filter.where(), filter.when());
        }
        conditions.rest(filter);
        conditions.add("cell BETWEEN ? AND ?", tile.firstCell(), tile.lastCell());
        return conditions;
    }

    private void withinDays(TimeWindow.Days days) {
        days.first().ifPresent(first -> add("last_day >= ?", Math.toIntExact(first.toEpochDay())));
        days.last().ifPresent(last -> add("first_day <= ?", Math.toIntExact(last.toEpochDay())));
    }

    private void rest(IncidentFilter filter) {
        when(filter.when());
        what(filter.what());
        filter.condition().ifPresent(this::also);
        if (filter.audience() != Audience.INSIDERS) {
            add(filter.audience().condition());
        }
    }

    /** What of a filter there is to ask the features of a layer: where, when, and the condition. */
    static Conditions of(Layer layer, IncidentFilter filter) {
        if (layer == Layer.INCIDENTS) {
            return of(filter);
        }
        var conditions = new Conditions();
        filter.where().bbox().ifPresent(box -> {
            boolean across = box.acrossAntimeridian();
            var boxes = new ArrayList<>(List.of(box.west(), box.south(), across ? 180 : box.east(), box.north()));
            if (across) {
                boxes.addAll(List.of(-180.0, box.south(), box.east(), box.north()));
            }
            conditions.add(across ? "(" + SHAPE + " OR " + SHAPE + ")" : SHAPE, boxes.toArray());
        });
        layer.timedBy().ifPresent(day -> filter.when().window().ifPresent(window -> {
            var bounds = bounds(window);
            // what has no time is not filtered by it
            conditions.add(
                    "(" + day + " IS NULL OR daterange(?::date, ?::date, '[]') @> " + day + ")", bounds[0], bounds[1]);
        }));
        filter.condition().ifPresent(conditions::also);
        return conditions;
    }

    private static Object[] bounds(TimeWindow window) {
        if (window instanceof TimeWindow.Days days) {
            return new Object[] {open(days.first()), open(days.last())};
        }
        var moments = (TimeWindow.Moments) window;
        return new Object[] {
            open(moments.first().map(Conditions::day)), open(moments.last().map(Conditions::day))
        };
    }

    /** Asks for {@code clause} too. */
    void also(Clause clause) {
        clauses.add(clause.sql());
        values.addAll(clause.values());
    }

    private void where(IncidentFilter.Where where, IncidentFilter.When when) {
        var days = when.window().map(Conditions::days);
        if (where.bbox().isPresent()) {
            var box = where.bbox().get();
            if (box.acrossAntimeridian()) {
                var values = new ArrayList<>(bounds(box, box.west(), 180, days));
                values.addAll(bounds(box, -180, box.east(), days));
                add("(" + BOX_AND_DAYS + " OR " + BOX_AND_DAYS + ")", values.toArray());
            } else {
                days.flatMap(asked -> Drawers.of(box, asked))
                        .ifPresentOrElse(
                                drawers -> {
                                    inDrawers = true;
                                    add(Drawers.CONDITION, drawers.values());
                                },
                                () -> add(
                                        BOX_AND_DAYS,
                                        bounds(box, box.west(), box.east(), days)
                                                .toArray()));
            }
        } else {
            days.ifPresent(asked -> add(DAYS, open(asked.first()), open(asked.last())));
        }
        places(where);
    }

    private void places(IncidentFilter.Where where) {
        if (!where.countries().isEmpty()) {
            add("country = ANY(?)", where.countries());
        }
        where.place().ifPresent(place -> add("place_names @> ?", List.of(place.toLowerCase(Locale.ROOT))));
    }

    private static List<Object> bounds(Bbox box, double west, double east, Optional<TimeWindow.Days> days) {
        long first =
                days.flatMap(TimeWindow.Days::first).map(LocalDate::toEpochDay).orElse(-EVER);
        long last =
                days.flatMap(TimeWindow.Days::last).map(LocalDate::toEpochDay).orElse(EVER);
        return List.of(west, box.south(), first, east, box.north(), last, west, east, box.south(), box.north());
    }

    /** The days on any clock that a window may touch: no clock is more than a day off UTC. */
    private static TimeWindow.Days days(TimeWindow window) {
        if (window instanceof TimeWindow.Moments moments) {
            return new TimeWindow.Days(
                    moments.first().map(first -> day(first).minusDays(1)),
                    moments.last().map(last -> day(last).plusDays(1)));
        }
        return (TimeWindow.Days) window;
    }

    private static Object open(Optional<?> bound) {
        return bound.<Object>map(value -> value).orElse(Bindings.OPEN);
    }

    /** The days are asked for with the place. */
    private void when(IncidentFilter.When when) {
        when.window().ifPresent(window -> {
            if (window instanceof TimeWindow.Moments moments) {
                add(MOMENTS, open(moments.first()), open(moments.last()));
            }
        });
        when.asOf().ifPresent(day -> add("first_published <= ?", day));
    }

    private void what(IncidentFilter.What what) {
        if (!what.types().isEmpty()) {
            add("type = ANY(?)", what.types().stream().map(type -> type.label()).toList());
        }
        if (what.statuses().equals(IncidentFilter.What.ANYTHING.statuses())) {
            // as the partial indexes have it
            add("status <> 'rejected'");
        } else {
            add(
                    "status = ANY(?)",
                    what.statuses().stream().map(status -> status.label()).toList());
        }
        what.words().ifPresent(words -> {
            if (PLAIN.matcher(words).matches()) {
                add(BEGUN_WORDS, words, words, words);
            } else {
                add(WORDS, words, words);
            }
        });
        what.minConfidence().ifPresent(least -> add("confidence >= ?::real", least));
        what.report().ifPresent(report -> add(TOLD_BY, report));
    }

    private void add(String clause, Object... bound) {
        clauses.add(clause);
        values.addAll(List.of(bound));
    }

    /** Whether the index of the drawers finds them, which has their order as one number. */
    boolean areInDrawers() {
        return inDrawers;
    }

    String sql() {
        return clauses.isEmpty() ? "TRUE" : String.join(" AND ", clauses);
    }

    /** The values in their order. */
    List<Object> values() {
        return List.copyOf(values);
    }

    /** Binds the values from the parameter {@code first} on; returns the number of the next. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        return Bindings.bind(statement, first, values);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
