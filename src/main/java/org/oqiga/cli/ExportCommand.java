package org.oqiga.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.ingest.Regions;
import org.oqiga.store.Audience;
import org.oqiga.store.Database;
import org.oqiga.store.Export;
import org.oqiga.store.FilterQuery;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.InvalidQueryException;
import org.oqiga.store.NoDatabaseException;
import org.oqiga.store.Query;
import org.oqiga.store.RegionRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes incidents of the store to a file, as the service would export them. */
@Command(name = "export", description = "Write the incidents of the store to a file.")
final class ExportCommand implements Callable<Integer> {

    private static final Map<String, String> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put("bbox", "West,south,east,north in degrees.");
        FILTERS.put("datetime", "A day, a moment, or two with / between.");
        FILTERS.put("type", "Types with commas between, such as protest,clash.");
        FILTERS.put("status", "extracted, verified, disputed, rejected; without it all but rejected.");
        FILTERS.put("country", "Codes of two letters, such as KZ.");
        FILTERS.put("place", "The id or a name of the place, or of its region.");
        FILTERS.put("q", "Words to look for.");
        FILTERS.put("min_confidence", "The least confidence, 0 to 1.");
        FILTERS.put("as_of", "Only what had been published by that day.");
        FILTERS.put("filter", "A condition in CQL2 text, such as \"deaths_high >= 5\".");
        FILTERS.put("limit", "The most to write.");
    }

    private final Terminal terminal;
    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Its ending says the form: .geojson, .geojsonl, .csv, .gpkg, .kml.")
    private Path to;

    ExportCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    /** The command with its filters, which are those of the service. */
    CommandSpec spec() {
        var whole = CommandSpec.forAnnotatedObject(this);
        FILTERS.forEach((name, description) -> whole.addOption(OptionSpec.builder("--" + name.replace('_', '-'))
                .type(String.class)
                .description(description)
                .build()));
        return whole;
    }

    @Override
    public Integer call() throws IOException {
        var name = to.getFileName().toString();
        var form = Export.of(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> wrong("--to takes a file that ends in one of " + Export.endings() + ", was " + to));
        try {
            var wanted = Export.Wanted.by(Query.of(given(), FilterQuery.parametersAnd("limit")), Audience.INSIDERS);
            try (var database = Database.open(home.database(false), terminal::tell)) {
                var incidents = new IncidentRepository(database.connections());
                if (form.hasRegions()) {
                    Regions.fill(
                            new RegionRepository(database.connections()),
                            () -> Gazetteer.load(home.importedGazetteers()));
                }
                // whoever watches the file must not see half of it
                var part = to.resolveSibling(name + ".part");
                try (var out = Files.newOutputStream(part)) {
                    form.write(incidents, wanted, out);
                }
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return ExitCode.ALL_READ;
        } catch (InvalidQueryException e) {
            throw wrong(e.getMessage());
        } catch (NoDatabaseException e) {
            terminal.tell(e.getMessage());
            return ExitCode.NO_DATABASE;
        }
    }

    private Map<String, List<String>> given() {
        var given = new LinkedHashMap<String, List<String>>();
        for (var name : FILTERS.keySet()) {
            String value = spec.findOption("--" + name.replace('_', '-')).getValue();
            if (value != null) {
                given.put(name, List.of(value));
            }
        }
        return given;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
