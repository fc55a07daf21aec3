package org.oqiga.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.oqiga.store.cql.Queryable;

/** Reads the features of the layers, a page at a time. */
@ApplicationScoped
public class LayerRepository {

    // by what the last page ended with, not by OFFSET: the thousandth page is as fast as the first
    private static final String PAGE =
            """
            SELECT %s, id::text AS feature_id, %s, %s
              FROM %s
             WHERE %s
             ORDER BY %s
             LIMIT ?
            """;
    private static final String COUNT = "SELECT count(*) FROM %s WHERE %s";
    private static final String ONE = "SELECT id::text, %s, ST_AsBinary(geom) FROM %s WHERE id = ?::%s";
    private static final String BOUNDS =
            """
            SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box), first, last
              FROM (SELECT ST_Extent(geom) AS box, %s AS first, %s AS last FROM %s) whole
            """;
    private static final int FETCH = 1000;

    private final Databases databases;
    private final Counts counts = new Counts();
    private final Remembered<Extent> extents = new Remembered<>(Layer.values().length * Audience.values().length);

    @Inject
    LayerRepository(Databases databases) {
        this.databases = databases;
    }

    public LayerRepository(DataSource database) {
        this(Databases.only(database));
    }

    /** The page of the features of a filter that is asked for. */
    public Page page(Layer layer, IncidentFilter filter, Page.Request request) {
        var conditions = Conditions.of(layer, filter);
        var after = request.after().map(text -> Cursor.parse(text, layer)
                .orElseThrow(
                        () -> new InvalidQueryException("cursor", "cursor must be as a link to a next page gives it")));
        return ask(layer, filter.audience(), connection -> {
            var from = layer.from(filter.audience());
            long matched = counts.of(connection, COUNT.formatted(from, conditions.sql()), conditions);
            try (var statement =
                    connection.prepareStatement(pageSql(layer, from, conditions, request, after.isPresent()))) {
                int next = 1;
                if (!request.attributes().isEmpty() && layer == Layer.INCIDENTS) {
                    statement.setArray(next++, Bindings.texts(connection, request.attributes()));
                }
                next = conditions.bind(statement, next);
                for (var value : after.map(Cursor::values).orElse(List.of())) {
                    statement.setString(next++, value);
                }
                statement.setInt(next, request.limit() + 1);
                statement.setFetchSize(FETCH);
                return page(statement, layer, request, matched);
            }
        });
    }

    private static String pageSql(
            Layer layer, String from, Conditions conditions, Page.Request request, boolean continued) {
        boolean whole = isWhole(layer, request.crs(), request.attributes());
        var order = String.join(", ", layer.order());
        var where = new StringBuilder(conditions.sql());
        if (continued) {
            var marks = layer.orderTypes().stream().map(type -> "?::" + type).toList();
            where.append(" AND (")
                    .append(order)
                    .append(") > (")
                    .append(String.join(", ", marks))
                    .append(')');
        }
        var keys = layer.order().stream()
                // under a name of its own: ORDER BY would take the text for the column
                .map(key -> key + "::text AS after_" + key)
                .toList();
        return PAGE.formatted(
                String.join(", ", keys),
                whole ? "feature" : properties(layer, request.attributes()),
                whole ? "NULL" : "ST_AsBinary(geom)",
                from,
                where,
                order);
    }

    /** Whether a feature can go out as it is kept. */
    private static boolean isWhole(Layer layer, Crs crs, List<String> picked) {
        return layer == Layer.INCIDENTS && crs == Crs.CRS84 && picked.isEmpty();
    }

    private static String properties(Layer layer, List<String> picked) {
        if (layer == Layer.INCIDENTS) {
            return picked.isEmpty()
                    ? "(feature::json -> 'properties')::text"
                    : "(SELECT coalesce(json_object_agg(key, value), '{}') FROM json_each(feature::json ->"
                            + " 'properties') WHERE key = ANY(?))::text";
        }
        var pairs = layer.queryables().stream()
                .filter(each -> each.kind() != Queryable.Kind.GEOMETRY)
                .filter(each -> picked.isEmpty() || picked.contains(each.name()))
                .map(each -> "'" + each.name() + "', " + each.sql())
                .toList();
        return "json_build_object(" + String.join(", ", pairs) + ")::text";
    }

    private static Page page(PreparedStatement statement, Layer layer, Page.Request request, long matched)
            throws SQLException {
        int keys = layer.order().size();
        var features = new ArrayList<String>();
        var last = new ArrayList<String>();
        var shapes = new WKBReader();
        boolean whole = isWhole(layer, request.crs(), request.attributes());
        boolean more = false;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (features.size() == request.limit()) {
                    more = true;
                    break;
                }
                features.add(whole ? rows.getString(keys + 2) : feature(rows, keys + 1, request.crs(), shapes));
                last.clear();
                for (int key = 1; key <= keys; key++) {
                    last.add(rows.getString(key));
                }
            }
        }
        return new Page(features, matched, more ? Optional.of(new Cursor(last).text()) : Optional.empty());
    }

    private static String feature(ResultSet rows, int from, Crs crs, WKBReader shapes) throws SQLException {
        var shape = rows.getBytes(from + 2);
        try {
            var geometry = shape == null ? "null" : GeometryJson.of(crs.fromLonLat(shapes.read(shape)), crs.decimals());
            return "{\"type\":\"Feature\",\"id\":" + Json.quoted(rows.getString(from)) + ",\"geometry\":" + geometry
                    + ",\"properties\":" + rows.getString(from + 1) + "}";
        } catch (ParseException e) {
            throw new IllegalStateException("the database wrote a geometry that is none", e);
        }
    }

    /** One feature as GeoJSON. */
    public Optional<String> find(Layer layer, String id, Crs crs, Audience audience) {
        if (layer == Layer.REPORTS && !id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var idType = layer == Layer.REPORTS ? "bigint" : "text";
        boolean whole = isWhole(layer, crs, List.of());
        var sql = ONE.formatted(whole ? "feature" : properties(layer, List.of()), layer.from(audience), idType);
        return ask(layer, audience, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, id);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    return Optional.of(whole ? rows.getString(2) : feature(rows, 1, crs, new WKBReader()));
                }
            }
        });
    }

    /** How far the features of a layer reach in space and time. */
    public Extent extent(Layer layer, Audience audience) {
        boolean timed = layer == Layer.INCIDENTS || layer == Layer.REPORTS;
        var first = layer == Layer.INCIDENTS ? "min(lower(during))" : timed ? "min(published)" : "NULL::date";
        var last = layer == Layer.INCIDENTS ? "max(upper(during))" : timed ? "max(published)" : "NULL::date";
        var sql = BOUNDS.formatted(first, last, layer.from(audience));
        return ask(
                layer,
                audience,
                connection -> extents.get(List.of(layer, audience), Counts.revision(connection), () -> {
                    try (var statement = connection.prepareStatement(sql);
                            var rows = statement.executeQuery()) {
                        rows.next();
                        return Extent.read(rows);
                    }
                }));
    }

    private <T> T ask(Layer layer, Audience audience, Databases.Work<T, RuntimeException> question) {
        // regions are put there while they are asked for, and no revision counts that
        var where = layer == Layer.REGIONS ? Audience.INSIDERS : audience;
        return databases.read(where, "could not read features", question);
    }
}
