package org.oqiga.store.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.factory.CommonFactoryFinder;

/** CQL2 text to a filter of GeoTools, by recursive descent that goes no deeper than a person writes. */
final class Parser {

    // a stack holds a thousand of these levels, a server many requests
    private static final int DEEPEST = 100;
    // each is asked of every feature that gets that far
    private static final int MOST_CONDITIONS = 200;
    private static final int MOST_VALUES = 1000;

    private final FilterFactory make = CommonFactoryFinder.getFilterFactory();
    private final Scanner scan;
    private final Values values;
    private final Predicates predicates;
    private int depth;
    private int conditions;

    Parser(String text) {
        this.scan = new Scanner(text);
        this.values = new Values(scan, make);
        this.predicates = new Predicates(scan, make);
    }

    Filter parse() {
        var filter = condition(either());
        if (!scan.atEnd()) {
            throw scan.expected("AND, OR or the end");
        }
        return filter;
    }

    private Object either() {
        return chain("OR", this::both, make::or);
    }

    private Object both() {
        return chain("AND", this::not, make::and);
    }

    private Object chain(String word, Supplier<Object> part, Function<List<Filter>, Filter> join) {
        var first = part.get();
        if (!scan.takeWord(word)) {
            return first;
        }
        var all = new ArrayList<Filter>();
        all.add(condition(first));
        do {
            all.add(condition(part.get()));
        } while (scan.takeWord(word));
        return join.apply(all);
    }

    private Object not() {
        if (!scan.takeWord("NOT")) {
            return comparison();
        }
        deeper();
        var negated = make.not(condition(not()));
        depth--;
        return negated;
    }

    private Object comparison() {
        var left = operand();
        var sign = scan.comparison();
        if (sign.isPresent()) {
            count();
            return predicates.compare(sign.get(), value(left), value(operand()));
        }
        if (scan.takeWord("IS")) {
            count();
            boolean not = scan.takeWord("NOT");
            if (!scan.takeWord("NULL")) {
                throw scan.expected("NULL");
            }
            return negatedIf(not, make.isNull(value(left)));
        }
        boolean not = scan.takeWord("NOT");
        if (scan.takeWord("LIKE")) {
            count();
            return negatedIf(not, predicates.like(value(left), value(operand())));
        }
        if (scan.takeWord("BETWEEN")) {
            count();
            var low = value(operand());
            if (!scan.takeWord("AND")) {
                throw scan.expected("AND");
            }
            return negatedIf(not, make.between(value(left), low, value(operand())));
        }
        if (scan.takeWord("IN")) {
            return negatedIf(not, among(value(left)));
        }
        if (not) {
            throw scan.expected("LIKE, BETWEEN or IN");
        }
        return left;
    }

    private Filter among(Expression left) {
        count();
        scan.expect('(');
        var each = new ArrayList<Filter>();
        do {
            each.add(make.equals(left, value(operand())));
            if (each.size() > MOST_VALUES) {
                throw new Cql2Exception("no more than " + MOST_VALUES + " values may stand in one IN");
            }
        } while (scan.take(','));
        scan.expect(')');
        return make.or(each);
    }

    private Filter negatedIf(boolean not, Filter filter) {
        return not ? make.not(filter) : filter;
    }

    private Object operand() {
        if (scan.take('(')) {
            deeper();
            var inner = either();
            scan.expect(')');
            depth--;
            return inner;
        }
        var name = scan.peekName();
        if (Predicates.SPATIAL.contains(name) || Predicates.TEMPORAL.contains(name)) {
            count();
            scan.name();
            scan.expect('(');
            var left = value(operand());
            scan.expect(',');
            var right = value(operand());
            var filter = Predicates.TEMPORAL.contains(name)
                    ? predicates.temporal(name, left, right)
                    : predicates.spatial(name, left, right);
            scan.expect(')');
            return filter;
        }
        if (name.equals("CASEI")) {
            scan.name();
            scan.expect('(');
            deeper();
            var inner = value(operand());
            depth--;
            scan.expect(')');
            return predicates.lowerCase(inner);
        }
        return values.next();
    }

    private Expression value(Object node) {
        if (node instanceof Expression expression) {
            return expression;
        }
        throw scan.expected("a value before this, not a condition");
    }

    private Filter condition(Object node) {
        if (node instanceof Filter filter) {
            return filter;
        }
        if (node instanceof Literal literal && literal.getValue() instanceof Boolean truth) {
            return truth ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        var what = node instanceof PropertyName property ? property.getPropertyName() : "a value";
        throw scan.expected("a comparison such as = after " + what);
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new Cql2Exception("no more than " + DEEPEST + " parentheses and NOTs may lie in one another");
        }
    }

    private void count() {
        if (++conditions > MOST_CONDITIONS) {
            throw new Cql2Exception("no more than " + MOST_CONDITIONS + " conditions may stand in one filter");
        }
    }
}
