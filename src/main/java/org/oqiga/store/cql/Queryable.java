package org.oqiga.store.cql;

import java.util.List;

/**
 * What a filter may ask a feature for.
 *
 * @param sql the value as an expression; of a {@link Kind#TIME}, use {@link #time()}
 * @param values all it can be, where these are few
 */
public record Queryable(String name, Kind kind, String sql, String description, List<String> values, Time time) {

    /** What sort of value it is. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        TIME,
        GEOMETRY
    }

    /**
     * A time as expressions, its first and its last day and, for questions that come with a clock, its first and last
     * moment; {@code interval} where it lasts.
     */
    public record Time(String firstDay, String lastDay, String from, String to, boolean interval) {

        private static final Time NONE = new Time("", "", "", "", false);
    }

    public static Queryable text(String name, String sql, String description, String... values) {
        return new Queryable(name, Kind.TEXT, sql, description, List.of(values), Time.NONE);
    }

    public static Queryable whole(String name, String sql, String description) {
        return new Queryable(name, Kind.WHOLE, sql, description, List.of(), Time.NONE);
    }

    public static Queryable number(String name, String sql, String description) {
        return new Queryable(name, Kind.NUMBER, sql, description, List.of(), Time.NONE);
    }

    /** A day that has no clock. */
    public static Queryable day(String name, String sql, String description) {
        return new Queryable(
                name,
                Kind.TIME,
                sql,
                description,
                List.of(),
                new Time(
                        sql,
                        sql,
                        "(" + sql + ")::timestamp AT TIME ZONE 'UTC'",
                        "(" + sql + " + 1)::timestamp AT TIME ZONE 'UTC'",
                        false));
    }

    public static Queryable time(String name, String sql, String description, Time time) {
        return new Queryable(name, Kind.TIME, sql, description, List.of(), time);
    }

    public static Queryable geometry(String sql, String description) {
        return new Queryable("geometry", Kind.GEOMETRY, sql, description, List.of(), Time.NONE);
    }

    /** This, where it is of that kind. */
    Queryable orFail(Kind asked, String what) {
        if (kind != asked) {
            throw new Cql2Exception(name + " is no " + what);
        }
        return this;
    }
}
