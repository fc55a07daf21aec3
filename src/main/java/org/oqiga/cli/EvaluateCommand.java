package org.oqiga.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.oqiga.cli.evaluation.Evaluation;
import org.oqiga.cli.evaluation.Gold;
import org.oqiga.cli.evaluation.ReportScore;
import org.oqiga.extract.Extractor;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the extraction against what careful readers took from the same reports. */
@Command(
        name = "evaluate",
        description = "Measure the extraction against hand-made gold: precision, recall, F1, and where it fails.",
        footer = {"", "A report without a date of its own is dated as its gold is."})
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReportArguments arguments;

    @Parameters(index = "0", paramLabel = "GOLD_DIR", description = "A folder with one JSON file a report.")
    private Path folder;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "REPORT", description = "The reports, or folders of them.")
    private List<Path> reports;

    EvaluateCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), folder + " is no folder; give the one that holds the gold");
        }
        Map<String, Gold> golds = new TreeMap<>();
        boolean goldIsSound = load(golds);
        var evaluation = new Evaluation();
        var unread = new TreeSet<>(golds.keySet());
        var extractor = new Extractor(Gazetteer.load(home.importedGazetteers()));
        var extracting = new Extracting(terminal, report -> extractor.read(dated(report, golds)));
        var summary = extracting.run(arguments.batch(), reports, (report, extraction) -> {
            if (unread.remove(report.name())) {
                evaluation.add(new ReportScore(golds.get(report.name()), report, extraction.incidents()));
            }
        });
        terminal.out().print(new EvaluationReport(evaluation));
        unread.forEach(name -> terminal.tell("the gold of " + name + " is left out, for that report was not given"));
        terminal.tell(Summary.many(evaluation.scores().size(), "report") + " measured; " + summary.line());
        return goldIsSound ? summary.exitCode() : ExitCode.SOME_FAILED;
    }

    private boolean load(Map<String, Gold> golds) throws IOException {
        boolean sound = true;
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                try {
                    var gold = Gold.read(file);
                    golds.put(gold.report(), gold);
                } catch (Gold.BrokenGoldException e) {
                    sound = false;
                    terminal.tell(file + " " + e.getMessage());
                }
            }
        }
        if (golds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), folder + " holds no gold; it is one .json a report");
        }
        return sound;
    }

    private static Report dated(Report report, Map<String, Gold> golds) {
        var published = report.published()
                .or(() -> Optional.ofNullable(golds.get(report.name())).flatMap(Gold::published));
        return report.on(published);
    }
}
