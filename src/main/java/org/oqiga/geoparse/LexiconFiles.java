package org.oqiga.geoparse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Reads the tables of one language: a row a line, fields parted by tabs, {@code #} before a remark. */
final class LexiconFiles {

    private final String language;

    LexiconFiles(String language) {
        this.language = language;
    }

    /** Hands over every row of a file; a language need not have the file. */
    void rows(String file, Consumer<String[]> row) {
        try (InputStream stream = LexiconFiles.class.getResourceAsStream(language + "/" + file)) {
            if (stream == null) {
                return;
            }
            var reader = new BufferedReader(new InputStreamReader(stream, UTF_8));
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> row.accept(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the lexicon " + language + "/" + file + " cannot be read", e);
        }
    }
}
