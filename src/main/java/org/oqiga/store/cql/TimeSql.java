package org.oqiga.store.cql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.oqiga.store.cql.Queryable.Kind;

/**
 * Times of a filter as SQL: compared as days of each place's own calendar as long as no clock comes in, else as moments. The
 * last day of an interval belongs to it; its last moment is where the next begins.
 */
final class TimeSql {

    private static final Pattern END = Pattern.compile("[ab]\\.(first|last)");

    private final Operands operands;

    TimeSql(Operands operands) {
        this.operands = operands;
    }

    private record Span(Clause first, Clause last) {

        Clause end(String name) {
            return name.equals("first") ? first : last;
        }
    }

    /** {@code relation} speaks of {@code a.first}, {@code a.last}, {@code b.first} and {@code b.last}. */
    Clause relation(String relation, Expression left, Expression right) {
        boolean clock = hasClock(left) || hasClock(right);
        return relation(relation, span(left, clock), span(right, clock));
    }

    Clause compare(Expression left, String sign, Expression right) {
        boolean clock = hasClock(left) || hasClock(right);
        var a = span(left, clock);
        var b = span(right, clock);
        if (isInterval(left) || isInterval(right)) {
            throw new Cql2Exception("an interval is not compared with " + sign + "; the T_ functions do that");
        }
        return relation("a.first " + sign + " b.first", a, b);
    }

    private static Clause relation(String relation, Span a, Span b) {
        var parts = new ArrayList<Clause>();
        var ends = END.matcher(relation);
        while (ends.find()) {
            var span = relation.charAt(ends.start()) == 'a' ? a : b;
            parts.add(span.end(ends.group(1)));
        }
        return Clause.framed("(" + END.matcher(relation).replaceAll("%s") + ")", parts.toArray(Clause[]::new));
    }

    private boolean isInterval(Expression expression) {
        return expression instanceof PropertyName property
                ? operands.queryable(property).time().interval()
                : expression instanceof Literal literal && literal.getValue() instanceof Interval;
    }

    private static boolean hasClock(Expression expression) {
        if (expression instanceof Literal literal) {
            var value = literal.getValue();
            return value instanceof Instant
                    || (value instanceof Interval interval && interval.hasClock())
                    || (value instanceof String text && text.length() > 10);
        }
        return false;
    }

    private Span span(Expression expression, boolean clock) {
        if (expression instanceof PropertyName property) {
            return span(property, clock);
        }
        if (expression instanceof Literal literal) {
            return span(literal.getValue(), clock);
        }
        throw new Cql2Exception("CASEI gives no time");
    }

    private Span span(PropertyName property, boolean clock) {
        var time = operands.queryable(property).orFail(Kind.TIME, "time").time();
        return clock
                ? new Span(Clause.of(time.from()), Clause.of(time.to()))
                : new Span(Clause.of(time.firstDay()), Clause.of(time.lastDay()));
    }

    private Span span(Object value, boolean clock) {
        if (value instanceof Interval interval) {
            return new Span(
                    Interval.OPEN.equals(interval.from())
                            ? open(clock, "-")
                            : span(interval.from(), clock).first(),
                    Interval.OPEN.equals(interval.to())
                            ? open(clock, "")
                            : span(interval.to(), clock).last());
        }
        if (value instanceof PropertyName property) {
            return span(property, clock);
        }
        if (value instanceof LocalDate day) {
            return clock ? new Span(moment(start(day)), moment(start(day.plusDays(1)))) : days(day);
        }
        if (value instanceof Instant moment) {
            return new Span(moment(moment), moment(moment));
        }
        if (value instanceof String text) {
            // a client that knows no times writes them as texts
            return span(Values.time(text), clock);
        }
        throw new Cql2Exception("a time is compared with a time, such as DATE('2022-01-05')");
    }

    private static Clause open(boolean clock, String sign) {
        return Clause.of("'" + sign + "infinity'::" + (clock ? "timestamptz" : "date"));
    }

    private static Span days(LocalDate day) {
        var clause = Clause.of("?::date", day);
        return new Span(clause, clause);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Clause moment(Instant moment) {
        return Clause.of("?::timestamptz", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}
