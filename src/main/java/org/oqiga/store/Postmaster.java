package org.oqiga.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The server that a data directory's {@code postmaster.pid} tells of, whether or not it still runs. */
record Postmaster(long pid, String directory, int port) {

    // where they can be read, a process without one is dead and only waits for its parent to notice
    private static final boolean KNOWS_COMMAND_LINES = Files.exists(Path.of("/proc/self/cmdline"));

    /** What the file says; empty where there is none or it is not whole. */
    static Optional<Postmaster> of(Path directory) {
        try {
            var lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            lines.get(1).strip(),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Programs.unchecked("could not read postmaster.pid in " + directory, e);
        }
    }

    /** Whether the process of that number is a server of {@code directory}, and no other that has got its number. */
    boolean serves(Path directory) {
        var process = ProcessHandle.of(pid);
        return this.directory.equals(directory.toString())
                && process.isPresent()
                && process.get().isAlive()
                && process.get()
                        .info()
                        .commandLine()
                        .map(line -> line.contains(this.directory))
                        .orElse(!KNOWS_COMMAND_LINES);
    }

    /** Whether anything at all runs under that number. */
    boolean numberInUse() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
