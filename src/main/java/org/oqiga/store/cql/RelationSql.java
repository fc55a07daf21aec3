package org.oqiga.store.cql;

import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.AnyInteracts;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.Begins;
import org.geotools.api.filter.temporal.BegunBy;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.EndedBy;
import org.geotools.api.filter.temporal.Ends;
import org.geotools.api.filter.temporal.Meets;
import org.geotools.api.filter.temporal.MetBy;
import org.geotools.api.filter.temporal.OverlappedBy;
import org.geotools.api.filter.temporal.TContains;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.filter.temporal.TOverlaps;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/** The relations in space and time as SQL. */
abstract class RelationSql extends DefaultFilterVisitor {

    private final ShapeSql shapes;
    private final TimeSql times;

    RelationSql(Operands operands) {
        this.shapes = new ShapeSql(operands);
        this.times = new TimeSql(operands);
    }

    @Override
    public Object visit(Intersects filter, Object data) {
        return spatial(filter, "ST_Intersects");
    }

    @Override
    public Object visit(Equals filter, Object data) {
        return spatial(filter, "ST_Equals");
    }

    @Override
    public Object visit(Disjoint filter, Object data) {
        return Clause.framed("(NOT %s)", spatial(filter, "ST_Intersects"));
    }

    @Override
    public Object visit(Touches filter, Object data) {
        return spatial(filter, "ST_Touches");
    }

    @Override
    public Object visit(Within filter, Object data) {
        return spatial(filter, "ST_Within");
    }

    @Override
    public Object visit(Overlaps filter, Object data) {
        return spatial(filter, "ST_Overlaps");
    }

    @Override
    public Object visit(Crosses filter, Object data) {
        return spatial(filter, "ST_Crosses");
    }

    @Override
    public Object visit(Contains filter, Object data) {
        return spatial(filter, "ST_Contains");
    }

    @Override
    public Object visit(DWithin filter, Object data) {
        return shapes.near(filter.getExpression1(), filter.getExpression2(), filter.getDistance());
    }

    private Clause spatial(BinarySpatialOperator filter, String function) {
        return shapes.relation(function, filter.getExpression1(), filter.getExpression2());
    }

    // a is the left operand, b the right, each with its first and last day or moment; the endings are those of the
    // standard

    @Override
    public Object visit(After filter, Object data) {
        return temporal(filter, "a.first > b.last");
    }

    @Override
    public Object visit(Before filter, Object data) {
        return temporal(filter, "a.last < b.first");
    }

    @Override
    public Object visit(During filter, Object data) {
        return temporal(filter, "a.first > b.first AND a.last < b.last");
    }

    @Override
    public Object visit(TContains filter, Object data) {
        return temporal(filter, "a.first < b.first AND a.last > b.last");
    }

    @Override
    public Object visit(AnyInteracts filter, Object data) {
        return temporal(filter, "a.first <= b.last AND a.last >= b.first");
    }

    @Override
    public Object visit(TEquals filter, Object data) {
        return temporal(filter, "a.first = b.first AND a.last = b.last");
    }

    @Override
    public Object visit(Begins filter, Object data) {
        return temporal(filter, "a.first = b.first AND a.last < b.last");
    }

    @Override
    public Object visit(BegunBy filter, Object data) {
        return temporal(filter, "a.first = b.first AND a.last > b.last");
    }

    @Override
    public Object visit(Ends filter, Object data) {
        return temporal(filter, "a.last = b.last AND a.first > b.first");
    }

    @Override
    public Object visit(EndedBy filter, Object data) {
        return temporal(filter, "a.last = b.last AND a.first < b.first");
    }

    @Override
    public Object visit(Meets filter, Object data) {
        return temporal(filter, "a.last = b.first");
    }

    @Override
    public Object visit(MetBy filter, Object data) {
        return temporal(filter, "a.first = b.last");
    }

    @Override
    public Object visit(TOverlaps filter, Object data) {
        return temporal(filter, "a.first < b.first AND a.last > b.first AND a.last < b.last");
    }

    @Override
    public Object visit(OverlappedBy filter, Object data) {
        return temporal(filter, "a.first > b.first AND a.first < b.last AND a.last > b.last");
    }

    private Clause temporal(BinaryTemporalOperator filter, String relation) {
        return times.relation(relation, filter.getExpression1(), filter.getExpression2());
    }
}
