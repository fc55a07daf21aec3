package org.oqiga.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole store as one file, in the form of {@code pg_dump}: reports, incidents, what people made of them, accounts. */
final class Backup {

    private static final Pattern URL = Pattern.compile("jdbc:(postgresql://[^?]*)(?:\\?(.*))?");
    private static final Pattern OURS = Pattern.compile("^\\d+; .* SCHEMA - " + Schema.NAME + " ", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Address address;

    Backup(Address address) {
        this.address = address;
    }

    /** Writes the store as it is at one moment; others may go on writing to it. {@code to} is whole or not there. */
    void write(Path to) {
        var part = to.toAbsolutePath().resolveSibling(to.getFileName() + ".part");
        try {
            makeOwnersOnly(part);
            run(
                    "pg_dump",
                    "--format=custom",
                    "--schema=" + Schema.NAME,
                    "--no-owner",
                    "--no-privileges",
                    "--file=" + part);
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written to " + to + ": " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    /** It holds what passwords are known again by. */
    private static void makeOwnersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Makes sure that a file is a backup of a store of ours. */
    static void check(Path file) {
        var listed = Files.isReadable(file)
                ? Programs.run(PATIENCE, List.of(program("pg_restore"), "--list", absolute(file)))
                : new Programs.Ran(1, "");
        if (!listed.ok() || !OURS.matcher(listed.output()).find()) {
            throw new InvalidBackupException(file + " is no backup; ./oqiga backup FILE makes one");
        }
    }

    /** Fills the store, which must be empty, from a file; all of it or nothing. */
    void read(Path file) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + Schema.NAME + " CASCADE");
        } catch (SQLException e) {
            throw new StorageException("could not make room for the backup: " + e.getMessage(), e);
        }
        run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", absolute(file));
    }

    private void run(String program, String... options) {
        var command = new ArrayList<>(List.of(program(program), "--dbname=" + libpq(), "--username=" + address.user()));
        command.addAll(List.of(options));
        var ran = Programs.run(PATIENCE, command, Map.of("PGPASSWORD", address.password()));
        if (!ran.ok()) {
            throw new StorageException(program + " failed: " + ran.inShort(), null);
        }
    }

    /** The address as PostgreSQL's own programs take it; of a driver's settings they know those on encryption. */
    private String libpq() {
        Matcher url = URL.matcher(address.jdbcUrl());
        if (!url.matches()) {
            throw new IllegalStateException("no address of a database: " + address);
        }
        var encryption = new ArrayList<String>();
        for (var setting : url.group(2) == null ? new String[0] : url.group(2).split("&")) {
            if (setting.startsWith("ssl")) {
                encryption.add(setting);
            }
        }
        return url.group(1) + (encryption.isEmpty() ? "" : "?" + String.join("&", encryption));
    }

    private static String program(String name) {
        return PostgresPrograms.newest(name)
                .orElseThrow(() -> new NoDatabaseException(name + " is missing; install PostgreSQL's client programs"
                        + " (on Debian: sudo apt-get install postgresql-client)"));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }
}
