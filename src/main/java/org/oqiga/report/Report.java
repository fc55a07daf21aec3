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
 */
public record Report(
        String name,
        String text,
        Optional<LocalDate> published,
        String language,
        Optional<String> title,
        Optional<String> url) {

    public Report {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a report needs a name");
        }
    }
}
