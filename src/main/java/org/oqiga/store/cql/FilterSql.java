package org.oqiga.store.cql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.oqiga.store.cql.Queryable.Kind;

/** Writes a filter as SQL; every visit returns its {@link Clause}. */
final class FilterSql extends RelationSql {

    private final Operands operands;
    private final TimeSql times;

    FilterSql(Operands operands) {
        super(operands);
        this.operands = operands;
        this.times = new TimeSql(operands);
    }

    @Override
    public Object visit(IncludeFilter filter, Object data) {
        return Clause.of("TRUE");
    }

    @Override
    public Object visit(ExcludeFilter filter, Object data) {
        return Clause.of("FALSE");
    }

    @Override
    public Object visit(And filter, Object data) {
        return Clause.joined("AND", parts(filter.getChildren()));
    }

    @Override
    public Object visit(Or filter, Object data) {
        return list(filter.getChildren()).orElseGet(() -> Clause.joined("OR", parts(filter.getChildren())));
    }

    @Override
    public Object visit(Not filter, Object data) {
        return Clause.framed("(NOT %s)", part(filter.getFilter()));
    }

    private List<Clause> parts(List<Filter> filters) {
        return filters.stream().map(this::part).toList();
    }

    private Clause part(Filter filter) {
        return (Clause) filter.accept(this, null);
    }

    /** Equality of one thing with many values of its kind, which the database looks up at once. */
    private Optional<Clause> list(List<Filter> filters) {
        var values = new java.util.ArrayList<Object>();
        Expression one = null;
        for (var filter : filters) {
            if (!(filter instanceof PropertyIsEqualTo equality
                    && equality.getExpression2() instanceof Literal literal
                    && (one == null || one == equality.getExpression1()))) {
                return Optional.empty();
            }
            one = equality.getExpression1();
            values.add(literal.getValue());
        }
        if (one == null || values.size() < 2) {
            return Optional.empty();
        }
        boolean texts = operands.kind(one) == Kind.TEXT && values.stream().allMatch(String.class::isInstance);
        boolean numbers = Operands.comparable(operands.kind(one), Kind.NUMBER)
                && values.stream().allMatch(Double.class::isInstance);
        if (!texts && !numbers) {
            return Optional.empty();
        }
        return Optional.of(Clause.framed(
                "%s = ANY(%s)", operands.plain(one), Clause.of(texts ? "?::text[]" : "?::float8[]", values)));
    }

    @Override
    public Object visit(PropertyIsEqualTo filter, Object data) {
        return compare(filter, "=");
    }

    @Override
    public Object visit(PropertyIsNotEqualTo filter, Object data) {
        return compare(filter, "<>");
    }

    @Override
    public Object visit(PropertyIsLessThan filter, Object data) {
        return compare(filter, "<");
    }

    @Override
    public Object visit(PropertyIsLessThanOrEqualTo filter, Object data) {
        return compare(filter, "<=");
    }

    @Override
    public Object visit(PropertyIsGreaterThan filter, Object data) {
        return compare(filter, ">");
    }

    @Override
    public Object visit(PropertyIsGreaterThanOrEqualTo filter, Object data) {
        return compare(filter, ">=");
    }

    private Clause compare(BinaryComparisonOperator filter, String sign) {
        return compare(filter.getExpression1(), sign, filter.getExpression2());
    }

    private Clause compare(Expression left, String sign, Expression right) {
        var kind = operands.kind(left);
        var other = operands.kind(right);
        if (kind == Kind.TIME || other == Kind.TIME) {
            return times.compare(left, sign, right);
        }
        if (kind == Kind.GEOMETRY || !Operands.comparable(kind, other)) {
            throw new Cql2Exception(shown(left, kind) + " cannot be compared with " + shown(right, other));
        }
        return Clause.framed("(%s " + sign + " %s)", operands.plain(left), operands.plain(right));
    }

    @Override
    public Object visit(PropertyIsBetween filter, Object data) {
        return Clause.joined(
                "AND",
                List.of(
                        compare(filter.getExpression(), ">=", filter.getLowerBoundary()),
                        compare(filter.getExpression(), "<=", filter.getUpperBoundary())));
    }

    @Override
    public Object visit(PropertyIsLike filter, Object data) {
        var kind = operands.kind(filter.getExpression());
        if (kind != Kind.TEXT) {
            throw new Cql2Exception(shown(filter.getExpression(), kind) + " is not LIKE anything; only a text is");
        }
        return Clause.framed(
                "(%s LIKE %s)", operands.plain(filter.getExpression()), Clause.of("?::text", filter.getLiteral()));
    }

    @Override
    public Object visit(PropertyIsNull filter, Object data) {
        if (!(filter.getExpression() instanceof PropertyName property)) {
            throw new Cql2Exception("only an attribute IS NULL or is not");
        }
        return Clause.of("(" + operands.queryable(property).sql() + " IS NULL)");
    }

    private static String shown(Expression expression, Kind kind) {
        var what = kind.name().toLowerCase(Locale.ROOT);
        return expression instanceof PropertyName property
                ? property.getPropertyName() + " (" + what + ")"
                : "a value (" + what + ")";
    }
}
