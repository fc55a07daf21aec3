package org.oqiga.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.oqiga.store.InvalidQueryException;

/** What a request says in its body: a small object in JSON, whose members are asked for by name. */
public final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20_000;

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /** The object that {@code text} is, with no other members than these. */
    public static Body of(String text, List<String> members) {
        var wanted = "an object in JSON with " + String.join(", ", members);
        if (text.length() > MOST) {
            throw new InvalidQueryException("body", "the body is to be " + wanted + ", and shorter");
        }
        JsonNode read;
        try {
            read = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // its message would repeat what was sent, passwords too
            throw new InvalidQueryException("body", "the body is to be " + wanted);
        }
        if (!read.isObject()) {
            throw new InvalidQueryException("body", "the body is to be " + wanted);
        }
        read.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw new InvalidQueryException(name, "the body has no \"" + name + "\"; it is " + wanted);
            }
        });
        return new Body(read);
    }

    /** A text that must be there. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new InvalidQueryException(name, name + " must be there, a text"));
    }

    /** A text that may be left out. */
    public Optional<String> optional(String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().indexOf(0) >= 0) {
            throw new InvalidQueryException(name, name + " must be a text");
        }
        return Optional.of(value.textValue());
    }

    /** A whole number within these bounds that may be left out. */
    public OptionalInt whole(String name, int least, int most) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw new InvalidQueryException(name, name + " must be a whole number from " + least + " to " + most);
        }
        return OptionalInt.of(value.intValue());
    }
}
