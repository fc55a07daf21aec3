package org.oqiga.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.oqiga.store.IncidentRepository;

/** Spares a client what it has already: an answer is as old as the store's revision. */
@ApplicationScoped
class Revisions {

    // a store begun afresh counts from one again
    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final IncidentRepository incidents;

    Revisions(IncidentRepository incidents) {
        this.incidents = incidents;
    }

    /** Answers 304 where the client's copy is of this revision, else with {@code entity}. */
    Response answer(Request request, String type, Supplier<Object> entity) {
        var tag = new EntityTag(start + "-" + incidents.revision(), true);
        var response = request.evaluatePreconditions(tag);
        if (response == null) {
            response = Response.ok(entity.get(), type).tag(tag);
        }
        var caching = new CacheControl();
        caching.setNoCache(true);
        return response.cacheControl(caching).build();
    }
}
