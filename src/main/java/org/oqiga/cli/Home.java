package org.oqiga.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.oqiga.store.Database;

/** The folder that {@code ./oqiga} stands in; what the program keeps is in its {@code data/}. */
record Home(Path folder) {

    /** The folder that the script names, else the working directory. */
    static Home ofThisProcess() {
        return new Home(Path.of(System.getProperty("oqiga.home", "")).toAbsolutePath());
    }

    /** All that the program keeps. */
    Path data() {
        return folder.resolve("data");
    }

    /** Where the store is: the database that {@code OQIGA_DATABASE_URL} names, else one of the program's own. */
    Database.Place database(boolean fresh) {
        var url = Optional.ofNullable(System.getenv("OQIGA_DATABASE_URL")).filter(text -> !text.isBlank());
        return new Database.Place(url, data(), fresh);
    }

    /** Where gazetteers that were imported are. */
    Path gazetteers() {
        return data().resolve("gazetteer");
    }

    /** The gazetteers that were imported, in the order of their names. */
    List<Path> importedGazetteers() {
        if (!Files.isDirectory(gazetteers())) {
            return List.of();
        }
        try (var files = Files.list(gazetteers())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
