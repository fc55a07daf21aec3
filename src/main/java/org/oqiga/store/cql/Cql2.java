package org.oqiga.store.cql;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/** A filter language for people and programs: CQL2 text, compiled to a condition of the database. */
public final class Cql2 {

    /** The longest filter; a border of some thousand points fits. */
    public static final int LONGEST = 60_000;

    private Cql2() {}

    /**
     * Compiles a filter.
     *
     * @param queryables what it may ask for
     * @param toLonLat takes a shape of the filter to longitude and latitude
     * @throws Cql2Exception where it is none, or asks for something else
     */
    public static Clause compile(String text, Collection<Queryable> queryables, UnaryOperator<Geometry> toLonLat) {
        if (text.length() > LONGEST) {
            throw new Cql2Exception("a filter may have " + LONGEST + " signs, this has " + text.length());
        }
        var sql = new FilterSql(new Operands(queryables, toLonLat));
        return (Clause) new Parser(text).parse().accept(sql, null);
    }
}
