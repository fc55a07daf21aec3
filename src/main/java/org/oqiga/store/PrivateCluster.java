package org.oqiga.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A PostgreSQL that belongs to one folder: made, started and stopped by the programs that work there. */
final class PrivateCluster implements Server {

    private static final String ROLE = "oqiga";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    /** Loopback without sockets in the file system: a socket's path may not be longer than about a hundred signs. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=" + buffersMb() + "MB",
            // ten thousand features are sorted in memory
            "work_mem=64MB",
            // as memory and today's disks have it; with the 4 of turning ones, an export of everything was sorted
            // before its first byte
            "random_page_cost=1.1",
            "max_wal_size=2GB",
            // compiling a query takes longer than any of ours runs
            "jit=off",
            "log_checkpoints=off");

    private final ClusterHome home;
    private final PostgresPrograms programs;
    // what a sort of ten thousand features gives back, the next one takes again: glibc otherwise has each query ask the
    // system for
    // it page by page, a fifth of its time
    private static final Map<String, String> MEMORY =
            Map.of("MALLOC_MMAP_THRESHOLD_", "67108864", "MALLOC_TRIM_THRESHOLD_", "67108864");

    private final Account account;
    private final Users users;
    private Optional<Address> address = Optional.empty();

    PrivateCluster(ClusterHome home, PostgresPrograms programs, Account account) {
        this.home = home;
        this.programs = programs;
        this.account = account;
        this.users = new Users(home.folder());
    }

    /** Brings it up: takes over the one that runs, or starts it, or makes it first. */
    @Override
    public synchronized void start(boolean fresh, Consumer<String> progress) {
        address = Optional.of(users.enter(() -> {
            if (fresh) {
                putAside(progress);
            }
            if (!home.made()) {
                progress.accept("Making a PostgreSQL " + programs.major() + " cluster in " + home.directory());
                make();
            }
            return running().orElseGet(this::startAnew);
        }));
    }

    @Override
    public synchronized Address address() {
        return address.orElseThrow();
    }

    @Override
    public String description() {
        return "a PostgreSQL " + programs.major() + " of its own in " + home.directory();
    }

    @Override
    public synchronized void stop() {
        if (address.isPresent()) {
            address = Optional.empty();
            users.leave(this::halt);
        }
    }

    private void putAside(Consumer<String> progress) {
        if (users.others()) {
            throw new NoDatabaseException("another Oqiga works in this folder; stop it before you start afresh");
        }
        if (home.made()) {
            running().ifPresent(still -> halt());
            progress.accept("The reports so far are kept in " + home.putAside());
        }
    }

    private void make() {
        var unfinished = home.unfinished();
        account.give(unfinished);
        home.newPassword();
        var secret = home.secret(account);
        try {
            var options = new ArrayList<>(List.of(
                    programs.program("initdb"),
                    "-D",
                    unfinished.toString(),
                    "-U",
                    ROLE,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8"));
            // lower() and to_tsvector() must know more than ASCII
            var made = account.run(PATIENCE, with(options, "--locale=C.UTF-8"));
            if (!made.ok()) {
                made = account.run(PATIENCE, with(options, "--locale-provider=icu", "--icu-locale=und", "--locale=C"));
            }
            if (!made.ok()) {
                throw new NoDatabaseException("could not make a PostgreSQL cluster: " + made.inShort());
            }
            home.finish(unfinished);
        } finally {
            home.forget(secret);
        }
    }

    /** The server of this very directory that a process which was killed left behind, or that another one uses. */
    private Optional<Address> running() {
        var directory = home.directory();
        var postmaster = Postmaster.of(directory);
        if (postmaster.isEmpty()) {
            return Optional.empty();
        }
        if (!postmaster.get().serves(directory)) {
            if (postmaster.get().numberInUse() || !postmaster.get().directory().equals(directory.toString())) {
                home.dropPidFile();
            }
            return Optional.empty();
        }
        var candidate = at(postmaster.get().port());
        if (answersFor(candidate, directory)) {
            return Optional.of(candidate);
        }
        halt();
        return Optional.empty();
    }

    private Address startAnew() {
        var started = new Programs.Ran(-1, "");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            var settings = new StringBuilder("-p " + port);
            SETTINGS.forEach(setting -> settings.append(" -c ").append(setting));
            started = account.run(
                    PATIENCE.plusSeconds(10),
                    List.of(
                            programs.program("pg_ctl"),
                            "start",
                            "-w",
                            "-t",
                            String.valueOf(PATIENCE.toSeconds()),
                            "-D",
                            home.directory().toString(),
                            "-l",
                            home.log().toString(),
                            "-o",
                            settings.toString()),
                    MEMORY);
            if (started.ok() && answersFor(at(port), home.directory())) {
                return at(port);
            }
        }
        throw new NoDatabaseException("PostgreSQL did not start in " + home.directory() + ": " + started.inShort()
                + "; its log is " + home.log());
    }

    private void halt() {
        account.run(
                PATIENCE,
                List.of(
                        programs.program("pg_ctl"),
                        "stop",
                        "-w",
                        "-m",
                        "fast",
                        "-t",
                        "30",
                        "-D",
                        home.directory().toString()));
    }

    private Address at(int port) {
        return Address.loopback(port, "postgres", ROLE, home.password());
    }

    /** A port's number proves nothing: only a server with our password and our directory is ours. */
    private boolean answersFor(Address address, Path directory) {
        try (var connection = DriverManager.getConnection(
                        address.with("connectTimeout", "5").jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).equals(directory);
        } catch (SQLException e) {
            return false;
        }
    }

    /** An eighth of the machine's memory, between what a small store needs and what a million incidents do. */
    private static long buffersMb() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? Math.max(128, Math.min(8192, machine.getTotalMemorySize() / 4 >> 20))
                : 256;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new NoDatabaseException("no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static List<String> with(List<String> options, String... more) {
        var whole = new ArrayList<>(options);
        whole.addAll(List.of(more));
        return whole;
    }
}
