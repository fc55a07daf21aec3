package org.oqiga.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.oqiga.store.IncidentRepository;

/** Spares a client what it has already: an answer is as old as the store's revision. */
@ApplicationScoped
class Revisions {

    private static final int YEAR_S = 31_536_000;
    // as old as the state that tiles are answered from may be: thousands a second need not all ask the store
    private static final long RECENT_NS = TimeUnit.MILLISECONDS.toNanos(50);

    // a store begun afresh counts from one again
    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final IncidentRepository incidents;
    private volatile Revision last = new Revision("", -1, System.nanoTime() - RECENT_NS);

    Revisions(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    /** A state of the store; {@code name} is like no other's. */
    record Revision(String name, long number, long seen) {}

    /** The state of the store as it is. */
    Revision latest() {
        long seen = System.nanoTime();
        long number = incidents.revision();
        var latest = new Revision(start + "-" + number, number, seen);
        last = latest;
        return latest;
    }

    /** The state of the store as it was a moment ago. */
    Revision recent() {
        var recent = last;
        return System.nanoTime() - recent.seen() < RECENT_NS ? recent : latest();
    }

    /** Answers 304 where the client's copy is of this revision, else with {@code entity}. */
    Response answer(Request request, String type, Supplier<Object> entity) {
        return answer(request, latest(), false, () -> Response.ok(entity.get(), type));
    }

    /**
     * Answers 304 where the client's copy is of {@code revision}, else with {@code answer}.
     *
     * @param lasting whether the address names the revision, so that the answer need never be asked for again
     */
    Response answer(Request request, Revision revision, boolean lasting, Supplier<Response.ResponseBuilder> answer) {
        var tag = new EntityTag(revision.name(), true);
        var response = request.evaluatePreconditions(tag);
        if (response == null) {
            response = answer.get().tag(tag);
        }
        return response.header("Cache-Control", lasting ? "public, max-age=" + YEAR_S + ", immutable" : "no-cache")
                .build();
    }
}
