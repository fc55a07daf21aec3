package org.oqiga.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query gives in its first column. */
final class FirstColumn {

    private FirstColumn() {}

    /** Takes the column from the row that a result stands on. */
    private interface Cell<T> {
        T read(ResultSet rows) throws SQLException;
    }

    static List<String> texts(PreparedStatement statement) throws SQLException {
        return all(statement, rows -> rows.getString(1));
    }

    static List<Long> numbers(PreparedStatement statement) throws SQLException {
        return all(statement, rows -> rows.getLong(1));
    }

    private static <T> List<T> all(PreparedStatement statement, Cell<T> cell) throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(cell.read(rows));
            }
        }
        return found;
    }
}
