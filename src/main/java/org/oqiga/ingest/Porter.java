package org.oqiga.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.oqiga.extract.Extractor;
import org.oqiga.link.Linker;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.StorageException;

/** Has arrivals carried into the store as they come in, as long as the service runs. */
@ApplicationScoped
public class Porter {

    // notices wake it; this is for those that were lost, and for what processes left behind that have died
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final long PATIENCE_MS = 15_000;

    private final DataSource database;
    private final Atlas atlas;
    private final Crier crier;
    private final BeltConfig config;
    private final ArrivalQueue queue;
    private final Semaphore called = new Semaphore(0);
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean ended;

    Porter(DataSource database, Atlas atlas, Crier crier, BeltConfig config) {
        this.database = database;
        this.atlas = atlas;
        this.crier = crier;
        this.config = config;
        this.queue = new ArrivalQueue(database);
    }

    synchronized void start(@Observes StartupEvent begun) {
        if (config.works()) {
            crier.tell(changed -> {
                if (changed.contains(Crier.ARRIVAL)) {
                    called.release();
                }
            });
            var porter = new Thread(this::work, "oqiga-arrivals");
            porter.setDaemon(true);
            porter.start();
            thread = Optional.of(porter);
        }
    }

    /** What has been begun is finished; the rest waits for the next start or is another's. */
    synchronized void stop(@Observes @Priority(1) ShutdownEvent end) {
        ended = true;
        called.release();
        try {
            if (thread.isPresent()) {
                thread.get().join(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        Optional<Carrying> carrying = Optional.empty();
        while (!ended) {
            long begun = System.nanoTime();
            int taken = 0;
            try {
                queue.freeAbandoned();
                if (crier.holder().isPresent() && (carrying.isPresent() || queue.isWaitedFor())) {
                    // loaded when there is something to read, and not by a service that only answers
                    carrying = carrying.or(() -> Optional.of(carrying()));
                    taken = carrying.get().round(crier.holder().getAsInt());
                }
            } catch (StorageException e) {
                if (!ended) {
                    Log.warn("arrivals wait: " + e.getMessage() + ": " + e.getCause());
                }
            } catch (RuntimeException fault) {
                // our fault, to be mended; but what comes in later is not to wait for that
                Log.error("arrivals wait for a fault of this program", fault);
            }
            rest(taken > 0 ? config.pace().minusNanos(System.nanoTime() - begun) : POLL, taken > 0);
        }
        carrying.ifPresent(Carrying::close);
    }

    private Carrying carrying() {
        var world = atlas.gazetteer();
        var ingest = new Ingest(database, world::zone, atlas.rules(), new Extractor(world)::read, new Linker()::link);
        return new Carrying(queue, ingest, config.pause(), config.limit());
    }

    private void rest(Duration time, boolean whole) {
        try {
            if (whole) {
                Thread.sleep(Math.max(0, time.toMillis()));
            } else {
                called.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            called.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
