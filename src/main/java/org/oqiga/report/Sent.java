package org.oqiga.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A report that somebody sent, not yet read.
 *
 * @param name its identity
 * @param type its media type, where the sender said one; else the name's ending and the bytes themselves tell
 * @param url where it is from, for a report that does not say so itself
 * @param published for a report that carries no date of its own
 * @param author for a report that does not say itself who wrote it
 * @param bytes as they came; none where they are yet to be fetched from the url
 */
public record Sent(
        String name,
        Optional<String> type,
        Optional<String> url,
        Optional<LocalDate> published,
        Optional<String> author,
        byte[] bytes) {

    public Sent(String name, Optional<String> type, Optional<String> url, Optional<LocalDate> published, byte[] bytes) {
        this(name, type, url, published, Optional.empty(), bytes);
    }

    Optional<Format> format() {
        return type.flatMap(Format::ofType).or(() -> Format.of(name));
    }
}
