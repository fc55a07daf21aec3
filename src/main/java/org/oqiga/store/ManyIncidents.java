package org.oqiga.store;

import static org.oqiga.store.IncidentColumns.put;
import static org.oqiga.store.IncidentColumns.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads what a map begins with that plays from vector tiles: where something happened, and from when to when. */
@ApplicationScoped
public class ManyIncidents {

    private static final String MORE = "SELECT count(*) FROM (SELECT 1 FROM incident WHERE %s LIMIT ?) told";
    private static final String BY_PLACE =
            "SELECT place_id, count(*) FROM incident WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1";
    // the map's timeline opens with the busiest stretch, which what lasts longer than a month does not bridge
    private static final String BY_DAY =
            """
            SELECT (date_part('epoch', min(starts)) / 60)::int, (date_part('epoch', max(ends)) / 60)::int,
                   count(*) FILTER (WHERE short), (date_part('epoch', min(starts) FILTER (WHERE short)) / 60)::int,
                   (date_part('epoch', max(ends) FILTER (WHERE short)) / 60)::int
              FROM (SELECT *, ends - starts <= interval '30 days' AS short FROM incident WHERE %s) told
             GROUP BY starts::date ORDER BY starts::date
            """;
    private static final List<String> OF_DAYS = List.of("start", "end", "n", "short_start", "short_end");
    private static final int KEPT = 16;

    private final Databases databases;
    private final Remembered<byte[]> answers = new Remembered<>(KEPT);

    @Inject
    ManyIncidents(Databases databases) {
        this.databases = databases;
    }

    public ManyIncidents(DataSource database) {
        this(Databases.only(database));
    }

    /** Whether the filter has more than so many. */
    public boolean isMoreThan(int most, IncidentFilter filter) {
        var conditions = Conditions.of(filter);
        return databases.read(filter.audience(), "could not count incidents", connection -> {
            try (var statement = connection.prepareStatement(MORE.formatted(conditions.sql()))) {
                statement.setLong(conditions.bind(statement, 1), most + 1L);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1) > most;
                }
            }
        });
    }

    /** The filter's places with how many incidents each has, and its days, as a JSON object. */
    public byte[] json(IncidentFilter filter, long revision, String name) {
        return databases.read(filter.audience(), "could not read incidents", connection -> {
            // all of it is to be of the same moment
            Transactions.beginOfOneMoment(connection);
            var json = answers.get(List.of(filter, name), revision, () -> read(connection, filter, name));
            connection.commit();
            return json;
        });
    }

    private static byte[] read(Connection connection, IncidentFilter filter, String name) throws SQLException {
        var counts = new JsonColumn();
        var ids = new ArrayList<String>();
        long incidents = 0;
        var conditions = Conditions.of(filter);
        try (var statement = connection.prepareStatement(BY_PLACE.formatted(conditions.sql()))) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    counts.raw(rows.getString(2));
                    incidents += rows.getLong(2);
                }
            }
        }
        var out = new ByteArrayOutputStream(1 << 16);
        put(out, "{\"from_reports\":" + IncidentColumns.reports(connection) + ",\"incidents\":" + incidents);
        put(out, ",\"revision\":\"" + name + "\",\"places\":{\"n\":" + ids.size());
        write(PlaceColumns.of(connection, ids), out);
        write(Map.of("count", counts), out);
        put(out, "},\"days\":{\"short_days\":30");
        write(days(connection, conditions), out);
        put(out, "}}\n");
        return out.toByteArray();
    }

    private static Map<String, JsonColumn> days(Connection connection, Conditions conditions) throws SQLException {
        var columns = new LinkedHashMap<String, JsonColumn>();
        OF_DAYS.forEach(name -> columns.put(name, new JsonColumn()));
        try (var statement = connection.prepareStatement(BY_DAY.formatted(conditions.sql()))) {
            conditions.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int next = 1;
                    for (var column : columns.values()) {
                        column.raw(rows.getString(next++));
                    }
                }
            }
        }
        return columns;
    }
}
