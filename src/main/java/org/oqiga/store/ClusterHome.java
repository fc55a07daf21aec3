package org.oqiga.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a cluster lives: {@code postgres} in the folder's {@code data}, or under {@code /var/lib/oqiga} where the user it
 * belongs to may not pass through the folders above.
 *
 * @param folder the {@code data} folder, which keeps the password
 * @param directory the cluster's own
 */
record ClusterHome(Path folder, Path directory) {

    private static final Path ELSEWHERE = Path.of("/var/lib/oqiga");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    static ClusterHome in(Path data, Account account) {
        try {
            Files.createDirectories(data);
            var folder = data.toRealPath();
            if (account.reaches(folder)) {
                return new ClusterHome(folder, folder.resolve("postgres"));
            }
            Files.createDirectories(ELSEWHERE);
            return new ClusterHome(folder, ELSEWHERE.toRealPath().resolve("postgres-" + key(folder)));
        } catch (IOException e) {
            throw new NoDatabaseException("cannot write into " + data + ": " + e.getMessage(), e);
        }
    }

    /** Whether there is a whole cluster. */
    boolean made() {
        if (Files.exists(directory) && !Files.isReadable(directory)) {
            throw new NoDatabaseException(directory + " belongs to another user; run Oqiga as the one who made it");
        }
        return Files.exists(directory.resolve("PG_VERSION"));
    }

    /** The version of PostgreSQL that made it. */
    Optional<Integer> major() {
        try {
            return made()
                    ? Optional.of(Integer.parseInt(
                            Files.readString(directory.resolve("PG_VERSION")).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw Programs.unchecked("could not read " + directory, e);
        }
    }

    Path log() {
        return directory.resolve("server.log");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new NoDatabaseException(
                    "the password of the cluster is gone, " + passwordFile() + "; --fresh starts an empty one", e);
        }
    }

    /** An empty directory to make the cluster in, so that one half made is never taken for a whole one. */
    Path unfinished() {
        var path = directory.resolveSibling(directory.getFileName() + ".unfinished");
        try {
            delete(path);
            return Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new NoDatabaseException("cannot write into " + path.getParent() + ": " + e.getMessage(), e);
        }
    }

    void finish(Path unfinished) {
        try {
            Files.move(unfinished, directory);
        } catch (IOException e) {
            throw Programs.unchecked("could not rename " + unfinished, e);
        }
    }

    boolean hasPassword() {
        return Files.exists(passwordFile());
    }

    void newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        writePrivately(passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The password in a file that {@code account} can read, for the making of the cluster. */
    Path secret(Account account) {
        var path = directory.resolveSibling(directory.getFileName() + ".secret");
        writePrivately(path, password());
        account.give(path);
        return path;
    }

    void forget(Path secret) {
        try {
            Files.deleteIfExists(secret);
        } catch (IOException e) {
            throw Programs.unchecked("could not delete " + secret, e);
        }
    }

    void dropPidFile() {
        forget(directory.resolve("postmaster.pid"));
    }

    /** Renames the cluster, and its password with it; says where it is now. */
    Path putAside() {
        var stamp = "." + LocalDateTime.now().format(STAMP);
        try {
            var aside = directory.resolveSibling(directory.getFileName() + stamp);
            Files.move(directory, aside);
            Files.move(passwordFile(), folder.resolve(passwordFile().getFileName() + stamp));
            return aside;
        } catch (IOException e) {
            throw new NoDatabaseException("could not put " + directory + " aside: " + e.getMessage(), e);
        }
    }

    private Path passwordFile() {
        return folder.resolve("postgres.password");
    }

    private static void writePrivately(Path path, String content) {
        try {
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new NoDatabaseException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var inside = Files.walk(path)) {
                for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A short name of the folder, the same at each start. */
    String key() {
        return key(folder);
    }

    private static String key(Path folder) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(folder.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
