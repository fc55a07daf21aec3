package org.oqiga.store.cql;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.oqiga.store.cql.Queryable.Kind;

/** Shapes of a filter and how they lie to each other, as SQL; all are in longitude and latitude there. */
final class ShapeSql {

    private static final double METRES_PER_DEGREE = 110_000; // a little less than the shortest
    private static final GeometryFactory JTS = new GeometryFactory();

    private final Operands operands;

    ShapeSql(Operands operands) {
        this.operands = operands;
    }

    Clause relation(String function, Expression left, Expression right) {
        return Clause.framed(function + "(%s, %s)", shape(left, function), shape(right, function));
    }

    /** Within so many metres on the ellipsoid; the box around them is what an index can find. */
    Clause near(Expression left, Expression right, double metres) {
        var a = shape(left, "S_DWITHIN");
        var b = shape(right, "S_DWITHIN");
        var exact = Clause.framed("ST_DWithin(%s::geography, %s::geography, ?::float8)", a, b);
        var near = new Clause(exact.sql(), append(exact.values(), metres));
        if (left instanceof PropertyName && right instanceof Literal literal) {
            var around = around(lonLat((Geometry) literal.getValue()).getEnvelopeInternal(), metres);
            return Clause.joined("AND", List.of(Clause.framed("%s && %s", a, bytes(JTS.toGeometry(around))), near));
        }
        return near;
    }

    private static List<Object> append(List<Object> values, Object last) {
        var all = new java.util.ArrayList<>(values);
        all.add(last);
        return all;
    }

    private static Envelope around(Envelope shape, double metres) {
        double up = metres / METRES_PER_DEGREE;
        double farthest = Math.max(Math.abs(shape.getMinY()), Math.abs(shape.getMaxY())) + up;
        double aside = farthest >= 89 ? 360 : up / Math.cos(Math.toRadians(farthest));
        double west = shape.getMinX() - aside;
        double east = shape.getMaxX() + aside;
        boolean across = west < -180 || east > 180;
        return new Envelope(across ? -180 : west, across ? 180 : east, shape.getMinY() - up, shape.getMaxY() + up);
    }

    private Clause shape(Expression expression, String function) {
        if (operands.kind(expression) != Kind.GEOMETRY) {
            throw new Cql2Exception("a spatial function takes geometries, such as geometry or POINT(76.9 43.2)");
        }
        if (expression instanceof PropertyName property) {
            return Clause.of(operands.queryable(property).sql());
        }
        var shape = lonLat((Geometry) ((Literal) expression).getValue());
        boolean mixed = shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        if (mixed && !function.equals("ST_Intersects")) {
            throw new Cql2Exception("a GEOMETRYCOLLECTION is only for S_INTERSECTS and S_DISJOINT");
        }
        return bytes(shape);
    }

    private Geometry lonLat(Geometry given) {
        var shape = operands.lonLat(given);
        var box = shape.getEnvelopeInternal();
        boolean onGlobe = box.isNull()
                || (box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90);
        if (!onGlobe) {
            throw new Cql2Exception("a shape lies on the globe: longitudes up to 180, latitudes up to 90");
        }
        return shape;
    }

    private static Clause bytes(Geometry shape) {
        return Clause.of("ST_GeomFromWKB(?, 4326)", (Object) new WKBWriter().write(shape));
    }
}
