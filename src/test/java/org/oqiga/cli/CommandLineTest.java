package org.oqiga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oqiga.report.Reports;

class CommandLineTest {

    private static final String REPORT =
            """
            date 2022-01-06
            Protesters storm the city hall in Almaty

            Protesters stormed the city hall in Almaty on Wednesday and set it on fire. “Чрезвычайное положение” was declared in the
            Mangystau region on January 5.
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void extractPrintsGeoJsonAloneAndSaysTheRestBesideIt() throws IOException {
        assertEquals(0, run("extract", file("a.txt", REPORT)));
        var features = json().path("features");
        assertTrue(features.size() >= 2, said());
        for (var feature : features) {
            var source = feature.at("/properties/sources/0");
            assertEquals("a.txt", source.path("report").textValue());
            assertEquals(
                    source.path("quote").textValue(),
                    REPORT.substring(
                            source.path("start").intValue(), source.path("end").intValue()));
        }
        assertTrue(said().contains("1 report read, " + features.size() + " incidents found"), said());
    }

    @Test
    void everyQuoteOfTheSamplesStandsWhereItSays() throws Exception {
        var samples = Path.of(CommandLineTest.class.getResource("/samples").toURI());
        assertEquals(0, run("extract", samples.toString()), said());
        var texts = new HashMap<String, String>();
        new Reports(Optional.empty())
                .read(List.of(samples))
                .forEach(it -> texts.put(it.name(), it.success().orElseThrow().text()));
        int quotes = 0;
        for (var feature : json().path("features")) {
            for (var source : feature.at("/properties/sources")) {
                var text = texts.get(source.path("report").textValue());
                var quote = source.path("quote").textValue();
                assertEquals(
                        quote,
                        text.substring(
                                source.path("start").intValue(),
                                source.path("end").intValue()));
                assertTrue(quote.length() <= 600);
                quotes++;
            }
        }
        assertTrue(quotes > 20, "only " + quotes + " quotes");
    }

    @Test
    void linkingLeavesOneIncidentForTwoTellings() throws IOException {
        var paths = new String[] {file("a.txt", REPORT), file("b.txt", REPORT)};
        run("extract", paths[0]);
        int once = json().path("features").size();
        out.reset();
        assertEquals(0, run("extract", "--link", paths[0], paths[1]));
        assertEquals(once, json().path("features").size());
        assertTrue(said().contains("joined to " + once), said());
        // the same text in two papers is one source
        assertEquals(1, json().at("/features/0/properties/reports").intValue());
        assertTrue(printed().contains("\"same_text_as\":\"a.txt\""), printed());
    }

    @Test
    void csvAndTableTellTheSameIncidents() throws IOException {
        var path = file("a.txt", REPORT);
        run("extract", path);
        int incidents = json().path("features").size();
        out.reset();
        run("extract", "--format", "csv", path);
        assertEquals(incidents + 1, printed().split("\r\n").length);
        assertTrue(printed().startsWith("id,lon,lat,title,type,start,end"));
        out.reset();
        run("extract", "--format", "table", path);
        assertEquals(incidents + 1, printed().split("\n").length);
    }

    @Test
    void theOthersOfABatchAreReadAndTheLastLineCountsThem() throws IOException {
        var large = folder.resolve("large.txt");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        var lines = file(
                "many.jsonl",
                """
                {"name": "one", "published": "2022-01-05", "text": "Police detained protesters in Aktobe on Tuesday."}
                {"name": "two", "text": "Police detained protesters in Aktobe on Tuesday."}
                {"name": "three", "text": "broken
                """);
        int code = run(
                "extract",
                folder.resolve("missing.txt").toString(),
                file("empty.txt", ""),
                file("binary.txt", "PK\u0003\u0004\u0000\u0000"),
                large.toString(),
                lines,
                file("a.txt", REPORT));
        assertEquals(ExitCode.SOME_FAILED, code);
        var said = said().lines().toList();
        assertEquals(6, said.size(), said());
        assertTrue(said.get(0).contains("missing.txt does not exist"));
        assertTrue(said.get(1).contains("empty.txt is empty"));
        assertTrue(said.get(2).contains("binary.txt is a ZIP"));
        assertTrue(said.get(3).contains("large.txt is larger than 20 MB"));
        assertTrue(said.get(4).contains("many.jsonl:3 is not JSON"));
        assertTrue(said.get(5).contains("3 reports read"), said());
        assertTrue(said.get(5).contains("5 reports could not be read"), said());
        assertTrue(said.get(5).contains("no date"), said());
        assertTrue(json().path("features").size() >= 3);
    }

    @Test
    void aReportWithoutAnyIncidentIsFine() throws IOException {
        assertEquals(0, run("extract", file("a.txt", "The weather in Almaty will be fine.")));
        assertEquals(0, json().path("features").size());
    }

    @Test
    void reportsComeOutInTheOrderGiven() throws IOException {
        var paths = new ArrayList<String>(List.of("extract"));
        for (int i = 0; i < 40; i++) {
            paths.add(file("r" + i + ".txt", i % 2 == 0 ? REPORT : REPORT.repeat(20)));
        }
        run(paths.toArray(String[]::new));
        var order = new ArrayList<String>();
        json().path("features")
                .forEach(it -> order.add(it.at("/properties/sources/0/report").textValue()));
        assertEquals(
                paths.stream()
                        .skip(1)
                        .map(it -> Path.of(it).getFileName().toString())
                        .toList(),
                order.stream().distinct().toList());
    }

    @Test
    void geoparsePrintsOneNameALine() throws IOException {
        assertEquals(0, run("geoparse", file("a.txt", "People met in Almaty\tand in Aktau.")));
        var lines = printed().lines().map(line -> line.split("\t", -1)).toList();
        assertEquals(
                List.of("Almaty", "Aktau"),
                lines.stream().map(cells -> cells[3]).toList());
        assertTrue(lines.stream().allMatch(cells -> cells.length == 10 && cells[0].equals("a.txt")));
        assertEquals("14", lines.get(0)[1]);
        assertEquals("20", lines.get(0)[2]);
        assertEquals(43.25, Double.parseDouble(lines.get(0)[6]), 0.2);
        assertEquals(76.92, Double.parseDouble(lines.get(0)[7]), 0.2);
    }

    @Test
    void evaluateMeasuresAgainstGold() throws Exception {
        var gold = Path.of(CommandLineTest.class.getResource("/gold/samples").toURI());
        var samples = Path.of(CommandLineTest.class.getResource("/samples").toURI());
        assertEquals(0, run("evaluate", gold.toString(), samples.toString()), said());
        assertTrue(printed().startsWith("precision "), printed());
        for (var heading : List.of("By type", "By place", "By date", "What a confidence is worth", "Missed", "False")) {
            assertTrue(printed().contains("\n" + heading + "\n"), heading);
        }
        assertTrue(said().contains("10 reports measured"), said());
    }

    @Test
    void aMistakenCallIsExplainedAndEndsWithTwo() {
        for (var call : List.of(
                "",
                "exract",
                "extract",
                "extract --publish x a",
                "extract --published soon a",
                "extract --format xls a",
                "geoparse",
                "gazetteer",
                "gazetteer import",
                "evaluate",
                "evaluate /nowhere a")) {
            err.reset();
            assertEquals(ExitCode.WRONG_USAGE, run(call.isEmpty() ? new String[0] : call.split(" ")), call);
            assertTrue(said().startsWith("oqiga: ") && said().contains("Try: ./oqiga"), said());
        }
        assertEquals("", printed());
    }

    @Test
    void anImportedGazetteerIsReadByEveryCommand() throws IOException {
        var text = file("a.txt", "People gathered in Qwertyville.");
        run("geoparse", text);
        assertFalse(printed().contains("geonames:99999999"));
        var dump = file(
                "XX.txt",
                "99999999\tQwertyville\tQwertyville\t\t48.5\t67.25\tP\tPPL\tKZ\t\t12\t\t\t\t500000\t\t0\tAsia/Almaty"
                        + "\t2022-01-01\n");
        assertEquals(0, run("gazetteer", "import", dump), said());
        assertTrue(said().contains("1 place"), said());
        out.reset();
        run("geoparse", text);
        assertTrue(printed().contains("geonames:99999999\tQwertyville\t48.50000\t67.25000"), printed());
    }

    @Test
    void whatIsNoDumpIsNotImported() throws IOException {
        assertEquals(ExitCode.SOME_FAILED, run("gazetteer", "import", file("a.csv", "name,lat,lon\n")));
        assertTrue(said().contains("19 columns"), said());
        assertTrue(new Home(folder).importedGazetteers().isEmpty());
    }

    @Test
    void helpGoesToStandardOutput() {
        assertEquals(0, run("--help"));
        for (var command : List.of("extract", "evaluate", "geoparse", "gazetteer", "test")) {
            assertTrue(printed().contains("\n  " + command + " "), command);
        }
    }

    private int run(String... arguments) {
        var terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Oqiga.run(terminal, new Home(folder), arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(printed());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
