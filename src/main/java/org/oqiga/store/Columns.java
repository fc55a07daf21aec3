package org.oqiga.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as an array a column, so that one statement, planned once, takes any number of them. */
final class Columns {

    private final List<List<@Nullable String>> columns;

    Columns(int width) {
        this.columns = Stream.generate(() -> (List<@Nullable String>) new ArrayList<@Nullable String>())
                .limit(width)
                .toList();
    }

    /** The arrays as a table: {@code unnest(?::text[], ?::date[])}. */
    static String of(String... types) {
        return Stream.of(types).map(type -> "?::" + type + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** Adds a row; each value is written as the database reads its type, an empty one is null. */
    void add(@Nullable Object... row) {
        for (int i = 0; i < row.length; i++) {
            var value = row[i] instanceof Optional<?> perhaps ? perhaps.orElse(null) : row[i];
            columns.get(i).add(value == null ? null : value.toString());
        }
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** Binds the arrays from this parameter on; returns the next one. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int next = from;
        for (var column : columns) {
            statement.setArray(next++, statement.getConnection().createArrayOf("text", column.toArray(new String[0])));
        }
        return next;
    }
}
