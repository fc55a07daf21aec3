package org.oqiga.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A news report as read.
 *
 * @param name its identity: the file's name, or the one its JSON gives
 * @param text what it says; a {@code .txt} file is taken as it is but for control characters, each of which is a
 *     space, so that offsets hold
 * @param published the day it came out, if it says so
 * @param language {@code en}, {@code ru} or {@code kk}
 * @param author who wrote it, as it says itself
 */
public record Report(
        String name,
        String text,
        Optional<LocalDate> published,
        String language,
        Optional<String> title,
        Optional<String> url,
        Optional<String> author) {

    public Report {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a report needs a name");
        }
    }

    /** One that does not say who wrote it. */
    public Report(
            String name,
            String text,
            Optional<LocalDate> published,
            String language,
            Optional<String> title,
            Optional<String> url) {
        this(name, text, published, language, title, url, Optional.empty());
    }

    /** The same as if it had come out on another day. */
    public Report on(Optional<LocalDate> day) {
        return new Report(name, text, day, language, title, url, author);
    }
}
