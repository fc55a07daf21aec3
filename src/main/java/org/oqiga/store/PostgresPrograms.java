package org.oqiga.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of one version of PostgreSQL that has PostGIS. */
record PostgresPrograms(Path bin, int major) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern PACKAGE = Pattern.compile("^postgresql-(\\d+)-postgis-3 ", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final String DEFAULTS = "/etc/postgresql-common/createcluster.d";
    private static final String NO_SERVER = DEFAULTS + "/oqiga.conf";
    private static final Duration INSTALLATION = Duration.ofMinutes(10);

    String program(String name) {
        return bin.resolve(name).toString();
    }

    /** Where the newest program of that name is, whether or not PostGIS is with it: a newer one reads what older ones wrote. */
    static Optional<String> newest(String name) {
        try (var versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.<Path>empty()) {
            var debian = versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparingInt(program -> Integer.parseInt(program.getParent()
                            .getParent()
                            .getFileName()
                            .toString()
                            .replaceAll("\\D.*", ""))));
            return debian.or(() -> Programs.find(name)).map(Path::toString);
        } catch (IOException e) {
            throw Programs.unchecked("could not look into " + DEBIAN, e);
        }
    }

    /** Finds a version, the newest unless {@code major} asks for one; installs it where that is possible. */
    static Optional<PostgresPrograms> findOrInstall(Optional<Integer> major, Consumer<String> progress) {
        return find(major).or(() -> install(major, progress) ? find(major) : Optional.empty());
    }

    static Optional<PostgresPrograms> find(Optional<Integer> major) {
        var found = new ArrayList<PostgresPrograms>();
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin")).forEach(bin -> of(bin).ifPresent(found::add));
            } catch (IOException e) {
                throw Programs.unchecked("could not look into " + DEBIAN, e);
            }
        }
        Programs.find("pg_ctl")
                .map(Path::getParent)
                .flatMap(PostgresPrograms::of)
                .ifPresent(found::add);
        return found.stream()
                .filter(candidate -> major.isEmpty() || major.get() == candidate.major)
                .max(Comparator.comparingInt(PostgresPrograms::major));
    }

    private static Optional<PostgresPrograms> of(Path bin) {
        if (!Files.isExecutable(bin.resolve("initdb")) || !Files.isExecutable(bin.resolve("postgres"))) {
            return Optional.empty();
        }
        var version = Programs.run(
                Duration.ofSeconds(10), List.of(bin.resolve("postgres").toString(), "--version"));
        var match = VERSION.matcher(version.output());
        if (!match.find()) {
            return Optional.empty();
        }
        var programs = new PostgresPrograms(bin, Integer.parseInt(match.group(1)));
        return programs.hasPostgis() ? Optional.of(programs) : Optional.empty();
    }

    private boolean hasPostgis() {
        var candidates = List.of(
                Path.of("/usr/share/postgresql", String.valueOf(major), "extension"),
                bin.resolve("../share/postgresql/extension"),
                bin.resolve("../share/extension"));
        return candidates.stream().anyMatch(folder -> Files.exists(folder.resolve("postgis.control")));
    }

    private static boolean install(Optional<Integer> major, Consumer<String> progress) {
        var apt = Programs.find("apt-get");
        var sudo = Programs.root() ? List.<String>of() : List.of("sudo", "-n");
        if (apt.isEmpty() || !(Programs.root() || maySudo())) {
            return false;
        }
        progress.accept("Installing PostgreSQL with PostGIS");
        var name = packageName(major);
        if (name.isEmpty()) {
            Programs.run(INSTALLATION, with(sudo, "apt-get", "update", "-q"));
            name = packageName(major);
        }
        if (name.isEmpty()) {
            return false;
        }
        // the package would start a server of its own on port 5432, which nobody asked for
        Programs.run(
                INSTALLATION,
                with(
                        sudo,
                        "sh",
                        "-c",
                        "mkdir -p " + DEFAULTS + " && echo 'create_main_cluster = false' > " + NO_SERVER));
        var installed = Programs.run(
                INSTALLATION, with(sudo, "apt-get", "install", "-y", "-q", "--no-install-recommends", name.get()));
        Programs.run(INSTALLATION, with(sudo, "rm", "-f", NO_SERVER));
        if (!installed.ok()) {
            throw new NoDatabaseException("apt-get could not install " + name.get() + ": " + installed.inShort());
        }
        return true;
    }

    private static boolean maySudo() {
        return Programs.run(Duration.ofSeconds(10), List.of("sudo", "-n", "true"))
                .ok();
    }

    private static Optional<String> packageName(Optional<Integer> major) {
        var known = Programs.run(
                Duration.ofMinutes(1), List.of("apt-cache", "search", "--names-only", "^postgresql-[0-9]+-postgis-3$"));
        return PACKAGE.matcher(known.output())
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .filter(version -> major.isEmpty() || major.get().equals(version))
                .max(Comparator.naturalOrder())
                .map(version -> "postgresql-" + version + "-postgis-3");
    }

    private static List<String> with(List<String> sudo, String... command) {
        var whole = new ArrayList<>(sudo);
        whole.addAll(List.of(command));
        return whole;
    }
}
