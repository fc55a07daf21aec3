package org.oqiga.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.oqiga.incident.IncidentReader;

/** Finds the tellings around blocks in the {@code telling} table, within somebody's transaction. */
final class NeighbourRows {

    private static final String BLOCK = "JOIN telling t ON t.place_id = n.place_id AND t.type = n.type"
            + " AND t.days && daterange(n.first, n.last, '[]')";
    private static final String GIVEN =
            Columns.of("int", "text", "text", "date", "date") + " AS n (number, type, place_id, first, last) " + BLOCK;
    private static final String SPANS =
            "SELECT n.number, min(lower(t.days)), max(upper(t.days) - 1) FROM " + GIVEN + " GROUP BY n.number";
    private static final String TELLINGS =
            """
            SELECT n.number, t.body::text, t.incident_id, o.name, %s
              FROM %s
              JOIN place p ON p.id = t.place_id JOIN report r ON r.id = t.report_id
              LEFT JOIN report o ON o.id = r.same_text_as
             ORDER BY n.number, r.published NULLS LAST, r.name, t.position, t.id
            """
                    .formatted(PlaceRows.COLUMNS, GIVEN);

    private final Connection connection;

    NeighbourRows(Connection connection) {
        this.connection = connection;
    }

    /** For each block, grown until no telling outside it shares a day with one inside, the tellings; none where there are none. */
    List<List<Intake.Kept>> around(Collection<Block> blocks) throws SQLException {
        var whole = widened(Block.merged(blocks));
        var found = new ArrayList<List<Intake.Kept>>();
        if (whole.isEmpty()) {
            return found;
        }
        try (var statement = connection.prepareStatement(TELLINGS)) {
            bind(statement, whole);
            int last = -1;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(1) != last) {
                        last = rows.getInt(1);
                        found.add(new ArrayList<>());
                    }
                    var place = PlaceRows.read(rows, 5);
                    var telling = new IncidentReader(id -> Optional.of(place)).read(rows.getString(2));
                    var original = Optional.ofNullable(rows.getString(4));
                    found.get(found.size() - 1)
                            .add(new Intake.Kept(
                                    original.map(telling::copyOf).orElse(telling),
                                    Optional.ofNullable(rows.getString(3))));
                }
            }
        }
        return found;
    }

    private List<Block> widened(List<Block> blocks) throws SQLException {
        var all = new ArrayList<>(blocks);
        var grown = blocks;
        while (!grown.isEmpty()) {
            var wider = wider(grown);
            all.removeAll(grown);
            all.addAll(wider);
            var merged = Block.merged(all);
            wider.removeAll(grown);
            // one that has met another has grown with it
            grown = merged.stream()
                    .filter(block -> wider.contains(block) || !all.contains(block))
                    .toList();
            all.clear();
            all.addAll(merged);
        }
        return all;
    }

    /** Each with the days of all its tellings. */
    private List<Block> wider(List<Block> blocks) throws SQLException {
        var wider = new ArrayList<>(blocks);
        try (var statement = connection.prepareStatement(SPANS)) {
            bind(statement, blocks);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int number = rows.getInt(1);
                    wider.set(
                            number,
                            blocks.get(number)
                                    .with(rows.getObject(2, LocalDate.class), rows.getObject(3, LocalDate.class)));
                }
            }
        }
        return wider;
    }

    private static void bind(PreparedStatement statement, List<Block> blocks) throws SQLException {
        var rows = new Columns(5);
        for (int number = 0; number < blocks.size(); number++) {
            var block = blocks.get(number);
            rows.add(number, block.type(), block.placeId(), block.first(), block.last());
        }
        rows.bind(statement, 1);
    }
}
