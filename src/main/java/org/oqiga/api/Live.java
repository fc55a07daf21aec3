package org.oqiga.api;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.oqiga.ingest.Crier;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.StorageException;

/**
 * Server-sent events at {@code /api/events}: open pages are told how the map and the queue stand, each time either has changed.
 * A route of its own, so that for a listener who is slow nothing piles up.
 */
@ApplicationScoped
class Live {

    private static final int LISTENERS = 1000;
    private static final long GATHER_MS = 250;
    // proxies close what is silent for a minute, and who has gone is noticed only by writing
    private static final long HEARTBEAT_S = 20;
    private static final String FULL =
            """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Too many pages listen; try again later."}
            """;

    private final Crier crier;
    private final List<Topic> topics;
    private final Set<HttpServerResponse> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "oqiga-live");
        thread.setDaemon(true);
        return thread;
    });

    Live(Crier crier, IncidentRepository incidents, ArrivalRepository arrivals) {
        this.crier = crier;
        this.topics = List.of(
                new Topic("revision", Crier.REVISION, incidents::state, incidents::isBehind, new AtomicBoolean()),
                new Topic("arrivals", Crier.ARRIVAL, arrivals::counts, () -> false, new AtomicBoolean()));
    }

    /**
     * One kind of event.
     *
     * @param table what it is about
     * @param state how that stands
     * @param behind whether readers will see more of it in a moment
     * @param due whether it is about to be told
     */
    private record Topic(String name, String table, Supplier<String> state, BooleanSupplier behind, AtomicBoolean due) {

        String event() {
            return "event: " + name + "\ndata: " + state.get() + "\n\n";
        }
    }

    void start(@Observes StartupEvent begun) {
        crier.tell(this::changed);
        clock.scheduleAtFixedRate(() -> send(": still here\n\n"), HEARTBEAT_S, HEARTBEAT_S, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent end) {
        clock.shutdownNow();
    }

    void route(@Observes Router router) {
        router.get("/api/events").handler(this::listen);
    }

    private void listen(RoutingContext exchange) {
        var response = exchange.response();
        if (listeners.size() >= LISTENERS) {
            response.setStatusCode(503)
                    .putHeader("Retry-After", String.valueOf(HEARTBEAT_S))
                    .putHeader("Content-Type", "application/problem+json")
                    .end(FULL);
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // proxies that gather what they pass on would hold events back
                .putHeader("X-Accel-Buffering", "no")
                .exceptionHandler(lost -> listeners.remove(response))
                .closeHandler(left -> listeners.remove(response))
                .endHandler(done -> listeners.remove(response));
        response.write("retry: 3000\n\n");
        listeners.add(response);
        clock.execute(() -> tell(topics, Set.of(response)));
    }

    private void changed(Set<String> tables) {
        for (var topic : topics) {
            if (tables.contains(topic.table()) && topic.due().compareAndSet(false, true)) {
                clock.schedule(
                        () -> {
                            topic.due().set(false);
                            tellChanged(topic);
                        },
                        GATHER_MS,
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tellChanged(Topic topic) {
        if (listeners.isEmpty()) {
            return;
        }
        boolean behind = isBehind(topic);
        tell(List.of(topic), listeners);
        if (behind) {
            changed(Set.of(topic.table()));
        }
    }

    private static boolean isBehind(Topic topic) {
        try {
            return topic.behind().getAsBoolean();
        } catch (StorageException e) {
            return false;
        }
    }

    private void tell(List<Topic> which, Set<HttpServerResponse> whom) {
        if (whom.isEmpty()) {
            return;
        }
        try {
            for (var topic : which) {
                var event = topic.event();
                whom.forEach(listener -> write(event, listener));
            }
        } catch (StorageException e) {
            // when the database is back, everything is cried anew
            Log.debug("nothing to tell", e);
        }
    }

    /** A listener who is slow misses states, but never the latest. */
    private void write(String event, HttpServerResponse listener) {
        if (listener.closed() || listener.ended()) {
            listeners.remove(listener);
        } else if (listener.writeQueueFull()) {
            listener.drainHandler(free -> clock.execute(() -> tell(topics, Set.of(listener))));
        } else {
            listener.write(event);
        }
    }

    private void send(String comment) {
        for (var listener : listeners) {
            if (listener.closed()) {
                listeners.remove(listener);
            } else if (!listener.writeQueueFull()) {
                listener.write(comment);
            }
        }
    }
}
