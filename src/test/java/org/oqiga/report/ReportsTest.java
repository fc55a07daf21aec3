package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2022, 1, 9));

    @TempDir
    Path folder;

    @Test
    void aTextFileIsTakenUnchanged() throws IOException {
        var text = " date 2022-01-06 Crowds gather in Aktau\r\n\n\tThey “stood” there.  \n";
        var report = only(file("a.txt", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(text, report.text());
        assertEquals("a.txt", report.name());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 6)), report.published());
        assertEquals(Optional.of("Crowds gather in Aktau"), report.title());
    }

    @Test
    void aDateGivenByTheCallerIsForReportsWithoutOneOfTheirOwn() throws IOException {
        var own = file("own.txt", "date 2022-01-06\nSomething happened.");
        var none = file("none.txt", "Something happened.");
        var read = new Reports(PUBLISHED)
                .read(List.of(own, none))
                .map(it -> it.success().orElseThrow().published());
        assertEquals(List.of(Optional.of(LocalDate.of(2022, 1, 6)), PUBLISHED), read.toList());
    }

    @Test
    void whatIsNotUtf8IsStillRead() throws IOException {
        var russian = "В Алматы полицейские увезли почти сотню людей, сообщили в среду местные издания.";
        assertEquals(
                russian,
                only(file("cp1251.txt", russian.getBytes(Charset.forName("windows-1251"))))
                        .text());
        assertEquals(
                russian,
                only(file("le.txt", russian.getBytes(StandardCharsets.UTF_16LE)))
                        .text());
        assertEquals(
                russian,
                only(file("bom16.txt", russian.getBytes(StandardCharsets.UTF_16)))
                        .text());
        assertEquals(
                russian,
                only(file("bom8.txt", ("\ufeff" + russian).getBytes(StandardCharsets.UTF_8)))
                        .text());
        var english = "Tokayev’s order – “shoot without warning” – drew criticism from rights groups on Friday.";
        assertEquals(
                english,
                only(file("cp1252.txt", english.getBytes(Charset.forName("windows-1252"))))
                        .text());
    }

    @Test
    void aFolderIsReadInNameOrderWithoutHiddenAndForeignFiles() throws IOException {
        file("b.txt", "Second.");
        file("a/z.txt", "First.");
        file("c.html", "<p>Third.</p>");
        file(".hidden.txt", "Never.");
        file("notes.odt", "Never.");
        assertEquals(
                List.of("z.txt", "b.txt", "c.html"),
                new Reports(PUBLISHED).read(List.of(folder)).map(Reading::name).toList());
    }

    @Test
    void twoFilesOfOneNameAreToldApartByTheirFolders() throws IOException {
        var paths = List.of(
                file("a/index.html", "<p>One.</p>"),
                file("b/index.html", "<p>Two.</p>"),
                file("a/index.html", "<p>One.</p>"));
        assertEquals(
                List.of("index.html", "b/index.html"),
                new Reports(PUBLISHED).read(paths).map(Reading::name).toList());
    }

    @Test
    void aMissingFileSaysSoAndTheOthersAreRead() throws IOException {
        var read = new Reports(PUBLISHED)
                .read(List.of(folder.resolve("missing.txt"), file("a.txt", "Here.")))
                .toList();
        assertTrue(problem(read.get(0)).contains("no such file"));
        assertEquals("a.txt", read.get(1).name());
    }

    @Test
    void filesThatAreNoReportsAreRefusedWithAReason() throws IOException {
        assertTrue(problem(file("empty.txt", "")).contains("is empty"));
        assertTrue(problem(file("blank.txt", " \n\n")).contains("has no text"));
        assertTrue(problem(file("photo.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}))
                .contains("a PNG image"));
        assertTrue(problem(file("data.txt", new byte[] {'a', 0, 'b', 'c', 7, 3, 0, 0, 9}))
                .contains("is binary"));
        assertTrue(problem(file("fake.pdf", "no pdf")).contains("no PDF"));
        assertTrue(problem(Files.createDirectory(folder.resolve("nothing"))).contains("holds no report"));
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedUnread() throws IOException {
        var path = folder.resolve("large.txt");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        assertTrue(problem(path).contains("larger than 20 MB"));
    }

    @Test
    void aBrokenLineOfAJsonlFailsWithItsNumberAndTheOthersAreRead() throws IOException {
        var path = file(
                "r.jsonl",
                """
                {"name": "one", "published": "2022-01-05", "title": "T", "url": "https://a.example/1", "lang": "ru", "author": "A. Serik", "text": "A text."}

                {"name": "two", "text": "oops}
                {"name": "three", "text": "Another.", "published": "yesterday"}
                {"name": "one", "text": "Another."}
                {"name": "five", "text": "Another.", "extra": 1}
                {"text": "Another."}
                ["list"]
                """);
        var read = new Reports(PUBLISHED).read(List.of(path)).toList();
        assertEquals(7, read.size());
        var one = read.get(0).success().orElseThrow();
        assertEquals("ru", one.language());
        assertEquals(Optional.of("A. Serik"), one.author());
        assertEquals(Optional.of("T"), one.title());
        assertEquals(Optional.of("https://a.example/1"), one.url());
        assertEquals(Optional.of(LocalDate.of(2022, 1, 5)), one.published());
        assertEquals(path + ":3", read.get(1).name());
        assertTrue(problem(read.get(1)).contains("is not JSON"));
        assertTrue(problem(read.get(2)).contains("2022-01-06"));
        assertTrue(problem(read.get(3)).contains(path + ":1"));
        assertEquals(PUBLISHED, read.get(4).success().orElseThrow().published());
        assertTrue(problem(read.get(5)).contains("no \"name\""));
        assertTrue(problem(read.get(6)).contains("not a JSON object"));
    }

    @Test
    void signsThatNoTextMayHoldAreReplacedWithoutMovingTheRest() {
        var read = new Reports(PUBLISHED)
                .read("a.json", "{\"name\":\"n\",\"text\":\"a\\u0000b\\ud800c😀\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("a\ufffdb\ufffdc😀", read.get(0).success().orElseThrow().text());
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    private static Report only(Path path) {
        var read = new Reports(PUBLISHED).read(List.of(path)).toList();
        assertEquals(1, read.size());
        return read.get(0).success().orElseThrow(() -> new AssertionError(read.get(0)));
    }

    private static String problem(Path path) {
        return problem(new Reports(PUBLISHED).read(List.of(path)).toList().get(0));
    }

    private static String problem(Reading reading) {
        return reading.failure().orElseThrow(() -> new AssertionError(reading)).message();
    }
}
