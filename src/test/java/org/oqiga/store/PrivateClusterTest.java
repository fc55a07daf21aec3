package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivateClusterTest {

    @Test
    void aStoppedClusterLeavesNoProcessAndFindsItsDataAgain() throws SQLException {
        var folder = TestCluster.folder("restart");
        try (var database = TestCluster.open(folder)) {
            write(database, "kept");
        }
        assertFalse(postmaster(folder).isPresent());
        try (var database = TestCluster.open(folder)) {
            assertEquals("kept", read(database));
        }
    }

    @Test
    void aKilledServiceLeavesAClusterThatTheNextStartTakesOver() throws Exception {
        var folder = TestCluster.folder("killed-service");
        var service = serviceIn(folder);
        long pid = postmaster(folder).orElseThrow().pid();
        service.destroyForcibly().waitFor();
        assertTrue(alive(pid), "the cluster outlives a service that is killed");
        try (var database = TestCluster.open(folder)) {
            assertEquals(pid, postmaster(folder).orElseThrow().pid(), "taken over, not started anew");
            assertEquals("written by the service", read(database));
        }
        assertFalse(alive(pid), "and stopped by the one that took it over");
    }

    @Test
    void aKilledClusterIsStartedAgainWithItsData() throws Exception {
        var folder = TestCluster.folder("killed-cluster");
        var service = serviceIn(folder);
        long pid = postmaster(folder).orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        service.destroyForcibly().waitFor();
        while (alive(pid)) {
            Thread.sleep(50);
        }
        assertTrue(postmaster(folder).isPresent(), "its pid file is left behind");
        try (var database = TestCluster.open(folder)) {
            assertEquals("written by the service", read(database));
        }
    }

    @Test
    void aServiceThatIsToldToEndStopsItsCluster() throws Exception {
        var folder = TestCluster.folder("told-to-end");
        var service = serviceIn(folder);
        long pid = postmaster(folder).orElseThrow().pid();
        service.destroy();
        service.waitFor();
        assertFalse(alive(pid));
    }

    @Test
    void theLastOfTwoUsersStopsTheCluster() throws Exception {
        var folder = TestCluster.folder("two-users");
        var service = serviceIn(folder);
        long pid = postmaster(folder).orElseThrow().pid();
        try (var guest = TestCluster.open(folder)) {
            assertEquals("written by the service", read(guest));
        }
        assertTrue(alive(pid), "the service still uses it");
        service.destroy();
        service.waitFor();
        assertFalse(alive(pid));
    }

    @Test
    void twoFoldersDoNotMeetEvenWhenOneIsACopyOfTheOtherWhileItRuns() throws Exception {
        var folder = TestCluster.folder("original");
        try (var original = TestCluster.open(folder)) {
            write(original, "original");
            run("psql", "-q", "-d", url(original), "-c", "CHECKPOINT");
            var copy = TestCluster.folder("copy");
            run("cp", "-a", folder + "/.", copy.toString());
            try (var second = TestCluster.open(copy)) {
                assertNotEquals(original.address().place(), second.address().place());
                write(second, "copy");
                assertEquals("original", read(original));
                assertEquals("copy", read(second));
            }
            assertEquals("original", read(original), "stopping the copy leaves the original alone");
        }
    }

    @Test
    void aPidFileWithTheNumberOfAnotherProcessIsNoCluster() throws Exception {
        var folder = TestCluster.folder("stale-pid");
        TestCluster.open(folder).close();
        var cluster = folder.toRealPath().resolve("postgres");
        var stale = List.of(
                String.valueOf(ProcessHandle.current().pid()), cluster.toString(), "0", "5432", "", "127.0.0.1");
        Files.write(cluster.resolve("postmaster.pid"), stale);
        try (var database = TestCluster.open(folder)) {
            write(database, "started all the same");
        }
    }

    @Test
    void anInterruptedMakingIsMadeAnew() throws Exception {
        var folder = TestCluster.folder("unfinished");
        Files.createDirectories(folder.resolve("postgres.unfinished").resolve("base"));
        TestCluster.open(folder).close();
        assertFalse(Files.exists(folder.resolve("postgres.unfinished")));
        assertFalse(Files.exists(folder.resolve("postgres.secret")));
    }

    @Test
    void startingAfreshPutsTheOldStoreAside() throws Exception {
        var folder = TestCluster.folder("fresh");
        try (var database = TestCluster.open(folder)) {
            write(database, "old");
        }
        var told = new ArrayList<String>();
        try (var database = Database.open(new Database.Place(Optional.empty(), folder, true), told::add)) {
            assertThrows(SQLException.class, () -> read(database));
        }
        try (var names = Files.list(folder)) {
            assertEquals(
                    1,
                    names.filter(name -> name.getFileName().toString().matches("postgres\\.\\d{8}-\\d{6}"))
                            .count());
        }
        assertTrue(told.stream().anyMatch(line -> line.contains("are kept in")), told.toString());
    }

    @Test
    void onlyItsOwnerReadsThePassword() throws IOException {
        var folder = TestCluster.folder("password");
        TestCluster.open(folder).close();
        var permissions = Files.getPosixFilePermissions(folder.resolve("postgres.password"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void itListensOnLoopbackOnly() throws SQLException {
        var folder = TestCluster.folder("loopback");
        try (var database = TestCluster.open(folder);
                var connection = database.connections().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('listen_addresses'), current_setting('fsync')")) {
            rows.next();
            assertEquals("127.0.0.1", rows.getString(1));
            assertEquals("on", rows.getString(2));
        }
    }

    @Test
    void aClusterOutsideTheFolderIsUsedWhereItsUserMayNotPass() throws Exception {
        if (!Programs.root()) {
            return;
        }
        var folder = TestCluster.folder("closed");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var home = ClusterHome.in(folder.resolve("data"), Account.choose());
        assertTrue(home.directory().startsWith("/var/lib/oqiga"), home.toString());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(
                folder.toRealPath().resolve("data/postgres"),
                ClusterHome.in(folder.resolve("data"), Account.choose()).directory());
    }

    /** A service of its own process that writes a line and waits. */
    private static Process serviceIn(Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingService.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = process.inputReader().readLine();
        assertEquals("up", line);
        return process;
    }

    /** What {@link #serviceIn} runs. */
    static final class WaitingService {

        public static void main(String[] folder) throws Exception {
            var database = TestCluster.open(Path.of(folder[0]));
            write(database, "written by the service");
            System.out.println("up");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    private static boolean alive(long pid) {
        // one that has ended is still listed until its parent notices, and has no command line then
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    private static Optional<Postmaster> postmaster(Path folder) {
        return Postmaster.of(folder.resolve("postgres"));
    }

    private static void write(Database database, String line) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS note (line text)");
            statement.execute("TRUNCATE note");
            statement.execute("INSERT INTO note VALUES ('" + line + "')");
        }
    }

    private static String read(Database database) throws SQLException {
        try (var connection = database.connections().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT line FROM note")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(Database database) {
        var address = database.address();
        return address.place().replace("//", "//" + address.user() + ":" + address.password() + "@");
    }

    private static void run(String... command) {
        var ran = Programs.run(Duration.ofSeconds(30), List.of(command));
        assertTrue(ran.ok(), ran.output());
    }
}
