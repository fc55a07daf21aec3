package org.oqiga.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.oqiga.report.Copies;
import org.oqiga.report.Sketch;

/** Says in the {@code report} table which reports print the same text, within somebody's transaction. */
final class CopyRows {

    // as far as the server has counted them: it is no matter if these are not quite the most common ones
    private static final String COMMON =
            """
            SELECT hash, share
              FROM pg_stats, unnest(most_common_elems::text::bigint[], most_common_elem_freqs) AS common (hash, share)
             WHERE schemaname = current_schema() AND tablename = 'report' AND attname = 'sketch' AND hash IS NOT NULL
            """;
    private static final String ALIKE =
            """
            SELECT n.number, array_agg(r.id) FILTER (WHERE r.same_text_as IS NULL) || min(r.id), r.sketch
              FROM %s AS n (number, sketch) JOIN report r ON r.sketch && n.sketch::bigint[]
             GROUP BY n.number, r.sketch
            """
                    .formatted(Columns.of("int", "text"));
    private static final String FAMILY =
            """
            WITH firsts AS (SELECT DISTINCT coalesce(same_text_as, id) AS id FROM report WHERE id = ANY(?)),
                 family AS (SELECT id FROM firsts
                            UNION SELECT r.id FROM firsts f JOIN report r ON r.same_text_as = f.id)
            SELECT id, name, published, sketch FROM family JOIN report USING (id)
            """;
    private static final String SAME_TEXT =
            """
            UPDATE report r SET same_text_as = n.first FROM %s AS n (id, first)
             WHERE r.id = n.id AND r.same_text_as IS DISTINCT FROM n.first RETURNING r.id
            """
                    .formatted(Columns.of("bigint", "bigint"));
    private static final String BEFORE =
            """
            WITH firsts AS (SELECT DISTINCT coalesce(same_text_as, id) AS id FROM report WHERE name = ANY(?))
            SELECT id FROM firsts UNION SELECT r.id FROM firsts f JOIN report r ON r.same_text_as = f.id
            """;

    private final Connection connection;

    CopyRows(Connection connection) {
        this.connection = connection;
    }

    /** As the database reads an array of numbers. */
    static String array(Sketch sketch) {
        return written(sketch.hashes());
    }

    private static String written(long[] hashes) {
        return Arrays.stream(hashes).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** The reports that have so far been held to print the text of one of these, themselves among them. */
    List<Long> families(Collection<String> names) throws SQLException {
        try (var statement = connection.prepareStatement(BEFORE)) {
            statement.setArray(1, Bindings.texts(connection, names));
            return FirstColumn.numbers(statement);
        }
    }

    /**
     * Says anew which of the reports that have changed, and of those like them, print the same text.
     *
     * @param texts of the reports that have changed
     * @param before what was of their families
     * @return the reports where that is no longer as it was
     */
    List<Long> find(Collection<String> texts, List<Long> before) throws SQLException {
        var touched = new HashSet<>(before);
        touched.addAll(copiesOf(texts.stream().map(Sketch::of).toList()));
        var ids = new HashMap<String, Long>();
        var family = new ArrayList<Copies.Text>();
        try (var statement = connection.prepareStatement(FAMILY)) {
            statement.setArray(1, connection.createArrayOf("bigint", touched.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getString(2), rows.getLong(1));
                    family.add(new Copies.Text(
                            rows.getString(2),
                            Optional.ofNullable(rows.getObject(3, LocalDate.class)),
                            Sketch.of(longs(rows.getArray(4)))));
                }
            }
        }
        var originals = Copies.originals(family);
        var firsts = new Columns(2);
        ids.forEach((name, id) -> firsts.add(id, ids.get(originals.getOrDefault(name, ""))));
        try (var statement = connection.prepareStatement(SAME_TEXT)) {
            firsts.bind(statement, 1);
            return FirstColumn.numbers(statement);
        }
    }

    /** The reports that print one of these texts; of those known to print the very same, one stands for all. */
    private List<Long> copiesOf(Collection<Sketch> all) throws SQLException {
        var common = common();
        var sketches = List.copyOf(all.stream()
                .collect(Collectors.toMap(CopyRows::array, sketch -> sketch, (one, same) -> one, LinkedHashMap::new))
                .values());
        var given = new Columns(2);
        for (int number = 0; number < sketches.size(); number++) {
            given.add(number, written(sketches.get(number).telling(common)));
        }
        try (var statement = connection.prepareStatement(ALIKE)) {
            given.bind(statement, 1);
            var copies = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (sketches.get(rows.getInt(1)).isSameTextAs(Sketch.of(longs(rows.getArray(3))))) {
                        copies.addAll(List.of((Long[]) rows.getArray(2).getArray()));
                    }
                }
            }
            return copies;
        }
    }

    private Map<Long, Double> common() throws SQLException {
        try (var statement = connection.prepareStatement(COMMON);
                var rows = statement.executeQuery()) {
            var common = new HashMap<Long, Double>();
            while (rows.next()) {
                common.put(rows.getLong(1), rows.getDouble(2));
            }
            return common;
        }
    }

    private static long[] longs(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
