package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The feature that a page ends with, so that the next begins after it, whatever has come in between. */
record Cursor(List<String> values) {

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");
    private static final Pattern BIGINT = Pattern.compile("\\d{1,18}");
    private static final String SEPARATOR = "\n";

    Cursor {
        values = List.copyOf(values);
    }

    /** Reads what {@link #text} wrote for a layer; empty for anything else. */
    static Optional<Cursor> parse(String text, Layer layer) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var values = List.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .split(SEPARATOR, layer.order().size()));
            return values.size() == layer.order().size() && fits(values, layer.orderTypes())
                    ? Optional.of(new Cursor(values))
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(List<String> values, List<String> types) {
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            boolean fits =
                    switch (types.get(i)) {
                        case "timestamp" -> TIMESTAMP.matcher(value).matches() && isTime(value);
                        case "bigint" -> BIGINT.matcher(value).matches();
                        default -> value.indexOf(0) < 0;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTime(String value) {
        try {
            return java.time.LocalDateTime.parse(value.replace(' ', 'T')).getYear() > 0;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(UTF_8));
    }
}
