import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures the service against the raw query in PostgreSQL, a new random box for each request: {@code java Bench.java PORT PID},
 * with the database in psql's own variables (PGHOST and so on). Prints a table in Markdown;
 * {@code -Donly=tile} the lines that the expression is found in.
 */
public class Bench {

    private static final int SECONDS = Integer.getInteger("seconds", 4);

    // until what is asked for is compiled
    private static final int WARM_SECONDS = 12;
    private static final int[] CONNECTIONS = {1, 8, 32};
    private static final int RAW_RUNS = 30;
    private static final String ONLY = System.getProperty("only", "");
    private static final String SIX = "title,type,start,time_precision,reports,deaths";
    private static final Random RANDOM = new Random(2022);

    private final int port;
    private final long pid;

    private Bench(int port, long pid) {
        this.port = port;
        this.pid = pid;
    }

    /** A box and days in which there are about as many incidents as a case wants. */
    private record Window(double west, double south, double east, double north, LocalDate first, LocalDate last) {

        String parameters() {
            return String.format(
                    Locale.ROOT, "bbox=%.4f,%.4f,%.4f,%.4f&datetime=%s/%s", west, south, east, north, first, last);
        }

        String where() {
            return String.format(
                    Locale.ROOT,
                    "drawer = ANY(drawers(%2$.4f, %4$.4f, %5$d, %6$d)) AND lon BETWEEN %1$.4f AND %3$.4f AND"
                            + " lat BETWEEN %2$.4f AND %4$.4f AND last_day >= %5$d AND first_day <= %6$d AND status <> 'rejected'",
                    west,
                    south,
                    east,
                    north,
                    first.toEpochDay(),
                    last.toEpochDay());
        }
    }

    public static void main(String[] arguments) throws Exception {
        new Bench(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])).run();
    }

    private void run() throws Exception {
        var large = windows(9_500, 10_500, 46);
        var small = windows(900, 1_100, 46);
        var z6 = tiles(6, 45_000, 66_000);
        var z10 = tiles(10, 1_500, 2_700);
        System.out.println(
                "| what | connections | requests/s | MB/s | p50 ms | p99 ms | raw SQL ms | bytes | service CPU |"
                        + " machine CPU | memory MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        measure("GeoJSON, 10k features", features(large, ""), () -> raw(large, "feature"));
        measure("GeoJSON, 10k features, six attributes", features(large, "&properties=" + SIX), () -> rawSix(large));
        measure("GeoJSON, 1k features", features(small, ""), () -> raw(small, "feature"));
        measure("GeoJSON, 1k features, six attributes", features(small, "&properties=" + SIX), () -> rawSix(small));
        measure("tile z6, about 57k points", tileOf(z6), () -> rawTiles(z6));
        measure("tile z10, about 2k points", tileOf(z10), () -> rawTiles(z10));
        measure("tile z10, from the cache", () -> "/api/tiles/" + pick(z10) + ".mvt", () -> "");
        measure("tile z6, from the cache", () -> "/api/tiles/" + pick(z6) + ".mvt", () -> "");
        measure("timeline by day and type", () -> "/api/timeline", () -> rawTimeline());
        measure("timeline by week, one country", () -> "/api/timeline?by=week&country=KZ", () -> "");
        measure(
                "hexagons of 10 km over 10k incidents",
                () -> "/api/hexagons?edge_km=10&" + pick(large).parameters(),
                () -> rawHexagons(large));
        whole("everything as GeoJSON lines", "geojsonl");
        whole("everything as CSV", "csv");
        first("geojson");
    }

    // ------------------------------------------------------------------ what is asked

    private Supplier<String> features(List<Window> windows, String more) {
        return () -> "/api/incidents?" + pick(windows).parameters() + more;
    }

    /** A day before all others changes nothing but what the cache has to look for. */
    private Supplier<String> tileOf(List<String> tiles) {
        return () -> "/api/tiles/" + pick(tiles) + ".mvt?datetime="
                + LocalDate.of(1000, 1, 1).plusDays(RANDOM.nextInt(300_000)) + "/..";
    }

    private static <T> T pick(List<T> some) {
        synchronized (RANDOM) {
            return some.get(RANDOM.nextInt(some.size()));
        }
    }

    private List<Window> windows(int least, int most, int days) throws Exception {
        // by tenths of a degree; incidents are spread evenly over the days
        var cells = new ArrayList<double[]>();
        for (var row :
                psql("SELECT floor(ST_X(geom) * 10) / 10, floor(ST_Y(geom) * 10) / 10, count(*) FROM incident GROUP BY"
                        + " 1, 2")) {
            cells.add(Arrays.stream(row.split("\\|"))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        var found = new ArrayList<Window>();
        double middle = (least + most) / 2.0;
        for (int attempt = 0; attempt < 4000 && found.size() < 300; attempt++) {
            double lon = 46.5 + RANDOM.nextDouble() * 40.5;
            double lat = 35 + RANDOM.nextDouble() * 20;
            double low = 0.1;
            double high = 25;
            for (int step = 0; step < 12; step++) {
                double half = (low + high) / 2;
                if (inside(cells, lon, lat, half) * days / 731.0 < middle) {
                    low = half;
                } else {
                    high = half;
                }
            }
            double about = inside(cells, lon, lat, high) * days / 731.0;
            if (about >= least * 0.8 && about <= most * 1.2) {
                var first = LocalDate.of(2024, 1, 1).plusDays(RANDOM.nextInt(731 - days));
                found.add(new Window(
                        lon - high,
                        Math.max(-89, lat - high / 2),
                        lon + high,
                        lat + high / 2,
                        first,
                        first.plusDays(days - 1)));
            }
        }
        // towns are smaller than tenths of a degree: what is really there decides
        var script = new StringBuilder();
        found.forEach(window -> script.append("SELECT count(*) FROM incident WHERE ")
                .append(window.where())
                .append(";\n"));
        var file = Files.writeString(Files.createTempFile("bench", ".sql"), script);
        var counts = lines("psql", "-qAtX", "-f", file.toString()).stream()
                .mapToLong(Long::parseLong)
                .toArray();
        Files.delete(file);
        var right = IntStream.range(0, found.size())
                .filter(i -> counts[i] >= least && counts[i] <= most)
                .mapToObj(found::get)
                .toList();
        if (right.isEmpty()) {
            throw new IllegalStateException("no box has " + least + " to " + most + " incidents");
        }
        return right;
    }

    private static double inside(List<double[]> cells, double lon, double lat, double half) {
        double sum = 0;
        for (var cell : cells) {
            if (Math.abs(cell[0] + 0.05 - lon) < half && Math.abs(cell[1] + 0.05 - lat) < half / 2) {
                sum += cell[2];
            }
        }
        return sum;
    }

    private List<String> tiles(int zoom, int least, int most) throws Exception {
        int shift = 40 - 2 * zoom;
        var tiles = new ArrayList<String>();
        for (var row : psql("SELECT cell >> " + shift + " FROM incident GROUP BY 1 HAVING count(*) BETWEEN " + least
                + " AND " + most)) {
            long cell = Long.parseLong(row);
            int x = 0;
            int y = 0;
            for (int bit = 0; bit < zoom; bit++) {
                x |= (int) (cell >> 2 * bit & 1) << bit;
                y |= (int) (cell >> 2 * bit + 1 & 1) << bit;
            }
            tiles.add(zoom + "/" + x + "/" + y);
        }
        return tiles;
    }

    // ------------------------------------------------------------------ the raw queries

    /** The quicker of the two ways to have the features: strung together, or one by one. */
    private String raw(List<Window> windows, String what) throws Exception {
        Supplier<String> rows = () -> "SELECT " + what + " AS feature FROM incident WHERE "
                + pick(windows).where() + " ORDER BY ordinal, id";
        var strung = timed(() -> "SELECT string_agg(feature, E',\\n') FROM (" + rows.get() + ") f");
        var oneByOne = timed(rows);
        return Double.parseDouble(strung) < Double.parseDouble(oneByOne) ? strung : oneByOne;
    }

    private String rawSix(List<Window> windows) throws Exception {
        return raw(
                windows,
                "'{\"type\":\"Feature\",\"id\":\"' || id || '\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[' ||"
                    + " ST_X(geom) || ',' || ST_Y(geom) || ']},\"properties\":{\"title\":' || to_json(title)::text ||"
                    + " ',\"type\":\"' || type || '\",\"start\":\"' || CASE precision WHEN 'hour' THEN to_char(starts,"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS') || '+05:00' ELSE starts::date::text END ||"
                    + " '\",\"time_precision\":\"' || precision || '\",\"reports\":' || reports || ',\"deaths\":' ||"
                    + " coalesce(lower(deaths)::text, 'null') || '}}'");
    }

    private String rawTiles(List<String> tiles) throws Exception {
        return timed(() -> {
            var tile = pick(tiles).replace('/', ',');
            return "SELECT ST_AsMVT(m, 'incidents', 4096, 'at') FROM (SELECT ST_AsMVTGeom(ST_Transform(geom, 3857),"
                    + " ST_TileEnvelope("
                    + tile
                    + "), 4096, 0) AS at, id, starts, ends, type, precision, level FROM incident WHERE status <>"
                    + " 'rejected' AND geom && ST_Transform(ST_TileEnvelope(" + tile + "), 4326)) m";
        });
    }

    private String rawTimeline() throws Exception {
        return timed(
                () -> "SELECT date_trunc('day', starts), type, count(*) FROM incident WHERE status <> 'rejected'"
                        + " GROUP BY 1, 2",
                5);
    }

    private String rawHexagons(List<Window> windows) throws Exception {
        return timed(
                () -> {
                    var where = pick(windows).where();
                    return "WITH found AS MATERIALIZED (SELECT ST_Transform(geom, 3857) AS at, type FROM incident"
                            + " WHERE "
                            + where
                            + ") SELECT i, j, type, count(*), ST_AsGeoJSON(ST_Transform(geom, 4326)) FROM found,"
                            + " LATERAL ST_HexagonGrid(10000, at) grid WHERE ST_Intersects(grid.geom, at) GROUP BY i,"
                            + " j, type, geom";
                },
                5);
    }

    private String timed(Supplier<String> sql) throws Exception {
        return timed(sql, RAW_RUNS);
    }

    private String timed(Supplier<String> sql, int runs) throws Exception {
        var script = new StringBuilder("SET max_parallel_workers_per_gather = 0;\n\\timing on\n\\o /dev/null\n");
        for (int i = 0; i < runs + 3; i++) {
            script.append(sql.get()).append(";\n");
        }
        var file = Files.writeString(Files.createTempFile("bench", ".sql"), script);
        var times = new ArrayList<Double>();
        for (var line : lines("psql", "-qAtX", "-f", file.toString())) {
            if (line.startsWith("Time: ")) {
                times.add(Double.valueOf(line.split(" ")[1]));
            }
        }
        Files.delete(file);
        var warm = new ArrayList<>(times.subList(3, times.size()));
        warm.sort(null);
        return String.format(Locale.ROOT, "%.1f", warm.get(warm.size() / 2));
    }

    private static List<String> psql(String sql) throws Exception {
        return lines("psql", "-qAtX", "-c", sql);
    }

    private static List<String> lines(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var lines = out.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
            return lines;
        }
    }

    // ------------------------------------------------------------------ the service

    /** Something that is measured only where the line is wanted. */
    private interface Raw {
        String milliseconds() throws Exception;
    }

    private void measure(String what, Supplier<String> path, Raw query) throws Exception {
        if (!isWanted(what)) {
            return;
        }
        var raw = query.milliseconds();
        load(path, 8, WARM_SECONDS * 1000L);
        for (int connections : CONNECTIONS) {
            long cpu = cpu();
            long[] machine = machine();
            long began = System.nanoTime();
            var result = load(path, connections, SECONDS * 1000L);
            double seconds = (System.nanoTime() - began) / 1e9;
            long[] after = machine();
            int n = result.times.length;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %s | %d | %.0f %% | %.0f %% | %d |%n",
                    what,
                    connections,
                    n / seconds,
                    result.bytes / seconds / 1e6,
                    result.times[n / 2] / 1e6,
                    result.times[Math.min(n - 1, n * 99 / 100)] / 1e6,
                    connections == 1 ? raw : "",
                    result.bytes / n,
                    (cpu() - cpu) / seconds,
                    100.0 * (after[0] - machine[0]) / Math.max(1, after[1] - machine[1]),
                    memory());
        }
    }

    private static boolean isWanted(String what) {
        return what.matches(".*(?:" + ONLY + ").*");
    }

    private record Result(long[] times, long bytes) {}

    private Result load(Supplier<String> path, int connections, long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        var bytes = new AtomicLong();
        var times = new ArrayList<Long>();
        var faults = new ArrayList<Throwable>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            var thread = new Thread(() -> {
                var own = new ArrayList<Long>();
                try (var client = new Client(port)) {
                    do {
                        long began = System.nanoTime();
                        bytes.addAndGet(client.get(path.get()));
                        own.add(System.nanoTime() - began);
                    } while (System.nanoTime() < end);
                } catch (IOException | RuntimeException e) {
                    synchronized (faults) {
                        faults.add(e);
                    }
                }
                synchronized (times) {
                    times.addAll(own);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!faults.isEmpty()) {
            throw new IOException("a request failed", faults.get(0));
        }
        return new Result(times.stream().mapToLong(Long::longValue).sorted().toArray(), bytes.get());
    }

    private void whole(String what, String ending) throws Exception {
        if (!isWanted(what)) {
            return;
        }
        load(() -> "/api/export." + ending + "?limit=50000", 1, WARM_SECONDS * 1000L);
        long began = System.nanoTime();
        long bytes;
        try (var client = new Client(port)) {
            bytes = client.get("/api/export." + ending);
        }
        double ours = (System.nanoTime() - began) / 1e9;
        began = System.nanoTime();
        new ProcessBuilder("psql", "-qX", "-c", "COPY (SELECT feature FROM incident) TO STDOUT")
                .redirectOutput(Path.of("/dev/null").toFile())
                .start()
                .waitFor();
        double copy = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | 1 | %.1f s | %.1f |  |  | COPY %.1f s | %d |  |  | %d |%n",
                what,
                ours,
                bytes / ours / 1e6,
                copy,
                bytes,
                memory());
    }

    private void first(String ending) throws Exception {
        long began = System.nanoTime();
        try (var client = new Client(port)) {
            client.begin("/api/export." + ending);
        }
        System.out.printf(
                Locale.ROOT,
                "| first byte of everything as GeoJSON | 1 |  |  | %.1f |  |  |  |  |  | %d |%n",
                (System.nanoTime() - began) / 1e6,
                memory());
    }

    // ------------------------------------------------------------------ what it costs

    /** Hundredths of a second that the service has used. */
    private long cpu() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long[] machine() throws IOException {
        var fields = Arrays.stream(
                        Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(fields).sum();
        return new long[] {all - fields[3] - fields[4], all};
    }

    private long memory() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    /** One connection that asks and counts bytes, and does as little else as it can. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 17];

        Client(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        void begin(String path) throws IOException {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(UTF_8));
            if (in.read() < 0) {
                throw new IOException("no answer");
            }
        }

        long get(String path) throws IOException {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(UTF_8));
            var status = line();
            long length = -1;
            boolean chunked = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = true;
                }
            }
            if (!status.contains(" 200 ")) {
                throw new IOException(status + " for " + path);
            }
            return chunked ? chunks() : skip(length);
        }

        private long chunks() throws IOException {
            long all = 0;
            while (true) {
                long length = Long.parseLong(line().strip(), 16);
                skip(length);
                line();
                if (length == 0) {
                    return all;
                }
                all += length;
            }
        }

        private long skip(long length) throws IOException {
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("the answer ends early");
                }
                left -= read;
            }
            return length;
        }

        private String line() throws IOException {
            var line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ends");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
