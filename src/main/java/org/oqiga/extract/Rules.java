package org.oqiga.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/** Which rules this is: a number that changes with any code, lexicon or place that may change what is read in a report. */
public final class Rules {

    private static final List<String> PARTS = List.of(
            "gazetteer/",
            "org/oqiga/gazetteer/",
            "org/oqiga/report/",
            "org/oqiga/incident/",
            "org/oqiga/geoparse/",
            "org/oqiga/dating/",
            "org/oqiga/extract/");

    private Rules() {}

    /** The version of the program's own rules together with gazetteers that the user has imported. */
    public static String version(List<Path> gazetteers) {
        try {
            var sums = new TreeMap<String, Long>();
            var here = Path.of(Rules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(here)) {
                sumFolders(here, sums);
            } else {
                sumJar(here, sums);
            }
            for (var gazetteer : gazetteers) {
                // large files, and nobody changes one within a second and without changing its size
                sums.put(
                        gazetteer.getFileName().toString(),
                        Files.size(gazetteer) * 31
                                + Files.getLastModifiedTime(gazetteer).toMillis() / 1000);
            }
            return Ids.of(sums.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sumJar(Path jar, TreeMap<String, Long> sums) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            file.stream()
                    .filter(entry -> !entry.isDirectory() && PARTS.stream().anyMatch(entry.getName()::startsWith))
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
        }
    }

    private static void sumFolders(Path classes, TreeMap<String, Long> sums) throws IOException {
        for (var part : PARTS) {
            if (Files.isDirectory(classes.resolve(part))) {
                try (var files = Files.walk(classes.resolve(part))) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        var sum = new CRC32();
                        sum.update(Files.readAllBytes(file));
                        sums.put(classes.relativize(file).toString().replace('\\', '/'), sum.getValue());
                    }
                }
            }
        }
    }
}
