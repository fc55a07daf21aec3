package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;

/** A store of the first release, with what was in it, as this version takes it over. */
class MigrationTest {

    private final Address server = TestCluster.shared().address();

    @Test
    void incidentsAndWhatPeopleMadeOfThemOutliveEveryMigration() throws Exception {
        try (var store = Database.open(firstRelease("of_the_first_release"), line -> {})) {
            var lines = exported(store);
            assertEquals(3, lines.lines().count(), lines);
            assertTrue(lines.contains("Eight officers were killed, it's said."), lines);
            assertTrue(lines.contains("\"status\":\"verified\""), lines);
            var kept = new IncidentRepository(store.connections())
                    .find("first.txt#1", Audience.INSIDERS)
                    .orElseThrow();
            assertTrue(kept.history().contains("Aigerim"), kept.history());
            var days =
                    new TimelineRepository(store.connections()).counts(IncidentFilter.ALL, TimelineRepository.Step.DAY);
            assertTrue(days.contains("2022-01-02") && days.contains("2022-01-05"), days);
            // else searches would not be answered from an index alone
            assertEquals("t", first(store, "SELECT relallvisible > 0 FROM pg_class WHERE relname = 'incident'"));
        }
    }

    @Test
    void aReportThatComesInAgainIsLinkedWithWhatWasToldBefore() throws Exception {
        try (var store = Database.open(firstRelease("first_release_goes_on"), line -> {})) {
            var told = new Told()
                    .report(
                            "third.txt",
                            LocalDate.parse("2022-01-07"),
                            Told.Telling.of(
                                            IncidentType.CASUALTIES,
                                            Told.ALMATY,
                                            "2022-01-05",
                                            "2022-01-05",
                                            "Eighteen officers were killed.")
                                    .killing(18));
            told.ingest(store).take(told.unread(), Told.SILENT);
            var kept = new IncidentRepository(store.connections())
                    .find("first.txt#1", Audience.INSIDERS)
                    .orElseThrow();
            assertTrue(kept.feature().contains("Eighteen officers were killed."), kept.feature());
            assertTrue(kept.feature().contains("\"status\":\"verified\""), kept.feature());
        }
    }

    @Test
    void whatCameInIsKeptByMonthsWhereverItWasBefore() throws Exception {
        var place = release("16", "before_there_were_months");
        execute(
                "before_there_were_months",
                """
                INSERT INTO arrival (name, bytes, size, sha256, sender, received, state, url)
                SELECT name, bytes, coalesce(length(bytes), 0), sha256(bytes), 'somebody', received::timestamptz, state, url
                  FROM (VALUES ('one.txt', 'In November.'::bytea, '2026-11-30 23:59:59.123456+00', 'done', NULL),
                               ('two.txt', 'In January.', '2026-01-01 00:00:00+00', 'waiting', NULL),
                               ('page', NULL, '2026-01-02 00:00:00+00', 'waiting', 'https://news.example.org/1'))
                       old (name, bytes, received, state, url);
                INSERT INTO arrival (name, size, sha256, sender, state) SELECT name, size, sha256, sender, 'done'
                  FROM arrival WHERE name = 'one.txt'""");
        try (var store = Database.open(place, line -> {})) {
            assertEquals(
                    "original_2026_01 In January., original_2026_11 In November.",
                    first(
                            store,
                            "SELECT string_agg(tableoid::regclass || ' ' || convert_from(bytes, 'UTF8'), ', ' ORDER BY"
                                    + " received) FROM original"));
            var originals = new Originals(store.connections());
            for (var id : List.of(1L, 4L)) {
                assertEquals("In November.", new String(originals.bytes(id).orElseThrow(), UTF_8));
            }
            var queue = new ArrivalQueue(store.connections());
            var waiting = queue.claim(1);
            assertEquals(1, waiting.size());
            assertEquals("In January.", new String(waiting.get(0).sent().bytes(), UTF_8));
            assertEquals("page", queue.claimUnfetched(1, 9).get(0).sent().name());
        }
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() throws Exception {
        var place = firstRelease("of_a_newer_release");
        Database.open(place, line -> {}).close();
        execute(
                "of_a_newer_release",
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'of the future', type,"
                        + " 'V999__of_the_future.sql', 1, installed_by, now(), 1, true FROM flyway_schema_history WHERE"
                        + " version = '1'");
        var fault = assertThrows(NoDatabaseException.class, () -> Database.open(place, line -> {}));
        assertTrue(fault.getMessage().contains("newer"), fault.getMessage());
    }

    private Database.Place firstRelease(String name) throws SQLException, IOException {
        return release("1", name);
    }

    /** A store of this version of the tables; that of the first release with something in it. */
    private Database.Place release(String version, String name) throws SQLException, IOException {
        execute("postgres", "DROP DATABASE IF EXISTS " + name);
        execute("postgres", "CREATE DATABASE " + name);
        execute(name, "CREATE EXTENSION postgis");
        Flyway.configure()
                .dataSource(url(name), server.user(), server.password())
                .schemas("oqiga")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        if (version.equals("1")) {
            try (var data = MigrationTest.class.getResourceAsStream("/store/first-release.sql")) {
                execute(name, new String(data.readAllBytes(), UTF_8));
            }
        }
        var place = server.place().replaceFirst("/[^/]*$", "/" + name);
        var given = place.replace("//", "//" + server.user() + ":" + server.password() + "@");
        return new Database.Place(Optional.of(given), TestCluster.folder("unused"), false);
    }

    private void execute(String name, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(name), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String name) {
        return "jdbc:" + server.place().replaceFirst("/[^/]*$", "/" + name) + "?currentSchema=oqiga,public";
    }

    private static String first(Database database, String sql) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String exported(Database database) throws IOException {
        var out = new ByteArrayOutputStream();
        var incidents = new IncidentRepository(database.connections());
        Export.GEOJSONL.write(incidents, Export.Wanted.by(Query.of(Map.of(), List.of()), Audience.INSIDERS), out);
        return out.toString(UTF_8);
    }
}
