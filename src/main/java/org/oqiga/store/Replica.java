package org.oqiga.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A copy of the database that follows it a moment behind. It is read as long as it answers and keeps up, and again once it has all
 * that readers have meanwhile seen of the database itself: nothing they see goes back, and what is kept as of a revision is never older.
 */
final class Replica {

    // one that has been made a database of its own, or is the same as the other, follows nothing
    private static final String REVISION = "SELECT number FROM revision WHERE pg_is_in_recovery()";
    private static final long RETRY_NS = Duration.ofSeconds(2).toNanos();

    private final ReplicaPool pool;
    private final LongSupplier primary;
    private final long behindNs;
    private final Gauge gauge;
    private boolean used;
    private long nextTry;
    private long seen;
    private Mark mark = new Mark(0, System.nanoTime());

    /** The revision that the database had then. */
    private record Mark(long revision, long at) {}

    /**
     * Looks whether it is there.
     *
     * @param primary says the revision of the database itself
     * @param behind for how long it may miss something
     */
    Replica(ReplicaPool pool, LongSupplier primary, Duration behind) {
        this.pool = pool;
        this.behindNs = behind.toNanos();
        this.primary = primary;
        this.used = true;
        this.gauge = Gauge.builder("oqiga.replica.used", this, replica -> replica.used() ? 1 : 0)
                .description("Whether readers are answered by the replica")
                .register(Metrics.globalRegistry);
        look(true);
    }

    Connection connection() throws SQLException {
        return pool.connection();
    }

    /** Whether it is to be read; where it is not, it is looked at again from time to time, for which nobody waits. */
    synchronized boolean isUsed() {
        if (!used && System.nanoTime() - nextTry > 0) {
            nextTry = System.nanoTime() + RETRY_NS;
            inBackground(() -> look(false));
        }
        return used;
    }

    private synchronized boolean used() {
        return used;
    }

    /** The state that readers see: the replica's, or where it is not read that of the database. */
    long revision() {
        while (true) {
            if (isUsed()) {
                try {
                    long number = ask();
                    if (keepsUp(number)) {
                        return number;
                    }
                    leave("has fallen behind");
                } catch (SQLException e) {
                    leave(noAnswer(e));
                }
            }
            long number = primary.getAsLong();
            if (isSeen(number)) {
                return number;
            }
        }
    }

    /** It did not answer a reader, whom the database answers. */
    void failed(SQLException fault) {
        // what it breaks off to go on following the database is no fault
        boolean brokenOff = fault.getSQLState() != null && fault.getSQLState().startsWith("40");
        if (!brokenOff && new StorageException("", fault).passing()) {
            leave(noAnswer(fault));
        }
    }

    private static String noAnswer(SQLException fault) {
        return "does not answer: " + fault.getMessage();
    }

    void close() {
        Metrics.globalRegistry.remove(gauge);
        pool.close();
    }

    private synchronized void leave(String why) {
        if (used) {
            Log.warn("the replica " + why + "; readers are answered by the database itself");
            used = false;
            nextTry = System.nanoTime() + RETRY_NS;
            pool.renew();
        }
    }

    /** Notes what readers see of the database; false where they read the replica again, which may not have it yet. */
    private synchronized boolean isSeen(long number) {
        if (used) {
            return false;
        }
        seen = Math.max(seen, number);
        return true;
    }

    private void look(boolean first) {
        try {
            long number = ask();
            synchronized (this) {
                if (number >= Math.max(seen, mark.revision)) {
                    mark = new Mark(number, System.nanoTime());
                    if (!used) {
                        Log.warn("the replica answers readers again");
                    }
                    used = true;
                }
            }
        } catch (SQLException e) {
            if (first) {
                leave(noAnswer(e));
            }
        }
    }

    /** Whether it has what the database had a while ago. */
    private synchronized boolean keepsUp(long number) {
        if (System.nanoTime() - mark.at < behindNs) {
            return true;
        }
        if (number < mark.revision) {
            return false;
        }
        mark = new Mark(number, System.nanoTime());
        inBackground(() -> mark(primary.getAsLong()));
        return true;
    }

    private synchronized void mark(long revision) {
        mark = new Mark(revision, System.nanoTime());
    }

    private long ask() throws SQLException {
        try (var connection = pool.connection();
                var statement = connection.prepareStatement(REVISION);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("it is a database of its own and no replica");
            }
            return rows.getLong(1);
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (StorageException e) {
                        Log.debug("asked again later", e);
                    }
                },
                "oqiga-replica");
        thread.setDaemon(true);
        thread.start();
    }
}
