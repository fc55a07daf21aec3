package org.oqiga.store.cql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.locationtech.jts.geom.Geometry;
import org.oqiga.store.cql.Queryable.Kind;

/** What stands on either side of a comparison. */
final class Operands {

    private final Map<String, Queryable> queryables = new LinkedHashMap<>();
    private final UnaryOperator<Geometry> toLonLat;

    Operands(Collection<Queryable> queryables, UnaryOperator<Geometry> toLonLat) {
        queryables.forEach(each -> this.queryables.put(each.name(), each));
        this.toLonLat = toLonLat;
    }

    Queryable queryable(PropertyName property) {
        var found = queryables.get(property.getPropertyName());
        if (found == null) {
            var name = property.getPropertyName();
            throw new Cql2Exception(
                    "there is no attribute \"" + (name.length() > 60 ? name.substring(0, 60) + "…" : name)
                            + "\"; there are " + String.join(", ", queryables.keySet()));
        }
        return found;
    }

    Geometry lonLat(Geometry shape) {
        return toLonLat.apply(shape);
    }

    Kind kind(Expression expression) {
        if (expression instanceof PropertyName property) {
            return queryable(property).kind();
        }
        if (expression instanceof Literal literal) {
            var value = literal.getValue();
            if (value instanceof Double) {
                return Kind.NUMBER;
            }
            if (value instanceof String) {
                return Kind.TEXT;
            }
            if (value instanceof LocalDate || value instanceof Instant || value instanceof Interval) {
                return Kind.TIME;
            }
            if (value instanceof Geometry) {
                return Kind.GEOMETRY;
            }
            throw new Cql2Exception("nothing here is true or false that could be compared");
        }
        return Kind.TEXT;
    }

    /** A text or a number. */
    Clause plain(Expression expression) {
        if (expression instanceof PropertyName property) {
            return Clause.of(queryable(property).sql());
        }
        if (expression instanceof Literal literal) {
            return literal.getValue() instanceof Double number
                    ? Clause.of("?::float8", number)
                    : Clause.of("?::text", literal.getValue());
        }
        var inner = ((Function) expression).getParameters().get(0);
        if (kind(inner) != Kind.TEXT) {
            throw new Cql2Exception("CASEI takes a text");
        }
        return Clause.framed("lower(%s)", plain(inner));
    }

    static boolean comparable(Kind left, Kind right) {
        return left == right || (isNumber(left) && isNumber(right));
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.WHOLE || kind == Kind.NUMBER;
    }
}
