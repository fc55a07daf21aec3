package org.oqiga.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.zip.CRC32;
import org.oqiga.store.IncidentRepository;

/** One incident as it is told to whoever asks, under a tag by which it can be changed. */
final class IncidentAnswer {

    private IncidentAnswer() {}

    /** Answers 304 where the client has it already. */
    static Response of(IncidentRepository.Kept kept, boolean editor, Request request) {
        var body = body(kept, editor).getBytes(UTF_8);
        var tag = tag(kept.version(), body);
        var known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(body, MediaTypes.GEOJSON).tag(tag) : known)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Cookie, Authorization")
                .build();
    }

    /** The incident after a change of it. */
    static Response changed(IncidentRepository.Kept kept, int status) {
        var body = body(kept, true).getBytes(UTF_8);
        return Response.status(status)
                .entity(body)
                .type(MediaTypes.GEOJSON)
                .tag(tag(kept.version(), body))
                .build();
    }

    // who may see more gets other bytes under the same version, and a strong tag is of the bytes
    private static EntityTag tag(long version, byte[] body) {
        var sum = new CRC32();
        sum.update(body);
        return new EntityTag(version + "-" + Long.toHexString(sum.getValue()));
    }

    private static String body(IncidentRepository.Kept kept, boolean editor) {
        var feature = kept.feature();
        var out = new StringBuilder(feature).deleteCharAt(feature.lastIndexOf('}'));
        var more = editor ? kept.forEditors() : kept.forAll();
        more.forEach(
                (name, json) -> out.append(",\"").append(name).append("\":").append(json));
        return out.append("}\n").toString();
    }
}
