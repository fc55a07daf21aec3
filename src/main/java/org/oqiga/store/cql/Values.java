package org.oqiga.store.cql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Reads the values of a filter: attributes, texts, numbers, times and shapes. */
final class Values {

    private static final List<String> SHAPES = List.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
    // what a shape takes in WKT: collection, polygons, rings, and points in parentheses of their own
    private static final int DEEPEST_SHAPE = 6;
    private static final int MOST_COORDINATES = 10_000;
    private static final GeometryFactory JTS = new GeometryFactory();

    private final Scanner scan;
    private final FilterFactory make;

    Values(Scanner scan, FilterFactory make) {
        this.scan = scan;
        this.make = make;
    }

    Expression next() {
        char first = scan.peek();
        if (first == '\'') {
            return make.literal(scan.string());
        }
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            return make.literal(scan.number());
        }
        if (first == '"') {
            return make.property(scan.name());
        }
        var word = scan.peekName();
        if (SHAPES.contains(word)) {
            return make.literal(shape());
        }
        var name = scan.name();
        if (scan.peek() != '(') {
            return word.equals("TRUE") || word.equals("FALSE")
                    ? make.literal(word.equals("TRUE"))
                    : make.property(name);
        }
        scan.expect('(');
        var value =
                switch (word) {
                    case "DATE" -> make.literal(day(scan.string()));
                    case "TIMESTAMP" -> make.literal(moment(scan.string()));
                    case "INTERVAL" -> make.literal(interval());
                    case "BBOX" -> make.literal(box());
                    default -> throw new Cql2Exception(
                            "there is no function " + name + "; there are CASEI, DATE, TIMESTAMP,"
                                    + " INTERVAL, BBOX, " + String.join(", ", Predicates.SPATIAL) + ", "
                                    + String.join(", ", Predicates.TEMPORAL));
                };
        scan.expect(')');
        return value;
    }

    private static LocalDate day(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new Cql2Exception("a DATE is such as '2022-01-05', was '" + shown(text) + "'");
    }

    private static Instant moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 0 && moment.getYear() <= 9999) {
                return moment.toInstant();
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new Cql2Exception("a TIMESTAMP is such as '2022-01-05T10:44:00Z', was '" + shown(text) + "'");
    }

    private Interval interval() {
        var from = end();
        scan.expect(',');
        var to = end();
        boolean reversed = from instanceof LocalDate first && to instanceof LocalDate last && first.isAfter(last)
                || from instanceof Instant start && to instanceof Instant stop && start.isAfter(stop);
        if (reversed) {
            throw new Cql2Exception("an INTERVAL has its earlier end first");
        }
        return new Interval(from, to);
    }

    private Object end() {
        if (scan.peek() != '\'') {
            return make.property(scan.name());
        }
        var text = scan.string();
        if (text.equals(Interval.OPEN) || text.isEmpty()) {
            return Interval.OPEN;
        }
        return time(text);
    }

    /** A day or a moment. */
    static Object time(String text) {
        return text.length() > 10 ? moment(text) : day(text);
    }

    private Geometry shape() {
        var text = scan.shape(DEEPEST_SHAPE);
        Geometry shape;
        try {
            shape = new WKTReader(JTS).read(text);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Cql2Exception(
                    "\"" + shown(text) + "\" is no well-known text: " + shown(String.valueOf(e.getMessage())));
        }
        if (shape.getNumPoints() > MOST_COORDINATES) {
            throw new Cql2Exception(
                    "a shape may have " + MOST_COORDINATES + " points, this has " + shape.getNumPoints());
        }
        for (Coordinate each : shape.getCoordinates()) {
            if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
                throw new Cql2Exception("a shape's coordinates are numbers");
            }
        }
        var valid = new IsValidOp(shape);
        if (!valid.isValid()) {
            throw new Cql2Exception("a shape is to be valid: " + valid.getValidationError());
        }
        return shape;
    }

    private Geometry box() {
        var numbers = new java.util.ArrayList<Double>();
        do {
            numbers.add(scan.number());
        } while (scan.take(',') && numbers.size() < 6);
        int half = numbers.size() / 2;
        if ((half != 2 && half != 3) || numbers.size() % 2 == 1) {
            throw new Cql2Exception("a BBOX has four numbers, or six with heights");
        }
        double west = numbers.get(0);
        double south = numbers.get(1);
        double east = numbers.get(half);
        double north = numbers.get(half + 1);
        if (south > north) {
            throw new Cql2Exception("a BBOX has its south before its north");
        }
        if (west <= east) {
            return JTS.toGeometry(new Envelope(west, east, south, north));
        }
        return JTS.buildGeometry(List.of(
                JTS.toGeometry(new Envelope(west, 180, south, north)),
                JTS.toGeometry(new Envelope(-180, east, south, north))));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
