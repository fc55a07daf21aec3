package org.oqiga.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Some values of a text of JSON in UTF-8: stretches of it, each decoded only for whoever asks. One without a stretch is null. */
final class JsonValues {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] json;
    private final int[] from;
    private final int[] to;

    JsonValues(byte[] json, int count) {
        this.json = json;
        this.from = new int[count];
        this.to = new int[count];
    }

    /** All values of a text that has one byte between each two; {@code ends} says where each of them ends. */
    static JsonValues separated(byte[] json, int[] ends) {
        var values = new JsonValues(json, ends.length);
        for (int i = 0; i < ends.length; i++) {
            values.from[i] = i == 0 ? 0 : ends[i - 1] + 1;
            values.to[i] = ends[i];
        }
        return values;
    }

    /** Notes the value that {@code parser} stands on and passes it; the text begins at {@code start} for the parser. */
    void put(int number, JsonParser parser, int start) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        from[number] = start + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        to[number] = start + (int) parser.currentLocation().getByteOffset();
    }

    int count() {
        return from.length;
    }

    byte[] json() {
        return json;
    }

    /** Where a value begins. */
    int from(int number) {
        return from[number];
    }

    /** Where it ends; where it begins, if it is null. */
    int to(int number) {
        return to[number];
    }

    /** The value as text, an array's joined into one. */
    @Nullable
    String text(int number) {
        int start = from[number];
        int length = to[number] - start;
        if (length == 0) {
            return null;
        }
        if (json[start] != '"' && json[start] != '[') {
            return new String(json, start, length, UTF_8);
        }
        if (json[start] == '"' && isPlain(start, length)) {
            return new String(json, start + 1, length - 2, UTF_8);
        }
        try (var parser = JSON.createParser(json, start, length)) {
            return parser.nextToken() == JsonToken.START_ARRAY ? joined(parser) : parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPlain(int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (json[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String joined(JsonParser json) throws IOException {
        var all = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            all.add(json.getText());
        }
        return String.join("; ", all);
    }
}
