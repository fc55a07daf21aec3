package org.oqiga.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
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
        mixinStandardHelpOptions = false,
        footer = {
            "",
            "  test       Install what the tests need, where it is missing, and run them all.",
            "",
            "Results go to standard output, all else to standard error. Exit codes: 0 all read,",
            "1 some reports failed and the others are read, 2 wrong usage, 3 no database or port."
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
        return program.setOut(new java.io.PrintWriter(terminal.out(), true))
                .setErr(new java.io.PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((mistake, given) -> explain(mistake, terminal))
                .setUsageHelpAutoWidth(false)
                .execute(args);
    }

    private static List<Object> commands(Terminal terminal, Home home) {
        return List.of(new GazetteerCommand(terminal, home));
    }

    private static int explain(ParameterException mistake, Terminal terminal) {
        terminal.tell(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, new java.io.PrintWriter(terminal.err(), true));
        terminal.err()
                .println("Try: ./" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }
}
