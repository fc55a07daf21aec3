package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON array, written value by value. */
final class JsonColumn {

    private static final byte[] NULL = "null".getBytes(US_ASCII);
    private static final int FEW = 64;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // the few words of a vocabulary are escaped once
    private final Map<String, byte[]> known = new HashMap<>();

    JsonColumn() {
        bytes.write('[');
    }

    /** A number, as it is to stand there. */
    void raw(@Nullable String number) {
        next();
        bytes.writeBytes(number == null ? NULL : number.getBytes(US_ASCII));
    }

    void word(@Nullable String text) {
        next();
        if (text == null) {
            bytes.writeBytes(NULL);
            return;
        }
        var quoted = known.get(text);
        if (quoted == null) {
            quoted = quoted(text);
            if (known.size() < FEW) {
                known.put(text, quoted);
            }
        }
        bytes.writeBytes(quoted);
    }

    int size() {
        return bytes.size() + 1;
    }

    void writeTo(ByteArrayOutputStream out) {
        out.writeBytes(bytes.toByteArray());
        out.write(']');
    }

    private static byte[] quoted(String text) {
        var escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return ('"' + escaped + '"').getBytes(UTF_8);
    }

    private void next() {
        if (bytes.size() > 1) {
            bytes.write(',');
        }
    }
}
