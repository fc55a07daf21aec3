package org.oqiga.siege;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oqiga.store.Database;

/** What is in a store, in a form in which two stores can be compared whatever the order in which they were filled. */
final class Inventory {

    private static final String REPORTS = "SELECT name, text FROM report";
    private static final String UNDONE =
            "SELECT name, state || ' ' || coalesce(error, '') FROM arrival WHERE state <> 'done'";
    private static final String INCIDENTS =
            """
            SELECT i.type, i.place_id, i.days::text, i.starts::text, i.ends::text, i.precision, i.title, i.reports,
                   round(i.confidence::numeric, 4), i.deaths::text, i.injured::text, i.arrested::text,
                   (SELECT string_agg(r.name || ' ' || (s ->> 'start'), ', ' ORDER BY r.name, s ->> 'start')
                      FROM telling t JOIN report r ON r.id = t.report_id
                      CROSS JOIN jsonb_array_elements(t.body -> 'properties' -> 'sources') s
                     WHERE t.incident_id = i.id)
              FROM incident i
            """;
    private static final String WRONG =
            """
            SELECT 'a telling without an incident: ' || id FROM telling WHERE incident_id IS NULL
            UNION ALL
            SELECT 'an incident without a telling: ' || id FROM incident i
             WHERE NOT EXISTS (SELECT 1 FROM telling t WHERE t.incident_id = i.id)
            UNION ALL
            SELECT 'an arrival whose bytes are lost: ' || id FROM arrival a
             WHERE NOT EXISTS (SELECT 1 FROM arrival e JOIN original o ON o.arrival = e.id AND o.received = e.received
                                WHERE e.name = a.name AND e.sha256 = a.sha256)
            UNION ALL
            SELECT 'bytes without an arrival: ' || arrival FROM original o
             WHERE NOT EXISTS (SELECT 1 FROM arrival a WHERE a.id = o.arrival AND a.received = o.received)
            UNION ALL
            SELECT 'bytes outside of their month: ' || arrival FROM original_other
            UNION ALL
            SELECT 'a count that is wrong' WHERE (SELECT sum(one) FROM tally, unnest(n) one WHERE step = 'day' AND area = '')
                   <> (SELECT count(*) FROM incident WHERE status <> 'rejected')
            """;

    private final Database database;

    Inventory(Database database) {
        this.database = database;
    }

    Map<String, String> texts() throws SQLException {
        return pairs(REPORTS);
    }

    /** Arrivals of which nothing has come. */
    Map<String, String> undone() throws SQLException {
        return pairs(UNDONE);
    }

    /** Each incident as all that is said of it but its id, which depends on who came first. */
    TreeSet<String> incidents() throws SQLException {
        return rows(INCIDENTS);
    }

    /** What may never be. */
    TreeSet<String> wrong() throws SQLException {
        return rows(WRONG);
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        try (Connection connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var pairs = new TreeMap<String, String>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        }
    }

    private TreeSet<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new TreeSet<String>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(rows.getString(i)).append(" | ");
                }
                // two incidents that are the same in everything are a duplicate, and must not look like one
                while (!found.add(row.toString())) {
                    row.append('+');
                }
            }
            return found;
        }
    }
}
