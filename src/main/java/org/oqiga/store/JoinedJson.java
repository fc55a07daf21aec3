package org.oqiga.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.oqiga.incident.Joined;

/** Writes why a telling was joined as the JSON that the API shows. */
final class JoinedJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JoinedJson() {}

    static String of(Joined joined) {
        var out = JSON.createObjectNode();
        out.put("first_day", joined.first().toString());
        out.put("last_day", joined.last().toString());
        out.put("shared_words", joined.likeness());
        out.put(
                "figures",
                joined.figures().map(same -> same ? "same" : "differ").orElse(null));
        out.put("same_text", joined.sameText());
        out.put(
                "decision",
                joined.decision().isPresent() ? (Long) joined.decision().getAsLong() : null);
        try {
            return JSON.writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
