package org.oqiga.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Knows common files that are no reports by how they begin, so that a refusal can name them. */
enum Magic {
    PNG("\u0089PNG", "a PNG image"),
    JPEG("\u00ff\u00d8\u00ff", "a JPEG image"),
    GIF("GIF8", "a GIF image"),
    ZIP("PK\u0003\u0004", "a ZIP or office document"),
    OLE("\u00d0\u00cf\u0011\u00e0", "an old office document"),
    GZIP("\u001f\u008b", "gzip-compressed"),
    RTF("{\\rtf", "an RTF document"),
    SQLITE("SQLite format 3", "an SQLite database"),
    ELF("\u007fELF", "a program");

    private final byte[] start;
    private final String words;

    Magic(String start, String words) {
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
        this.words = words;
    }

    /** What kind of file it is, in words; empty where it is none of these. */
    static Optional<String> kind(byte[] bytes) {
        for (var magic : values()) {
            int length = magic.start.length;
            if (bytes.length >= length && Arrays.equals(bytes, 0, length, magic.start, 0, length)) {
                return Optional.of(magic.words);
            }
        }
        return Optional.empty();
    }
}
