package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads incidents as columns sorted by time, what the map plays from: one JSON array an attribute. */
@ApplicationScoped
public class IncidentColumns {

    /** What may be asked for of each incident; {@code ids} come always. */
    enum Column {
        LON("ST_X(geom)"),
        LAT("ST_Y(geom)"),
        START("(date_part('epoch', starts) / 60)::int"),
        END("(date_part('epoch', ends) / 60)::int"),
        TYPE("type"),
        LEVEL("level"),
        PRECISION("precision"),
        REPORTS("reports"),
        CONFIDENCE("confidence"),
        STATUS("status"),
        ASSERTION("assertion"),
        /** The first minute after what lasts was over, on the same clock. */
        IN_FORCE_UNTIL("(date_part('epoch', in_force_until + 1) / 60)::int"),
        /** The day on which it was first told, counted from 1970-01-01. */
        FIRST_PUBLISHED("first_published - date '1970-01-01'"),
        PLACE_ID("place_id"),
        /** Where in {@code places} its place stands. */
        PLACE("place_id"),
        TITLE("title"),
        DEATHS(toll("deaths")),
        DEATHS_LOW("lower(deaths)"),
        DEATHS_HIGH("upper(deaths) - 1"),
        INJURED(toll("injured")),
        INJURED_LOW("lower(injured)"),
        INJURED_HIGH("upper(injured) - 1"),
        ARRESTED(toll("arrested")),
        ARRESTED_LOW("lower(arrested)"),
        ARRESTED_HIGH("upper(arrested) - 1");

        private static final Set<Column> WORDS = EnumSet.of(TYPE, LEVEL, PRECISION, STATUS, ASSERTION, PLACE_ID, TITLE);
        private static final Set<Column> TOLLS = EnumSet.range(DEATHS, ARRESTED_HIGH);

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        // a table of the range alone: the best figure stands in the feature, and few incidents have one
        private static String toll(String kind) {
            return "CASE WHEN " + kind + " IS NOT NULL THEN (feature::json -> 'properties' ->> '" + kind
                    + "')::int END";
        }
    }

    private static final String ROWS = "SELECT id%s FROM incident WHERE %s ORDER BY starts, id LIMIT ?";
    private static final String LATEST =
            "SELECT id%s FROM incident WHERE ctid = ANY(ARRAY(SELECT ctid FROM incident WHERE %s"
                    + " ORDER BY starts DESC, id DESC LIMIT ?)) ORDER BY starts, id";
    private static final String REPORTS = "SELECT count(*) FROM report";
    private static final int FETCH = 5000;

    private final Databases databases;

    @Inject
    IncidentColumns(Databases databases) {
        this.databases = databases;
    }

    public IncidentColumns(DataSource database) {
        this(Databases.only(database));
    }

    /** The columns that {@code query} picks; those that the map plays from where it picks none. */
    public static List<String> picked(Query query) {
        var known = Stream.of(Column.values()).map(Column::label).collect(Collectors.toSet());
        var picked = query.list("properties");
        for (var name : picked) {
            if (!known.contains(name) && !name.equals("id")) {
                throw query.wrong(
                        "properties",
                        "some of id, "
                                + Stream.of(Column.values()).map(Column::label).collect(Collectors.joining(", "))
                                + ", with commas between");
            }
        }
        return picked;
    }

    /** The filter's incidents as a JSON object; times are minutes since 1970 on each place's clock. */
    public byte[] json(IncidentFilter filter, List<String> picked, OptionalInt limit) {
        return json(filter, picked, ROWS, limit);
    }

    /** The same of the latest of them, in the same order. */
    public byte[] latest(IncidentFilter filter, List<String> picked, OptionalInt most) {
        return json(filter, picked, LATEST, most);
    }

    private byte[] json(IncidentFilter filter, List<String> picked, String sql, OptionalInt limit) {
        var columns = Stream.of(Column.values())
                .filter(column -> picked.isEmpty() ? !Column.TOLLS.contains(column) : picked.contains(column.label()))
                .toList();
        return databases.read(filter.audience(), "could not read incidents", connection -> {
            // a cursor lives in a transaction, and all of it is to be of the same moment
            Transactions.beginOfOneMoment(connection);
            var json = read(connection, filter, columns, sql, limit);
            connection.commit();
            return json;
        });
    }

    private static byte[] read(
            Connection connection, IncidentFilter filter, List<Column> columns, String sql, OptionalInt limit)
            throws SQLException {
        var conditions = Conditions.of(filter);
        var wanted = columns.stream().map(column -> ", " + column.sql).collect(Collectors.joining());
        var ids = new JsonColumn();
        var others = columns.stream().map(column -> new JsonColumn()).toList();
        var places = new LinkedHashMap<String, Integer>();
        try (var statement = connection.prepareStatement(sql.formatted(wanted, conditions.sql()))) {
            statement.setFetchSize(FETCH);
            IncidentRepository.limit(statement, conditions.bind(statement, 1), limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.word(rows.getString(1));
                    for (int i = 0; i < columns.size(); i++) {
                        var value = rows.getString(i + 2);
                        if (columns.get(i) == Column.PLACE) {
                            others.get(i).raw(String.valueOf(places.computeIfAbsent(value, id -> places.size())));
                        } else if (Column.WORDS.contains(columns.get(i))) {
                            others.get(i).word(value);
                        } else {
                            others.get(i).raw(value);
                        }
                    }
                }
            }
        }
        var parts = new LinkedHashMap<String, JsonColumn>();
        parts.put("ids", ids);
        for (int i = 0; i < columns.size(); i++) {
            parts.put(columns.get(i).label(), others.get(i));
        }
        var out = new ByteArrayOutputStream(
                parts.values().stream().mapToInt(JsonColumn::size).sum() + (1 << 16));
        put(out, "{\"from_reports\":" + reports(connection));
        if (columns.contains(Column.PLACE)) {
            put(out, ",\"places\":{\"n\":" + places.size());
            write(PlaceColumns.of(connection, List.copyOf(places.keySet())), out);
            put(out, "}");
        }
        write(parts, out);
        put(out, "}\n");
        return out.toByteArray();
    }

    static long reports(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(REPORTS);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void write(Map<String, JsonColumn> parts, ByteArrayOutputStream out) {
        parts.forEach((name, column) -> {
            put(out, ",\"" + name + "\":");
            column.writeTo(out);
        });
    }

    static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(UTF_8));
    }
}
