package org.oqiga.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.oqiga.store.Notices;
import org.oqiga.store.StorageException;

/** Tells everybody in this process what has changed in the store, whichever process changed it. */
@ApplicationScoped
public class Crier {

    /** The tables that are told of. */
    public static final String REVISION = "revision";

    public static final String ARRIVAL = "arrival";
    public static final String FEED = "feed";

    private static final Set<String> EVERYTHING = Set.of(REVISION, ARRIVAL, FEED);
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource database;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private volatile OptionalInt holder = OptionalInt.empty();
    private volatile boolean ended;
    private Optional<Thread> thread = Optional.empty();

    Crier(DataSource database) {
        this.database = database;
    }

    /** From now on tells {@code listener} the names of tables that have changed; it may not take long. */
    public void tell(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /** By which number what this process begins with is known; none as long as it does not hear the database. */
    OptionalInt holder() {
        return holder;
    }

    synchronized void start(@Observes StartupEvent begun) {
        var ear = new Thread(this::listen, "oqiga-notices");
        ear.setDaemon(true);
        ear.start();
        thread = Optional.of(ear);
    }

    synchronized void stop(@Observes ShutdownEvent end) {
        ended = true;
        try {
            if (thread.isPresent()) {
                thread.get().join(PATIENCE.toMillis() * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        boolean lost = false;
        while (!ended) {
            try (var notices = new Notices(database)) {
                holder = OptionalInt.of(notices.holder());
                lost = false;
                // whatever changed while nobody listened
                cry(EVERYTHING);
                while (!ended) {
                    cry(notices.await(PATIENCE));
                }
            } catch (StorageException e) {
                holder = OptionalInt.empty();
                if (!lost && !ended) {
                    Log.warn("the database is not heard: " + e.getCause());
                }
                lost = true;
                rest();
            }
        }
    }

    private void cry(Set<String> changed) {
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
