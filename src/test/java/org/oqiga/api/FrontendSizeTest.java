package org.oqiga.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the page weighs as it is served, before it is zipped. */
class FrontendSizeTest {

    private static final Path SERVED = Path.of("target/classes/META-INF/resources");
    private static final Path DESK = SERVED.resolve("desk");
    private static final Path MANY = SERVED.resolve("many");
    private static final int MOST = 150_000;
    private static final int MOST_OF_THE_TILES = 20_000;
    private static final int MOST_OF_THE_DESK = 80_000;

    @Test
    void allScriptsAndStylesForReadersTogetherAreSmall() throws IOException {
        assertSmall(MOST, file -> !file.startsWith(DESK) && !file.startsWith(MANY));
    }

    @Test
    void whatEditorsGetBesidesIsSmall() throws IOException {
        assertSmall(MOST_OF_THE_DESK, file -> file.startsWith(DESK));
    }

    @Test
    void whatReadsTilesWhereThereAreTooManyIncidentsIsSmall() throws IOException {
        assertSmall(MOST_OF_THE_TILES, file -> file.startsWith(MANY));
    }

    @Test
    void readersAreGivenNeitherTheDeskNorTheTilesBeforeTheyWantThem() throws IOException {
        for (var file : own()) {
            var text = Files.readString(file);
            assertFalse(!file.startsWith(DESK) && text.matches("(?s).*from *['\"][./]+/desk/.*"), file.toString());
            assertFalse(!file.startsWith(MANY) && text.matches("(?s).*from *['\"][./]+/many/.*"), file.toString());
        }
    }

    @Test
    void noCommentIsServed() throws IOException {
        for (var file : own()) {
            assertFalse(Files.readString(file).contains("/**"), file.toString());
        }
    }

    private static void assertSmall(int most, Predicate<Path> part) throws IOException {
        long bytes = 0;
        for (var file : own()) {
            bytes += part.test(file) ? Files.size(file) : 0;
        }
        assertTrue(bytes > 0 && bytes < most, bytes + " bytes");
    }

    private static List<Path> own() throws IOException {
        try (var files = Files.walk(SERVED)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                    .toList();
        }
    }
}
