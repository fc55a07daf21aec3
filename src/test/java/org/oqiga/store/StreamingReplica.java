package org.oqiga.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real replica of a cluster, made as an operator makes one and fed by streaming. */
public final class StreamingReplica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Account account = Account.choose();
    private final PostgresPrograms programs =
            PostgresPrograms.find(Optional.empty()).orElseThrow();
    private final Database primary;
    private final Path directory;
    private final int port;

    /** Makes one of {@code primary} and starts it. */
    public StreamingReplica(Database primary, String name) {
        this.primary = primary;
        // beside a cluster, where its user may write
        this.directory = ClusterHome.in(TestCluster.folder(name), account).unfinished();
        account.give(directory);
        this.port = freePort();
        var address = primary.address();
        run(
                "pg_basebackup",
                "-d",
                address.place().replace("://", "://" + address.user() + ":" + address.password() + "@"),
                "-D",
                directory.toString(),
                "-R",
                "-X",
                "stream",
                "-c",
                "fast");
        start();
    }

    /** As {@code OQIGA_REPLICA_URL} has it. */
    public String url() {
        var address = primary.address();
        return "postgresql://" + address.user() + ":" + address.password() + "@127.0.0.1:" + port + "/postgres";
    }

    /** Brings it up with these settings, written as on the command line. */
    public void start(String... settings) {
        var options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=64MB",
                "jit=off"));
        options.addAll(List.of(settings));
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                directory.toString(),
                "-l",
                directory.resolve("server.log").toString(),
                "-o",
                "-p " + port + " -c " + String.join(" -c ", options));
    }

    /** Ends it without a word to anybody. */
    public void stop() {
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", directory.toString());
    }

    /** From now on it answers, but follows no more. */
    public void pause() {
        sql("SELECT pg_wal_replay_pause()");
    }

    /** It follows again. */
    public void resume() {
        sql("SELECT pg_wal_replay_resume()");
    }

    private void sql(String sql) {
        var address = primary.address();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(List.of(programs.program(program)));
        command.addAll(List.of(arguments));
        var ran = account.run(PATIENCE, command);
        if (!ran.ok()) {
            throw new IllegalStateException(program + ": " + ran.inShort());
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (Postmaster.of(directory).filter(server -> server.serves(directory)).isPresent()) {
            stop();
        }
    }
}
