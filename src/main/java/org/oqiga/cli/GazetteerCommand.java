package org.oqiga.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds places to the gazetteer that every command reads. */
@Command(name = "gazetteer", description = "Add places to the gazetteer.", synopsisSubcommandLabel = "import FILE...")
final class GazetteerCommand implements Runnable {

    private final Terminal terminal;
    private final Home home;

    @Spec
    private CommandSpec spec;

    GazetteerCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "gazetteer does nothing alone; say gazetteer import FILE...");
    }

    @Command(
            name = "import",
            description =
                    "Add a GeoNames dump (any country, or the world), as text or zipped as GeoNames publishes it.")
    int add(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
        int failed = 0;
        for (var file : files) {
            try {
                var dump = GeoNamesFile.copy(file, home.gazetteers());
                terminal.tell(file + ": " + dump.places() + " places are in " + dump.path());
            } catch (GeoNamesFile.NotADumpException e) {
                failed++;
                terminal.tell(file + " " + e.getMessage());
            } catch (IOException e) {
                failed++;
                terminal.tell(file + " cannot be read or copied: " + e.getMessage());
            }
        }
        return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.ALL_READ;
    }
}
