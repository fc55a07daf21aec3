package org.oqiga.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Real clusters for tests, each in a folder of its own under {@code target}. */
public final class TestCluster {

    private static Optional<Database> shared = Optional.empty();

    private TestCluster() {}

    /** An empty folder to make a cluster in. */
    public static Path folder(String name) {
        var folder = Path.of("target", "clusters", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var inside = Files.walk(folder)) {
                    for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    public static Database open(Path folder) {
        return Database.open(new Database.Place(Optional.empty(), folder, false), line -> {});
    }

    /** One cluster for all tests that only need tables; stopped when the tests end. */
    public static synchronized Database shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(open(folder("shared")));
        }
        return shared.get();
    }
}
