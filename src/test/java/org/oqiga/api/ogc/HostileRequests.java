package org.oqiga.api.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.Layer;

/** Makes up requests, half of them sensible, half of them hostile, over everything that may be asked; the same for a seed. */
final class HostileRequests {

    private static final List<String> PATHS = List.of(
            "/ogc",
            "/ogc/conformance",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/%s",
            "/ogc/collections/%s/queryables",
            "/ogc/collections/%s/items",
            "/ogc/collections/%s/items",
            "/ogc/collections/%s/items",
            "/ogc/collections/%s/items/%s",
            "/api/incidents",
            "/api/incidents",
            "/api/incidents/%s",
            "/api/timeline",
            "/api/export.csv",
            "/api/export.geojsonl",
            "/api/export.%s",
            "/api/reports",
            "/api/reports/%s",
            "/api/places");
    private static final List<String> MORE =
            List.of("limit", "properties", "f", "by", "cursor", "crs", "bbox-crs", "nothing", "");
    private static final List<String> SENSIBLE = List.of(
            "50,40,90,60",
            "2022-01-01/2022-01-31",
            "2022-01-05",
            "protest",
            "KZ",
            "Almaty",
            "city hall",
            "0.5",
            "10",
            "title,type",
            "json",
            "html",
            "columns",
            "day",
            "cql2-text",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "type = 'protest'",
            "T_AFTER(start, DATE('2022-01-03'))",
            "S_INTERSECTS(geometry, BBOX(50,40,90,60))",
            "CASEI(title) LIKE '%a%'");
    private static final List<String> HOSTILE = List.of(
            "'",
            "\"",
            "''; DROP TABLE incident; --",
            "1 OR 1=1",
            "') OR ('1'='1",
            "title = '' OR pg_sleep(10) IS NULL",
            "title = '$$; SELECT 1'",
            "$1",
            "?",
            "%s%n%d",
            "\\",
            "title LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%b'",
            "title LIKE '\\'",
            "NaN",
            "NaN,NaN,NaN,NaN",
            "Infinity,-Infinity,1e309,-1e309",
            "-180,-90,180,90",
            "180,-90,-180,90",
            "1e17,1e17,1e17,1e17",
            "deaths > 1e308",
            "deaths > -9223372036854775809",
            "confidence = 0.1e-300",
            "99999999999999999999999",
            "-1",
            "0",
            "1e3",
            "0x10",
            "١٢",
            "0000-01-01",
            "9999-12-31/..",
            "0000-01-01/9999-12-31",
            "+999999999-01-01T00:00:00Z",
            "2022-02-30",
            "2022-01-01T25:00:00Z",
            "2022-01-01T00:00:00+99:00",
            "2022-01-01/P9999Y9999M9999W99999DT99999H999999M9999999S",
            "P1Y/0000-01-01",
            "../..",
            "start > DATE('0000-01-01')",
            "start < TIMESTAMP('9999-12-31T23:59:59-18:00')",
            "T_DURING(INTERVAL('..','..'), INTERVAL(start, end))",
            "T_MEETS(INTERVAL(end, start), INTERVAL('9999-12-31','..'))",
            "S_INTERSECTS(geometry, POINT EMPTY)",
            "S_EQUALS(geometry, POLYGON EMPTY)",
            "S_INTERSECTS(geometry, POLYGON((0 0)))",
            "S_INTERSECTS(geometry, POLYGON((0 0,0 0,0 0,0 0)))",
            "S_CONTAINS(geometry, GEOMETRYCOLLECTION(POINT(1 1),GEOMETRYCOLLECTION EMPTY))",
            "S_WITHIN(geometry, POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)))",
            "S_DWITHIN(geometry, POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90)), 20100, 'km')",
            "S_DWITHIN(geometry, POINT(180 90), 0)",
            "S_TOUCHES(POINT(1 1), POINT(1 1))",
            "S_RELATE(geometry, 'x')",
            "CASEI(CASEI(CASEI('a'))) = 'a'",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "😀".repeat(50),
            "\u202e\u0008\u001b[31m",
            "\r\nX-Evil: 1",
            "<script>alert(1)</script>",
            "{it}{#each}",
            "${7*7}",
            "../../../../etc/passwd",
            "geometry",
            "sources",
            "&",
            "true",
            "null",
            ",,,,",
            "MQ",
            "MjAyMi0wMS0wMiAwMDowMDowMAphYmM",
            "MjAyMi0xMy00NSAwMDowMDowMAphYmM");

    private final Random random;

    HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /** A path with its query. */
    String next() {
        var path = one(PATHS);
        while (path.contains("%s")) {
            var part = path.contains("collections/%s") && random.nextInt(20) > 0
                    ? one(List.of(Layer.values())).id()
                    : encoded(value()).replace("+", "%20");
            path = path.replaceFirst("%s", part.isEmpty() ? "-" : part.replace("$", "%24"));
        }
        var names = new ArrayList<>(FilterQuery.PARAMETERS);
        names.addAll(MORE);
        var query = new StringBuilder();
        int parameters = random.nextInt(4);
        for (int i = 0; i < parameters; i++) {
            query.append(i == 0 ? '?' : '&');
            query.append(encoded(random.nextInt(30) == 0 ? value() : one(names)));
            if (random.nextInt(40) > 0) {
                query.append('=').append(encoded(random.nextInt(3) == 0 ? one(SENSIBLE) : value()));
            }
        }
        return path + query;
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> one(List.of("(", "NOT ", "CASEI(", "S_INTERSECTS(geometry, ", "1=1 AND ", "[", "{"))
                    .repeat(1 + random.nextInt(3000));
            case 1 -> polygon(3 + random.nextInt(500));
            case 2 -> mutated(one(SENSIBLE));
            case 3 -> mutated(one(HOSTILE));
            case 4 -> one(SENSIBLE) + one(List.of(" AND ", " OR ", "/", ",", " ")) + one(HOSTILE);
            case 5 -> noise(random.nextInt(60));
            case 6 -> random.nextInt(20) == 0 ? "x".repeat(random.nextInt(100_000)) : one(HOSTILE);
            case 7, 8, 9 -> one(HOSTILE);
            default -> one(SENSIBLE);
        };
    }

    private String polygon(int points) {
        var ring = new StringBuilder();
        double reach = Math.pow(10, random.nextInt(5) - 1);
        for (int i = 0; i < points; i++) {
            ring.append(random.nextGaussian() * reach)
                    .append(' ')
                    .append(random.nextGaussian() * reach)
                    .append(',');
        }
        return "S_INTERSECTS(geometry, POLYGON((0 0," + ring + "0 0)))";
    }

    private String mutated(String text) {
        var signs = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3) && signs.length() > 0; i++) {
            int at = random.nextInt(signs.length());
            switch (random.nextInt(3)) {
                case 0 -> signs.deleteCharAt(at);
                case 1 -> signs.insert(at, (char) (32 + random.nextInt(95)));
                default -> signs.insert(at, signs.substring(random.nextInt(at + 1), at));
            }
        }
        return signs.toString();
    }

    private String noise(int length) {
        var signs = new StringBuilder();
        for (int i = 0; i < length; i++) {
            signs.appendCodePoint(random.nextInt(random.nextBoolean() ? 128 : 0x1_0000));
        }
        return signs.toString();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
