package org.oqiga.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.oqiga.store.InvalidQueryException;

/** What a request says in JSON: an object whose members are asked for one by one, so that a wrong one is named. */
public record JsonBody(ObjectNode members) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MOST = 1_000_000;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_ID = 1000;

    /** The object that {@code text} is, with no other members than these. */
    public static JsonBody of(@Nullable String text, List<String> allowed) {
        var body = of(text);
        body.members.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new InvalidQueryException(name, "there is no member of that name here; there are " + allowed);
            }
        });
        return body;
    }

    static JsonBody of(@Nullable String text) {
        if (text != null && text.length() > MOST) {
            throw new InvalidQueryException("body", "the body must have at most " + MOST + " signs");
        }
        try {
            if (JSON.readTree(text == null ? "" : text) instanceof ObjectNode members) {
                return new JsonBody(members);
            }
        } catch (JsonProcessingException e) {
            // the parser's message would repeat what was sent, passwords too
            throw new InvalidQueryException(
                    "body",
                    "the body must be a JSON object; it breaks off in line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
        throw new InvalidQueryException("body", "the body must be a JSON object");
    }

    /** The reason that is given for a change; taken out, for it is no field. */
    Optional<String> takeWhy() {
        var why = Optional.ofNullable(members.remove("why")).filter(value -> !value.isNull());
        if (why.isEmpty()) {
            return Optional.empty();
        }
        var text = why.get().textValue();
        if (text == null || text.length() > LONGEST_REASON || text.indexOf(0) >= 0) {
            throw new InvalidQueryException("why", "why must be a text of at most " + LONGEST_REASON + " signs");
        }
        return Optional.of(text.strip()).filter(it -> !it.isEmpty());
    }

    /** A text that must be there. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new InvalidQueryException(name, name + " must be there, a text"));
    }

    /** A whole number within these bounds that may be left out. */
    public OptionalInt whole(String name, int least, int most) {
        var value = members.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw new InvalidQueryException(name, name + " must be a whole number from " + least + " to " + most);
        }
        return OptionalInt.of(value.intValue());
    }

    /** A text that may be left out. */
    public Optional<String> optional(String name) {
        var value = members.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().indexOf(0) >= 0) {
            throw new InvalidQueryException(name, name + " must be a text");
        }
        return Optional.of(value.textValue());
    }

    /** A whole number that must be there; taken out. */
    int takeWhole(String name) {
        var value = Optional.ofNullable(members.remove(name));
        if (value.isEmpty() || !value.get().isInt() || value.get().intValue() < 0) {
            throw new InvalidQueryException(name, name + " must be a whole number, 0 or more");
        }
        return value.get().intValue();
    }

    List<String> ids(String name, int most) {
        var ids = new LinkedHashSet<String>();
        for (var value : members.path(name)) {
            ids.add(id(name, value));
        }
        if (!members.path(name).isArray() || ids.isEmpty() || ids.size() > most) {
            throw new InvalidQueryException(name, name + " must be a list of 1 to " + most + " ids");
        }
        return new ArrayList<>(ids);
    }

    private static String id(String name, JsonNode value) {
        var id = value.textValue();
        if (id == null || id.length() > LONGEST_ID || id.indexOf(0) >= 0) {
            throw new InvalidQueryException(name, name + " must be a list of ids, each a text");
        }
        return id;
    }

    ObjectNode object(String name) {
        if (members.path(name) instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidQueryException(name, name + " must be an object");
    }
}
