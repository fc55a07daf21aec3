package org.oqiga;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Holds the libraries that the packaged service runs with against what was looked at, without asking anybody. */
class LibrariesIT {

    private static final Path LISTS = Path.of("src/test/resources/libraries");
    private static final Path FOUND = Path.of("target/shipped.txt");
    private static final List<Path> SHIPPED =
            List.of(Path.of("target/quarkus-app/lib/main"), Path.of("target/quarkus-app/lib/boot"));

    /** Each machine has a native part of its own; there the version is all that can be compared. */
    private static final Pattern NATIVE = Pattern.compile("(.*\\.native-)[a-z0-9]+-[a-z0-9_]+(-.*)");

    private static final Pattern VERSION = Pattern.compile(".*?-(\\d[\\w.]*(?:-\\w+)?)\\.jar");

    private final Map<String, String> shipped = shipped();

    @Test
    void everyLibraryIsTheOneThatWasLookedAtToTheByte() throws IOException {
        Files.write(FOUND, lines(shipped));
        assertEquals(
                String.join("\n", Files.readAllLines(LISTS.resolve("shipped.txt"))),
                String.join("\n", lines(shipped)),
                () -> "other libraries than were looked at; if they are meant: cp " + FOUND + " " + LISTS);
        assertTrue(shipped.size() > 100, "they are found at all");
    }

    @Test
    void noneIsOlderThanTheVersionThatMendedItsKnownFaults() throws IOException {
        var known = Files.readAllLines(LISTS.resolve("mended.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        assertAll(known.stream().flatMap(fault -> {
            var ours = shipped.keySet().stream()
                    .filter(name -> name.startsWith(fault[0]))
                    .toList();
            Executable there = () -> assertTrue(!ours.isEmpty(), fault[0] + " is not shipped any more");
            return Stream.concat(Stream.of(there), ours.stream().<Executable>map(name -> () -> {
                Supplier<String> why = () -> name + ": " + fault[2] + " was mended in " + fault[1];
                assertTrue(isAtLeast(version(name), fault[1]), why);
            }));
        }));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertTrue(isAtLeast("4.1.133.Final", "4.1.125.Final"));
        assertTrue(isAtLeast("2.5", "2.0"));
        assertTrue(isAtLeast("3.50.3.0", "3.41.2.2"));
        assertTrue(!isAtLeast("2.9.10", "2.14.0"));
        assertTrue(!isAtLeast("2.0.6", "2.0.6.1"));
        assertEquals("1.0-1", version("com.github.stephenc.jcip.jcip-annotations-1.0-1.jar"));
        assertEquals("4.1.133.Final", version("io.netty.netty-codec-http2-4.1.133.Final.jar"));
    }

    private static String version(String name) {
        var matcher = VERSION.matcher(name);
        assertTrue(matcher.matches(), name);
        return matcher.group(1);
    }

    private static boolean isAtLeast(String version, String least) {
        var has = numbers(version);
        var needs = numbers(least);
        for (int i = 0; i < needs.length; i++) {
            int here = i < has.length ? has[i] : 0;
            if (here != needs[i]) {
                return here > needs[i];
            }
        }
        return true;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("[.-]"))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static List<String> lines(Map<String, String> libraries) {
        return libraries.entrySet().stream()
                .map(each -> each.getValue() + "  " + each.getKey())
                .toList();
    }

    private static Map<String, String> shipped() {
        return SHIPPED.stream()
                .flatMap(LibrariesIT::jars)
                .collect(Collectors.toMap(LibrariesIT::name, LibrariesIT::hash, (one, other) -> one, TreeMap::new));
    }

    private static Stream<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Path jar) {
        return NATIVE.matcher(jar.getFileName().toString()).replaceFirst("$1…$2");
    }

    private static String hash(Path jar) {
        if (NATIVE.matcher(jar.getFileName().toString()).matches()) {
            return "-";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
