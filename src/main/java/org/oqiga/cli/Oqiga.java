package org.oqiga.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: one command a call. Those that need no database run without starting the server. */
@QuarkusMain
@Command(
        name = "oqiga",
        description = "Turns news reports into a map of incidents that can be played.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "  test       Install what the tests need, where it is missing, and run them all.",
            "",
            "Results go to standard output, all else to standard error.",
            "Exit codes: 0 all read, 1 some reports failed and the others are read,",
            "2 wrong usage, 3 no database or port."
        })
public final class Oqiga {

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    public static void main(String... args) {
        System.exit(run(Terminal.ofThisProcess(), Home.ofThisProcess(), args));
    }

    /** Runs one command and returns its exit code. */
    static int run(Terminal terminal, Home home, String... args) {
        var program = new CommandLine(new Oqiga());
        commands(terminal, home).forEach(program::addSubcommand);
        int code = program.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((mistake, given) -> explain(mistake, terminal))
                .setExecutionExceptionHandler((fault, given, parsed) -> fail(fault, terminal))
                .setUsageHelpWidth(100)
                .execute(args);
        terminal.out().flush();
        if (terminal.out().checkError()) {
            terminal.tell("standard output could not be written to; the results are not whole");
            return ExitCode.SOME_FAILED;
        }
        return code;
    }

    private static List<Object> commands(Terminal terminal, Home home) {
        return List.of(
                new MapCommand(new LocalService(terminal, home)),
                new ExtractCommand(terminal, home),
                new EvaluateCommand(terminal, home),
                new ExportCommand(terminal, home).spec(),
                new BackupCommand.Writing(terminal, home),
                new BackupCommand.Reading(terminal, home),
                new InviteCommand(terminal, home),
                new GeoparseCommand(terminal, home),
                new GazetteerCommand(terminal, home));
    }

    /** A disc that is full is the world's fault and gets a line; what is ours flies on. */
    private static int fail(Exception fault, Terminal terminal) throws Exception {
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            terminal.tell("cannot go on: " + fault.getMessage());
            return ExitCode.SOME_FAILED;
        }
        throw fault;
    }

    private static int explain(ParameterException mistake, Terminal terminal) {
        terminal.tell(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, new PrintWriter(terminal.err(), true));
        terminal.err()
                .println("Try: ./" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }
}
