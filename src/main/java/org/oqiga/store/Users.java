package org.oqiga.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The processes that use one cluster: the first starts it and the last stops it. The system drops the locks of a process
 * that is killed.
 */
final class Users {

    private final Path gate;
    private final FileChannel using;
    private @Nullable FileLock share;

    Users(Path folder) {
        try {
            Files.createDirectories(folder);
            this.gate = folder.resolve("postgres.gate");
            this.using = FileChannel.open(
                    folder.resolve("postgres.users"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NoDatabaseException("cannot write into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Does {@code start} while no other process starts or stops the cluster, and counts this one as a user. */
    <T> T enter(Supplier<T> start) {
        return alone(() -> {
            var started = start.get();
            try {
                share = using.lock(0, Long.MAX_VALUE, true);
            } catch (IOException e) {
                throw Programs.unchecked("could not lock the cluster", e);
            }
            return started;
        });
    }

    /** Whether another process uses the cluster; asked before entering. */
    boolean others() {
        try (var only = using.tryLock()) {
            return only == null;
        } catch (IOException e) {
            throw Programs.unchecked("could not lock the cluster", e);
        }
    }

    /** Leaves, and does {@code stop} if this was the last. */
    void leave(Runnable stop) {
        alone(() -> {
            try {
                if (share != null) {
                    share.release();
                    share = null;
                }
                if (!others()) {
                    stop.run();
                }
                using.close();
            } catch (IOException e) {
                throw Programs.unchecked("could not unlock the cluster", e);
            }
            return true;
        });
    }

    private <T> T alone(Supplier<T> work) {
        try (var channel = FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw Programs.unchecked("could not lock " + gate, e);
        }
    }
}
