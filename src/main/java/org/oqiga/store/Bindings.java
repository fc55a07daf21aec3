package org.oqiga.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Binds values of the kinds that conditions have to the parameters of a statement. */
final class Bindings {

    /** A date that leaves a range open. */
    static final Object OPEN = new Object();

    private Bindings() {}

    /** Binds {@code values} from the parameter {@code first} on; returns the number of the next. */
    static int bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        int at = first;
        for (var value : values) {
            if (value == OPEN) {
                statement.setNull(at, Types.VARCHAR);
            } else if (value instanceof Instant moment) {
                statement.setObject(at, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            } else if (value instanceof Collection<?> many) {
                boolean numbers = many.stream().allMatch(Double.class::isInstance);
                var type = numbers && !many.isEmpty() ? "float8" : "text";
                statement.setArray(at, statement.getConnection().createArrayOf(type, many.toArray()));
            } else {
                statement.setObject(at, value);
            }
            at++;
        }
        return at;
    }

    static Array texts(Connection connection, Collection<?> many) throws SQLException {
        return connection.createArrayOf("text", many.toArray());
    }
}
