package org.oqiga.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report as one JSON object: {@code name} and {@code text}, and where known {@code published}, {@code title},
 * {@code url}, {@code lang} and {@code author}.
 */
record JsonReport(String name, Draft draft) {

    private static final ObjectReader JSON = new ObjectMapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .forType(JsonNode.class);

    static JsonReport read(byte[] json) throws UnreadableException {
        return read(json, Optional.empty());
    }

    /** Reads one that need not say its name where somebody else has said it. */
    static JsonReport read(byte[] json, Optional<String> given) throws UnreadableException {
        var object = tree(json);
        if (!object.isObject()) {
            throw new UnreadableException("is not a JSON object; a report is {\"name\": …, \"text\": …}");
        }
        var name = field(object, "name")
                .or(() -> given)
                .orElseThrow(() -> new UnreadableException("has no \"name\"; a report needs one to be known by"));
        var text = field(object, "text")
                .orElseThrow(() -> new UnreadableException("has no \"text\"; a report needs some"));
        return new JsonReport(
                tidy(name),
                new Draft(
                        sound(text),
                        published(object),
                        field(object, "lang"),
                        field(object, "title").map(JsonReport::sound),
                        field(object, "url"),
                        // others have objects there, or lists
                        Optional.ofNullable(object.path("author").textValue()).map(JsonReport::sound)));
    }

    static JsonNode tree(byte[] json) throws UnreadableException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            throw new UnreadableException(
                    "is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " ") + at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LocalDate> published(JsonNode object) throws UnreadableException {
        var written = field(object, "published");
        var day = written.flatMap(WrittenDate::of);
        if (written.isPresent() && day.isEmpty()) {
            throw new UnreadableException(
                    "\"published\" must be a date such as \"2022-01-06\", was \"" + written.get() + "\"");
        }
        return day;
    }

    static Optional<String> field(JsonNode object, String name) throws UnreadableException {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new UnreadableException("\"" + name + "\" must be a string, was "
                    + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
        return value.textValue().isBlank() ? Optional.empty() : Optional.of(value.textValue());
    }

    /** A name in one line, without signs that no text may hold. */
    static String tidy(String name) {
        return sound(name).replaceAll("\\s+", " ").strip();
    }

    /** JSON can spell what no text may hold; replaced sign by sign, so that offsets stay. */
    private static String sound(String text) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c) && i + 1 < out.length() && Character.isLowSurrogate(out.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                out.setCharAt(i, '\ufffd');
            }
        }
        return out.toString();
    }
}
