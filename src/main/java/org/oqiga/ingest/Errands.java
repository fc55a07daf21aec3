package org.oqiga.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.oqiga.fetch.Web;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.FeedRepository;
import org.oqiga.store.Originals;
import org.oqiga.store.StorageException;

/**
 * Runs what is fetched from outside, and looks into watched folders, as long as the service runs; some pages are fetched at the
 * same time, so that a slow one delays no other.
 */
@ApplicationScoped
public class Errands {

    private static final int PAGES = 4;
    private static final String NOTHING = "";
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);

    private final Fetching fetching;
    private final Crier crier;
    private final BeltConfig config;
    private final List<Path> watched;
    private final ArrivalRepository arrivals;
    private final Originals originals;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    Errands(
            DataSource database,
            FeedRepository feeds,
            Web web,
            Crier crier,
            BeltConfig config,
            @ConfigProperty(name = "oqiga.watch") Optional<List<Path>> watched) {
        this.fetching = new Fetching(new ArrivalQueue(database), feeds, web::get, config.pause());
        this.crier = crier;
        this.config = config;
        this.watched = watched.orElse(List.of());
        this.arrivals = new ArrivalRepository(database);
        this.originals = new Originals(database);
    }

    synchronized void start(@Observes StartupEvent begun) {
        if (!config.works()) {
            return;
        }
        for (int i = 0; i < PAGES; i++) {
            run(
                    "oqiga-pages-" + i,
                    POLL,
                    Crier.ARRIVAL,
                    () -> crier.holder().isPresent()
                            && fetching.page(crier.holder().getAsInt()));
        }
        run("oqiga-feeds", POLL, Crier.FEED, fetching::feed);
        run("oqiga-months", DAY, NOTHING, () -> {
            originals.makeMonths();
            return false;
        });
        if (!watched.isEmpty()) {
            var watching = new Watching(watched, arrivals);
            run("oqiga-watch", LOOK, NOTHING, () -> {
                watching.look();
                return false; // what has just changed may be changing still
            });
        }
    }

    synchronized void stop(@Observes @Priority(1) ShutdownEvent end) {
        ended = true;
        threads.forEach(Thread::interrupt);
    }

    private void run(String name, Duration poll, String table, BooleanSupplier work) {
        var called = new LinkedBlockingQueue<Boolean>(1);
        crier.tell(changed -> {
            if (changed.contains(table)) {
                called.offer(true);
            }
        });
        var thread = new Thread(() -> work(work, poll, called), name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void work(BooleanSupplier work, Duration poll, BlockingQueue<Boolean> called) {
        while (!ended) {
            try {
                if (!work.getAsBoolean()) {
                    called.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (StorageException e) {
                rest();
            } catch (RuntimeException fault) {
                // our fault, to be mended; but what comes in later is not to wait for that
                Log.error("an errand ended in a fault of this program", fault);
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
