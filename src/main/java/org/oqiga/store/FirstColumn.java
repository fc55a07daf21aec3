package org.oqiga.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query gives in its first column. */
final class FirstColumn {

    private FirstColumn() {}

    static List<String> texts(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static List<Long> numbers(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<Long>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
