package org.oqiga.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.oqiga.store.cql.Clause;

/** A filter as a WHERE clause with its bound values. */
final class Conditions {

    // && alone compares boxes of single precision, and ST_Intersects finds nothing in a box without area
    private static final String BOX =
            "(geom && ST_MakeEnvelope(?, ?, ?, ?, 4326) AND ST_X(geom) BETWEEN ? AND ? AND ST_Y(geom) BETWEEN ? AND ?)";
    // a box without area is a line or a point
    private static final String SHAPE = "ST_Intersects(geom, ST_SetSRID(ST_Envelope(ST_MakeLine("
            + "ST_MakePoint(?::float8, ?::float8), ST_MakePoint(?::float8, ?::float8))), 4326))";
    private static final String DAYS = "days && daterange(?::date, ?::date, '[]')";
    // the days keep the index in play: no clock is more than a day off UTC
    private static final String MOMENTS = DAYS + " AND during && tstzrange(?::timestamptz, ?::timestamptz, '[]')";
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

    /** A date that leaves a range open. */
    private static final Object OPEN = new Object();

    /** No condition at all. */
    static final Conditions NONE = new Conditions();

    private Conditions() {}

    static Conditions of(IncidentFilter filter) {
        var conditions = new Conditions();
        conditions.where(filter.where());
        conditions.when(filter.when());
        conditions.what(filter.what());
        filter.condition().ifPresent(conditions::also);
        if (filter.audience() != Audience.INSIDERS) {
            conditions.add(filter.audience().condition());
        }
        return conditions;
    }

    /** These, and on {@code tile}; below the finest cells, on the tile of theirs. */
    Conditions andIn(Tile tile) {
        add("cell BETWEEN ? AND ?", tile.firstCell(), tile.lastCell());
        return this;
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
            return new Object[] {
                days.first().<Object>map(day -> day).orElse(OPEN),
                days.last().<Object>map(day -> day).orElse(OPEN)
            };
        }
        var moments = (TimeWindow.Moments) window;
        return new Object[] {
            moments.first().<Object>map(Conditions::day).orElse(OPEN),
            moments.last().<Object>map(Conditions::day).orElse(OPEN)
        };
    }

    /** Asks for {@code clause} too. */
    void also(Clause clause) {
        clauses.add(clause.sql());
        values.addAll(clause.values());
    }

    private void where(IncidentFilter.Where where) {
        where.bbox().ifPresent(box -> {
            if (box.acrossAntimeridian()) {
                var values = new ArrayList<>(bounds(box, box.west(), 180));
                values.addAll(bounds(box, -180, box.east()));
                add("(" + BOX + " OR " + BOX + ")", values.toArray());
            } else {
                add(BOX, bounds(box, box.west(), box.east()).toArray());
            }
        });
        if (!where.countries().isEmpty()) {
            add("country = ANY(?)", where.countries());
        }
        where.place().ifPresent(place -> add("place_names @> ?", List.of(place.toLowerCase(Locale.ROOT))));
    }

    private static List<Object> bounds(Bbox box, double west, double east) {
        return List.of(west, box.south(), east, box.north(), west, east, box.south(), box.north());
    }

    private void when(IncidentFilter.When when) {
        when.window().ifPresent(window -> {
            if (window instanceof TimeWindow.Days days) {
                add(
                        DAYS,
                        days.first().<Object>map(day -> day).orElse(OPEN),
                        days.last().<Object>map(day -> day).orElse(OPEN));
            } else if (window instanceof TimeWindow.Moments moments) {
                add(
                        MOMENTS,
                        moments.first()
                                .<Object>map(first -> day(first).minusDays(1))
                                .orElse(OPEN),
                        moments.last()
                                .<Object>map(last -> day(last).plusDays(1))
                                .orElse(OPEN),
                        moments.first().<Object>map(first -> first).orElse(OPEN),
                        moments.last().<Object>map(last -> last).orElse(OPEN));
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

    String sql() {
        return clauses.isEmpty() ? "TRUE" : String.join(" AND ", clauses);
    }

    /** The values in their order. */
    List<Object> values() {
        return List.copyOf(values);
    }

    /** Binds the values from the parameter {@code first} on; returns the number of the next. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        for (var value : values) {
            if (value == OPEN) {
                statement.setNull(at, Types.VARCHAR);
            } else if (value instanceof Instant moment) {
                statement.setObject(at, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            } else if (value instanceof Collection<?> many) {
                boolean numbers = many.stream().allMatch(Double.class::isInstance);
                var type = numbers && !many.isEmpty() ? "float8" : "text";
                statement.setArray(at, statement.getConnection().createArrayOf(type, many.toArray()));
            } else {
                statement.setObject(at, value);
            }
            at++;
        }
        return at;
    }

    static Array texts(Connection connection, Collection<?> many) throws SQLException {
        return connection.createArrayOf("text", many.toArray());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
