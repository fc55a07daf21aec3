package org.oqiga.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other programs, run to their end. */
final class Programs {

    /** How a program ended and what it said. */
    record Ran(int exit, String output) {

        boolean ok() {
            return exit == 0;
        }

        /** What it said, on one line, for a message. */
        String inShort() {
            var line = output.strip().replaceAll("\\s+", " ");
            return line.length() > 400 ? line.substring(0, 400) + "…" : line;
        }
    }

    private Programs() {}

    /** Runs {@code command}; a program that cannot be started or takes longer than {@code limit} has failed. */
    static Ran run(Duration limit, List<String> command) {
        return run(limit, command, Map.of());
    }

    /** The same with an environment, where what is secret is not seen in the list of processes. */
    static Ran run(Duration limit, List<String> command, Map<String, String> environment) {
        try {
            // a file, no pipe: a server that the program leaves behind would hold a pipe open
            var output = Files.createTempFile("oqiga-", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(new java.io.File("/"))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .redirectOutput(output.toFile());
                builder.environment().put("LC_ALL", "C");
                builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    return new Ran(-1, command.get(0) + " took longer than " + limit.toSeconds() + " s");
                }
                return new Ran(process.exitValue(), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Ran(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran(-1, command.get(0) + " was interrupted");
        }
    }

    /** Where a program of this name is found, in {@code PATH} or where Debian keeps what only root runs. */
    static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin:/usr/bin:/bin";
        for (var folder : path.split(":")) {
            var program = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(program) && !Files.isDirectory(program)) {
                return Optional.of(program.toAbsolutePath());
            }
        }
        return Optional.empty();
    }

    /** Whether this process may do what only root may. */
    static boolean root() {
        return run(Duration.ofSeconds(5), List.of("id", "-u")).output().strip().equals("0");
    }

    /** Waits a moment between two tries. */
    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoDatabaseException("interrupted while waiting for the database", e);
        }
    }

    static UncheckedIOException unchecked(String doing, IOException e) {
        return new UncheckedIOException(doing + ": " + e.getMessage(), e);
    }
}
