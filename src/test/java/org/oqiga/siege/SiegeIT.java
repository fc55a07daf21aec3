package org.oqiga.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.ingest.Ingest;
import org.oqiga.link.Linker;
import org.oqiga.report.Reports;
import org.oqiga.report.Sent;
import org.oqiga.report.Unread;
import org.oqiga.store.Database;
import org.oqiga.store.StoppableCluster;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

/**
 * Whatever is killed and whenever, what was acknowledged is there, once, and the map is that of a calm day. Longer by
 * {@code -Doqiga.siege.reports=10000 -Doqiga.siege.kills=50 -Doqiga.siege.stops=10}, as {@code src/bench/siege.sh} runs it.
 */
class SiegeIT {

    private final Siege.Plan plan = new Siege.Plan(
            setting("reports", 200),
            4,
            setting("instances", 2),
            setting("kills", 3),
            setting("stops", 1),
            setting("every", 2500),
            setting("seed", 20220105));

    private static int setting(String name, int usual) {
        return Integer.getInteger("oqiga.siege." + name, usual);
    }

    @Test
    void nothingThatWasAcknowledgedIsLostOrThereTwice() throws Exception {
        try (var cluster = new StoppableCluster("siege")) {
            System.err.println(plan);
            System.err.println(new Siege(plan, cluster).run(TestCluster.folder("siege-homes")));
            var stormy = new Inventory(cluster.database());

            assertEquals(new TreeMap<>(), stormy.undone());
            var expected = new TreeMap<String, String>();
            IntStream.range(0, plan.reports())
                    .forEach(number -> expected.put(News.name(number), News.text(number, News.isCorrected(number))));
            assertEquals(expected, stormy.texts());
            assertEquals(Set.of(), stormy.wrong());

            var calm = calm();
            assertTrue(calm.incidents().size() > plan.reports() / 6, "there are incidents to compare");
            assertEquals(String.join("\n", calm.incidents()), String.join("\n", stormy.incidents()));
        }
    }

    /** The same reports, taken in by one process that nobody disturbs. */
    private Inventory calm() throws SQLException {
        Database database = TestCluster.open(TestCluster.folder("siege-calm"));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        var world = Gazetteer.load();
        var ingest =
                new Ingest(database.connections(), world::zone, "calm", new Extractor(world)::read, new Linker()::link);
        ingest.take(
                IntStream.range(0, plan.reports()).mapToObj(number -> (Unread) () -> Reports.read(sent(number))),
                Told.SILENT);
        return new Inventory(database);
    }

    private static Sent sent(int number) {
        return new Sent(
                News.name(number),
                Optional.of("text/plain; charset=utf-8"),
                Optional.empty(),
                Optional.empty(),
                News.text(number, News.isCorrected(number)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
