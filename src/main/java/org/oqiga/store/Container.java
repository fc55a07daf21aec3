package org.oqiga.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** PostGIS in a Docker container, where no PostgreSQL is to be had on the machine itself. */
final class Container implements Server {

    private static final String IMAGE = "postgis/postgis:16-3.4";
    private static final String ROLE = "oqiga";
    private static final Pattern PORT = Pattern.compile(":(\\d+)\\s*$", Pattern.MULTILINE);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final ClusterHome home;
    private final Users users;
    private Optional<Address> address = Optional.empty();

    Container(ClusterHome home) {
        this.home = home;
        this.users = new Users(home.folder());
        this.name = "oqiga-" + home.key();
    }

    /** Whether Docker runs and answers. */
    static boolean possible() {
        return Programs.find("docker").isPresent()
                && Programs.run(Duration.ofSeconds(10), List.of("docker", "info"))
                        .ok();
    }

    @Override
    public synchronized void start(boolean fresh, Consumer<String> progress) {
        progress.accept("Starting " + IMAGE + " in Docker");
        address = Optional.of(users.enter(this::run));
    }

    private Address run() {
        if (!home.hasPassword()) {
            home.newPassword();
        }
        if (port().isEmpty()) {
            Programs.run(PATIENCE, List.of("docker", "rm", "-f", name));
            var run = Programs.run(
                    DOWNLOAD,
                    List.of(
                            "docker",
                            "run",
                            "-d",
                            "--rm",
                            "--name",
                            name,
                            "-p",
                            "127.0.0.1::5432",
                            "-v",
                            name + ":/var/lib/postgresql/data",
                            "-e",
                            "POSTGRES_USER=" + ROLE,
                            "-e",
                            "POSTGRES_DB=" + ROLE,
                            "-e",
                            "POSTGRES_PASSWORD=" + home.password(),
                            IMAGE));
            if (!run.ok()) {
                throw new NoDatabaseException("Docker could not start " + IMAGE + ": " + run.inShort());
            }
        }
        int port = port().orElseThrow(() -> new NoDatabaseException("Docker started " + IMAGE + " without a port"));
        var address = Address.loopback(port, ROLE, ROLE, home.password());
        awaitAnswer(address);
        return address;
    }

    /** A container that has started does not yet answer. */
    private static void awaitAnswer(Address address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())
                        .close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new NoDatabaseException("PostgreSQL in Docker does not answer: " + e.getMessage(), e);
                }
                Programs.pause();
            }
        }
    }

    private Optional<Integer> port() {
        var ran = Programs.run(PATIENCE, List.of("docker", "port", name, "5432/tcp"));
        var match = PORT.matcher(ran.output());
        return ran.ok() && match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    @Override
    public synchronized Address address() {
        return address.orElseThrow();
    }

    @Override
    public String description() {
        return IMAGE + " in Docker, container " + name;
    }

    @Override
    public synchronized void stop() {
        if (address.isPresent()) {
            address = Optional.empty();
            users.leave(() -> Programs.run(PATIENCE, List.of("docker", "stop", name)));
        }
    }
}
