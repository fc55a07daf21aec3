package org.oqiga.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.geoparse.Geoparser;
import org.oqiga.geoparse.Resolution;
import org.oqiga.ingest.Belt;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Unread;
import org.oqiga.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the place names in texts and the places they mean. */
@Command(
        name = "geoparse",
        description = "Print the place names in texts and the places they mean, one a line.",
        footer = {
            "",
            "Tab-separated, without a header: file, start, end, text, place id, name, lat, lon, level,",
            "confidence; the last six are empty where no place was settled on."
        })
final class GeoparseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Mixin
    private ReportArguments arguments;

    @Parameters(
            arity = "1..*",
            paramLabel = "TEXT_FILE",
            description = "Text, HTML, PDF, JSON lines, or folders of them.")
    private List<Path> texts;

    private int read;
    private int failed;
    private int names;

    /** One text read, or not, and the lines to print for it. */
    private record Outcome(Reading reading, String lines, int names) {}

    GeoparseCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var geoparser = new Geoparser(Gazetteer.load(home.importedGazetteers()));
        Belt.ofAllCores().run(arguments.batch().find(texts).iterator(), text -> parse(geoparser, text), outcome -> {
            outcome.reading().failure().ifPresent(failure -> terminal.tell(failure.line()));
            read += outcome.reading().success().isPresent() ? 1 : 0;
            failed += outcome.reading().failure().isPresent() ? 1 : 0;
            names += outcome.names();
            terminal.out().print(outcome.lines());
        });
        terminal.tell(Summary.many(read, "text") + " read, " + Summary.many(names, "place name") + " found"
                + (failed > 0 ? "; " + failed + " could not be read." : "."));
        return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.ALL_READ;
    }

    private static Outcome parse(Geoparser geoparser, Unread text) {
        var reading = text.read();
        var report = reading.success();
        if (report.isEmpty()) {
            return new Outcome(reading, "", 0);
        }
        var found = geoparser.parse(
                report.get(), Words.of(report.get().text(), report.get().language()));
        var lines = found.stream().map(name -> line(report.get(), name)).collect(Collectors.joining());
        return new Outcome(reading, lines, found.size());
    }

    private static String line(Report report, Resolution name) {
        var toponym = name.toponym();
        var words = Stream.of(report.name(), toponym.start(), toponym.end(), toponym.text());
        return Stream.concat(words, place(name))
                .map(cell -> cell.toString().replaceAll("[\\t\\r\\n]", " "))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static Stream<Object> place(Resolution name) {
        if (!(name instanceof Resolution.Settled settled)) {
            return Stream.of("", "", "", "", "", "");
        }
        var place = settled.where();
        return Stream.of(
                place.id(),
                place.name(),
                String.format(Locale.ROOT, "%.5f", place.at().lat()),
                String.format(Locale.ROOT, "%.5f", place.at().lon()),
                place.level().label(),
                String.format(Locale.ROOT, "%.3f", settled.confidence()));
    }
}
