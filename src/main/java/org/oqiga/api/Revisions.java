package org.oqiga.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.oqiga.api.door.Caller;
import org.oqiga.store.Audience;
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
    private final Caller caller;
    // those with a role may read another database than all others
    private final Map<Audience, Seen> last = new ConcurrentHashMap<>();

    Revisions(IncidentRepository incidents, Caller caller) {
        this.incidents = incidents;
        this.caller = caller;
    }

    private record Seen(long number, long at) {}

    /** A state of the store as one audience sees it; {@code name} is like no other's. */
    record Revision(String name, long number, Audience audience) {}

    /** The state of the store as it is. */
    Revision latest() {
        return latest(caller.audience());
    }

    private Revision latest(Audience audience) {
        long at = System.nanoTime();
        var latest = new Seen(incidents.revision(audience), at);
        last.put(audience, latest);
        return seen(latest, audience);
    }

    /** The state of the store as it was a moment ago. */
    Revision recent() {
        var audience = caller.audience();
        var recent = last.get(audience);
        return recent != null && System.nanoTime() - recent.at() < RECENT_NS
                ? seen(recent, audience)
                : latest(audience);
    }

    /**
     * The state to name on what is read anew for each answer, and so is of this state or a later one; as it is where the client may
     * have it already.
     */
    Revision named(Request request) {
        var recent = recent();
        return request.evaluatePreconditions(tag(recent)) == null ? recent : latest();
    }

    private Revision seen(Seen state, Audience audience) {
        var name = start + "-" + state.number() + (audience == Audience.INSIDERS ? "-all" : "");
        return new Revision(name, state.number(), audience);
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
        var tag = tag(revision);
        var response = request.evaluatePreconditions(tag);
        if (response == null) {
            response = answer.get().tag(tag);
        }
        // what has a role's eyes must not come to others' out of a cache on the way
        var whose = revision.audience() == Audience.INSIDERS ? "private, " : lasting ? "public, " : "";
        return response.header("Cache-Control", whose + (lasting ? "max-age=" + YEAR_S + ", immutable" : "no-cache"))
                .header("Vary", "Cookie, Authorization")
                .build();
    }

    private static EntityTag tag(Revision revision) {
        return new EntityTag(revision.name(), true);
    }
}
