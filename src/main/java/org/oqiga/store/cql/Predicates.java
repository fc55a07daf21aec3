package org.oqiga.store.cql;

import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/** Makes the conditions of CQL2 as GeoTools has them. */
final class Predicates {

    static final List<String> SPATIAL = List.of(
            "S_INTERSECTS",
            "S_EQUALS",
            "S_DISJOINT",
            "S_TOUCHES",
            "S_WITHIN",
            "S_OVERLAPS",
            "S_CROSSES",
            "S_CONTAINS",
            "S_DWITHIN");
    static final List<String> TEMPORAL = List.of(
            "T_AFTER",
            "T_BEFORE",
            "T_CONTAINS",
            "T_DISJOINT",
            "T_DURING",
            "T_EQUALS",
            "T_FINISHEDBY",
            "T_FINISHES",
            "T_INTERSECTS",
            "T_MEETS",
            "T_METBY",
            "T_OVERLAPPEDBY",
            "T_OVERLAPS",
            "T_STARTEDBY",
            "T_STARTS");
    static final String LOWER_CASE = "strToLowerCase";
    private static final double FARTHEST_M = 20_100_000;

    private final Scanner scan;
    private final FilterFactory make;

    Predicates(Scanner scan, FilterFactory make) {
        this.scan = scan;
        this.make = make;
    }

    Filter compare(String sign, Expression left, Expression right) {
        return switch (sign) {
            case "=" -> make.equals(left, right);
            case "<>" -> make.notEqual(left, right);
            case "<" -> make.less(left, right);
            case "<=" -> make.lessOrEqual(left, right);
            case ">" -> make.greater(left, right);
            default -> make.greaterOrEqual(left, right);
        };
    }

    Filter like(Expression left, Expression pattern) {
        if (pattern instanceof Literal literal && literal.getValue() instanceof String text) {
            int backslashes = text.length() - text.replaceAll("\\\\+$", "").length();
            if (backslashes % 2 == 0) {
                return make.like(left, text, "%", "_", "\\", true);
            }
        }
        throw new Cql2Exception(
                "LIKE takes a pattern in single quotes, such as '%city hall%', that does not end in \\");
    }

    /** A text in lower case; where it is known already, in this form. */
    Expression lowerCase(Expression text) {
        if (text instanceof Literal literal) {
            if (literal.getValue() instanceof String known) {
                return make.literal(known.toLowerCase(Locale.ROOT));
            }
            throw new Cql2Exception("CASEI takes a text");
        }
        return make.function(LOWER_CASE, text);
    }

    Filter spatial(String name, Expression left, Expression right) {
        return switch (name) {
            case "S_EQUALS" -> make.equal(left, right);
            case "S_DISJOINT" -> make.disjoint(left, right);
            case "S_TOUCHES" -> make.touches(left, right);
            case "S_WITHIN" -> make.within(left, right);
            case "S_OVERLAPS" -> make.overlaps(left, right);
            case "S_CROSSES" -> make.crosses(left, right);
            case "S_CONTAINS" -> make.contains(left, right);
            case "S_DWITHIN" -> near(left, right);
            default -> make.intersects(left, right);
        };
    }

    private Filter near(Expression left, Expression right) {
        scan.expect(',');
        double distance = scan.number();
        var unit = scan.take(',') ? scan.string() : "m";
        double metres = unit.equalsIgnoreCase("km") ? distance * 1000 : distance;
        if (!unit.equalsIgnoreCase("km") && !unit.equalsIgnoreCase("m") || metres < 0 || metres > FARTHEST_M) {
            throw new Cql2Exception("S_DWITHIN takes two geometries, a distance of up to 20,100 km and 'm' or 'km'");
        }
        return make.dwithin(left, right, metres, "m");
    }

    Filter temporal(String name, Expression left, Expression right) {
        return switch (name) {
            case "T_AFTER" -> make.after(left, right);
            case "T_BEFORE" -> make.before(left, right);
            case "T_CONTAINS" -> make.tcontains(left, right);
            case "T_DISJOINT" -> make.not(make.anyInteracts(left, right));
            case "T_DURING" -> make.during(left, right);
            case "T_EQUALS" -> make.tequals(left, right);
            case "T_FINISHEDBY" -> make.endedBy(left, right);
            case "T_FINISHES" -> make.ends(left, right);
            case "T_MEETS" -> make.meets(left, right);
            case "T_METBY" -> make.metBy(left, right);
            case "T_OVERLAPPEDBY" -> make.overlappedBy(left, right);
            case "T_OVERLAPS" -> make.toverlaps(left, right);
            case "T_STARTEDBY" -> make.begunBy(left, right);
            case "T_STARTS" -> make.begins(left, right);
            default -> make.anyInteracts(left, right);
        };
    }
}
