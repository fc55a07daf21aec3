package org.oqiga.cli;

import java.util.concurrent.Callable;
import org.oqiga.desk.People;
import org.oqiga.desk.Role;
import org.oqiga.store.CredentialRepository;
import org.oqiga.store.Database;
import org.oqiga.store.NoDatabaseException;
import org.oqiga.store.PersonRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets somebody in, for whoever has this machine: the first admin's link may be lost, or every admin gone. */
@Command(name = "invite", description = "Print a link that makes one account, once, within 7 days.")
final class InviteCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--role",
            defaultValue = "admin",
            description = "viewer, editor or admin; default ${DEFAULT-VALUE}.")
    private String role;

    @Option(
            names = "--port",
            defaultValue = "${env:OQIGA_PORT:-8080}",
            description = "Where the map is served; default ${DEFAULT-VALUE}.")
    private int port;

    InviteCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public Integer call() {
        var invited = Role.of(role)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--role is one of " + String.join(", ", Role.labels()) + ", was " + role));
        try (var database = Database.open(home.database(false), terminal::tell)) {
            var people = new People(
                    new PersonRepository(database.connections()), new CredentialRepository(database.connections()));
            terminal.out().println(Invitations.link(people.invite(invited), port));
            return ExitCode.ALL_READ;
        } catch (NoDatabaseException e) {
            terminal.tell(e.getMessage());
            return ExitCode.NO_DATABASE;
        }
    }
}
