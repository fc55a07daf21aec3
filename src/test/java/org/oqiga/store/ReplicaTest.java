package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.store.Told.Telling.of;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;

/** Reading from a real replica, which is held up, stopped and started again. */
class ReplicaTest {

    private static final String DAY = "2022-01-05";

    private static Database primary;
    private static StreamingReplica replica;

    private Databases databases;
    private IncidentRepository incidents;

    @BeforeAll
    static void aDatabaseAndItsReplica() {
        primary = TestCluster.open(TestCluster.folder("followed"));
        var told = new Told()
                .report(
                        "a.txt",
                        LocalDate.parse("2022-01-06"),
                        of(IncidentType.PROTEST, Told.ALMATY, DAY, DAY, "People gathered."),
                        of(IncidentType.RIOT, Told.ZHANAOZEN, DAY, DAY, "Shops were looted."));
        told.ingest(primary).take(told.unread(), Told.SILENT);
        replica = new StreamingReplica(primary, "following");
    }

    @AfterAll
    static void end() {
        replica.close();
        primary.close();
    }

    @BeforeEach
    void readersOnTheReplica() {
        databases = reading(replica.url(), Duration.ofMinutes(1));
        incidents = new IncidentRepository(databases);
        awaitBothTheSame();
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private static Databases reading(String url, Duration behind) {
        return new Databases(primary.connections(), Optional.of(url), behind);
    }

    @Test
    void aReaderSeesWhatHasComeOver() throws Exception {
        assertTrue(onAReplica(Audience.PUBLIC));
        long before = incidents.revision(Audience.PUBLIC);
        change("UPDATE incident SET hidden = true WHERE type = 'riot'");
        awaitRevision(before + 1);
        assertEquals(1, shown(Audience.PUBLIC));
        change("UPDATE incident SET hidden = false");
        awaitRevision(before + 2);
        assertEquals(2, shown(Audience.PUBLIC));
    }

    @Test
    void anEditorSeesAtOnceWhatTheyChangedAndAReaderWhenItHasComeOver() throws Exception {
        replica.pause();
        long before = incidents.revision(Audience.PUBLIC);
        try {
            change("UPDATE incident SET status = 'rejected' WHERE type = 'riot'");
            assertEquals(before + 1, incidents.revision(Audience.INSIDERS));
            assertEquals(1, shown(Audience.INSIDERS));
            assertEquals(before, incidents.revision(Audience.PUBLIC));
            assertEquals(2, shown(Audience.PUBLIC));
            assertTrue(incidents.isBehind());
        } finally {
            replica.resume();
        }
        awaitRevision(before + 1);
        assertEquals(1, shown(Audience.PUBLIC));
        change("UPDATE incident SET status = 'extracted'");
    }

    @Test
    void aReplicaThatStopsCostsReadersNothing() throws Exception {
        var ended = new AtomicBoolean();
        var fault = new AtomicReference<Throwable>();
        var answers = new AtomicInteger();
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var reader = new Thread(() -> {
                while (!ended.get()) {
                    incidents.revision(Audience.PUBLIC);
                    assertEquals(2, shown(Audience.PUBLIC));
                    answers.incrementAndGet();
                }
            });
            reader.setUncaughtExceptionHandler((thread, thrown) -> fault.set(thrown));
            reader.start();
            readers.add(reader);
        }
        await(() -> answers.get() > 100);
        replica.stop();
        int then = answers.get();
        await(() -> answers.get() > then + 100 || fault.get() != null);
        assertEquals(false, onAReplica(Audience.PUBLIC));
        replica.start();
        await(() -> readersAreOnAReplica() || fault.get() != null);
        ended.set(true);
        for (var reader : readers) {
            reader.join();
        }
        assertEquals(null, fault.get());
    }

    @Test
    void whatReadersHaveSeenTheyAreNotDeniedByAReplicaThatIsBackWithoutIt() throws Exception {
        replica.stop();
        long before = incidents.revision(Audience.PUBLIC);
        change("UPDATE incident SET hidden = true WHERE type = 'riot'");
        assertEquals(before + 1, incidents.revision(Audience.PUBLIC));
        replica.start("recovery_min_apply_delay=1h");
        // time enough to be looked at twice
        for (int i = 0; i < 50; i++) {
            assertEquals(before + 1, incidents.revision(Audience.PUBLIC));
            assertEquals(1, shown(Audience.PUBLIC));
            Thread.sleep(100);
        }
        assertEquals(false, onAReplica(Audience.PUBLIC));
        replica.stop();
        replica.start();
        await(this::readersAreOnAReplica);
        assertEquals(before + 1, incidents.revision(Audience.PUBLIC));
        assertEquals(1, shown(Audience.PUBLIC));
        change("UPDATE incident SET hidden = false");
    }

    @Test
    void oneThatFallsBehindForLongIsNotReadUntilItHasCaughtUp() throws Exception {
        try (var impatient = new Closing(reading(replica.url(), Duration.ofMillis(300)))) {
            var reader = new IncidentRepository(impatient.databases());
            replica.pause();
            try {
                change("UPDATE incident SET hidden = true WHERE type = 'riot'");
                long now = incidents.revision(Audience.INSIDERS);
                await(() -> reader.revision(Audience.PUBLIC) == now);
                assertEquals(false, onAReplica(impatient.databases(), Audience.PUBLIC));
            } finally {
                replica.resume();
            }
            await(() -> {
                reader.revision(Audience.PUBLIC);
                return onAReplica(impatient.databases(), Audience.PUBLIC);
            });
            change("UPDATE incident SET hidden = false");
        }
    }

    @Test
    void aDatabaseOfItsOwnIsNotTakenForAReplica() throws Exception {
        var address = primary.address();
        var own = address.place().replace("://", "://" + address.user() + ":" + address.password() + "@");
        try (var wrong = new Closing(reading(own, Duration.ofMinutes(1)))) {
            change("UPDATE incident SET hidden = false");
            var reader = new IncidentRepository(wrong.databases());
            assertEquals(incidents.revision(Audience.INSIDERS), reader.revision(Audience.PUBLIC));
            assertEquals(false, onAReplica(wrong.databases(), Audience.PUBLIC));
        }
    }

    @Test
    void whatIsLongerThanOneAnswerComesWholeFromOne() throws Exception {
        assertNotEquals(0, shown(Audience.PUBLIC));
        var layers = new LayerRepository(databases);
        assertEquals(
                2, layers.page(Layer.INCIDENTS, filter(Audience.PUBLIC), page()).matched());
        var columns = new String(
                new IncidentColumns(databases).json(filter(Audience.PUBLIC), List.of(), OptionalInt.empty()));
        assertTrue(columns.startsWith("{\"from_reports\":1,"), columns);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited long enough");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Databases that end with a test. */
    private record Closing(Databases databases) implements AutoCloseable {

        @Override
        public void close() {
            databases.close();
        }
    }

    private static Page.Request page() {
        return new Page.Request(10, Optional.empty(), List.of(), Crs.CRS84);
    }

    private static IncidentFilter filter(Audience audience) {
        return new IncidentFilter(
                IncidentFilter.ALL.where(),
                IncidentFilter.ALL.when(),
                IncidentFilter.ALL.what(),
                Optional.empty(),
                audience);
    }

    private boolean readersAreOnAReplica() {
        incidents.revision(Audience.PUBLIC);
        return onAReplica(Audience.PUBLIC);
    }

    private boolean onAReplica(Audience audience) {
        return onAReplica(databases, audience);
    }

    private static boolean onAReplica(Databases databases, Audience audience) {
        return databases.read(audience, "where", connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT pg_is_in_recovery()")) {
                rows.next();
                return rows.getBoolean(1);
            }
        });
    }

    private long shown(Audience audience) {
        try {
            return incidents
                    .features(filter(audience), List.of(), OptionalInt.empty(), feature -> {})
                    .matched();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitRevision(long number) {
        await(() -> incidents.revision(Audience.PUBLIC) == number);
        assertTrue(onAReplica(Audience.PUBLIC));
    }

    private void awaitBothTheSame() {
        await(() -> readersAreOnAReplica() && !incidents.isBehind());
    }

    private static void change(String sql) throws SQLException {
        try (var connection = primary.connections().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("UPDATE revision SET number = number + 1");
            connection.commit();
        }
    }
}
