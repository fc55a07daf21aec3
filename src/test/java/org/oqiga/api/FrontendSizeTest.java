package org.oqiga.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page weighs as it is served, before it is zipped. */
class FrontendSizeTest {

    private static final Path SERVED = Path.of("target/classes/META-INF/resources");
    private static final int MOST = 150_000;

    @Test
    void allOwnScriptsAndStylesTogetherAreSmall() throws IOException {
        long bytes = 0;
        for (var file : own()) {
            bytes += Files.size(file);
        }
        assertTrue(bytes > 0 && bytes < MOST, bytes + " bytes");
    }

    @Test
    void noCommentIsServed() throws IOException {
        for (var file : own()) {
            assertFalse(Files.readString(file).contains("/**"), file.toString());
        }
    }

    private static List<Path> own() throws IOException {
        try (var files = Files.walk(SERVED)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                    .toList();
        }
    }
}
