package org.oqiga.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentJson;
import org.oqiga.link.Linker;
import org.oqiga.report.Copies;
import org.oqiga.report.Sketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the incidents of reports; keeps nothing. */
@Command(name = "extract", description = "Print the incidents of reports; needs no database and keeps nothing.")
final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Mixin
    private ReportArguments arguments;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "Text, HTML, PDF, JSON lines, or folders of them.")
    private List<Path> reports;

    @Option(names = "--link", description = "Join the incidents that several reports tell.")
    private boolean link;

    @Option(
            names = "--format",
            defaultValue = "geojson",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private IncidentPrinter.Format format;

    ExtractCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        var gazetteer = Gazetteer.load(home.importedGazetteers());
        var extracting = new Extracting(terminal, new Extractor(gazetteer)::read);
        List<Incident> tellings = new ArrayList<>();
        List<Copies.Text> texts = new ArrayList<>();
        try (var printer = format.printer(terminal.out(), new IncidentJson(gazetteer::zone))) {
            var summary = extracting.run(arguments.batch(), reports, (report, extraction) -> {
                if (link) {
                    tellings.addAll(extraction.incidents());
                    texts.add(new Copies.Text(report.name(), report.published(), Sketch.of(report.text())));
                } else {
                    extraction.incidents().forEach(incident -> print(printer, incident));
                }
            });
            if (link) {
                var linked = new Linker().link(marked(tellings, Copies.originals(texts)));
                linked.forEach(one -> print(printer, one.incident()));
                summary.joined(linked.size());
            }
            terminal.tell(summary.line());
            return summary.exitCode();
        }
    }

    private static List<Incident> marked(List<Incident> tellings, Map<String, String> originals) {
        return tellings.stream()
                .map(telling -> {
                    var original =
                            originals.get(telling.sources().get(0).report().name());
                    return original == null ? telling : telling.copyOf(original);
                })
                .toList();
    }

    private static void print(IncidentPrinter printer, Incident incident) {
        try {
            printer.print(incident);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
