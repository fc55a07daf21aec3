package org.oqiga.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: reads reports into the store and serves the map of all that is there. */
@Command(
        name = "map",
        description = "Read reports and serve their incidents as a map that plays.",
        footer = {
            "",
            "Reports accumulate from one call to the next. Without any, an empty store is given the sample reports."
        })
final class MapCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    /**
     * What is asked for.
     *
     * @param reports files, folders and {@code .jsonl}; empty to read none
     * @param published the day of the reports that carry no date of their own
     * @param fresh whether to start an empty store and put the old one aside
     * @param watch folders that are looked into for as long as the map is served
     */
    record Request(List<Path> reports, Optional<LocalDate> published, int port, boolean fresh, List<Path> watch) {

        Request {
            reports = List.copyOf(reports);
            watch = List.copyOf(watch);
        }
    }

    /** Makes sure of a PostGIS, reads, serves until it is told to end; returns the exit code. */
    interface Serving {

        int serve(Request request);
    }

    private final Serving serving;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReportArguments arguments;

    @Parameters(
            paramLabel = "REPORT|FOLDER|FILE.jsonl",
            description = "Text, HTML, PDF, Word, e-mail, JSON lines, or folders of them.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--port",
            defaultValue = "${env:OQIGA_PORT:-8080}",
            description = "Where the map is served; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--fresh", description = "Start with an empty store; the old one is kept aside.")
    private boolean fresh;

    @Option(
            names = "--watch",
            paramLabel = "FOLDER",
            description = "Take in what is put into this folder, as long as the map is served.")
    private List<Path> watch = new ArrayList<>();

    MapCommand(Serving serving) {
        this.serving = serving;
    }

    @Override
    public Integer call() {
        if (port < 1 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is 1 to " + LAST_PORT + ", was " + port);
        }
        for (var folder : watch) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), "--watch is a folder, " + folder + " is none");
            }
        }
        return serving.serve(new Request(reports, arguments.published(), port, fresh, watch));
    }
}
