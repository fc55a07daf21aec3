package org.oqiga.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.oqiga.gazetteer.Gazetteer;

/**
 * A dump of places as GeoNames publishes it, checked line by line and copied to where it is read from.
 *
 * @param path where the copy is
 * @param places how many places it has
 */
record GeoNamesFile(Path path, long places) {

    private static final int COLUMNS = 19;

    /** Says why a file is no dump, and what one looks like. */
    static final class NotADumpException extends Exception {

        NotADumpException(String message) {
            super(message);
        }
    }

    /** Copies {@code file} into {@code folder} whole or not at all; an earlier one of that name is replaced. */
    static GeoNamesFile copy(Path file, Path folder) throws IOException, NotADumpException {
        if (!Files.isRegularFile(file)) {
            throw new NotADumpException("is no file; give a GeoNames dump such as KZ.txt or KZ.zip");
        }
        Files.createDirectories(folder);
        var name = file.getFileName().toString().replaceFirst("(?i)\\.(?:zip|txt|tsv)$", "") + ".txt";
        var part = Files.createTempFile(folder, name, ".part");
        try (var in = open(file)) {
            long places = copy(in, part);
            Gazetteer.load(List.of(part)); // what cannot be loaded would stop every command from now on
            var path = Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return new GeoNamesFile(path, places);
        } catch (CharacterCodingException e) {
            throw new NotADumpException("is not UTF-8 text; give a GeoNames dump as GeoNames publishes it");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotADumpException("is no GeoNames dump: " + e.getMessage());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(InputStream in, Path to) throws IOException, NotADumpException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        long places = 0;
        try (var lines = new BufferedReader(new InputStreamReader(in, decoder));
                BufferedWriter out = Files.newBufferedWriter(to)) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    check(line, number);
                    out.write(line);
                    out.write('\n');
                    places++;
                }
            }
        }
        if (places == 0) {
            throw new NotADumpException("is empty; give a GeoNames dump such as KZ.txt or KZ.zip");
        }
        return places;
    }

    private static void check(String line, long number) throws NotADumpException {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS || !cells[0].matches("\\d+")) {
            throw new NotADumpException("is no GeoNames dump: line " + number + " should be " + COLUMNS
                    + " columns parted by tabs, the first a number");
        }
        if (!isDegrees(cells[4], 90) || !isDegrees(cells[5], 180) || !cells[14].matches("\\d*")) {
            throw new NotADumpException("is no GeoNames dump: line " + number
                    + " should have lat, lon and population in columns 5, 6 and 15");
        }
    }

    private static boolean isDegrees(String cell, int most) {
        return cell.matches("-?\\d{1,3}(?:\\.\\d+)?") && Math.abs(Double.parseDouble(cell)) <= most;
    }

    /** The text of the dump; of a zip, its entry that is no read-me. */
    private static InputStream open(Path file) throws IOException, NotADumpException {
        var in = Files.newInputStream(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return in;
        }
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".txt")
                    && !entry.getName().toLowerCase(Locale.ROOT).contains("readme")) {
                return zip;
            }
        }
        zip.close();
        throw new NotADumpException("holds no GeoNames dump; a zip of GeoNames has one such as KZ.txt in it");
    }
}
