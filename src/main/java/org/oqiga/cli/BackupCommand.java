package org.oqiga.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.oqiga.store.Database;
import org.oqiga.store.InvalidBackupException;
import org.oqiga.store.NoDatabaseException;
import org.oqiga.store.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole store to one file, and makes a store of such a file. */
final class BackupCommand {

    private BackupCommand() {}

    /** {@code backup FILE}; the service may run meanwhile. */
    @Command(name = "backup", description = "Write the whole store to one file; the service may go on meanwhile.")
    static final class Writing extends Work {

        Writing(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        void run(Path file) {
            var folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw wrong("there is no folder " + folder + " to write the backup to");
            }
            try (var database = Database.open(home.database(false), terminal::tell)) {
                database.backUp(file);
            }
            terminal.tell("the store is in " + file);
        }
    }

    /** {@code restore FILE}; the service must be stopped, and what was there is put aside. */
    @Command(name = "restore", description = "Fill the store from a backup; what was in it is kept aside.")
    static final class Reading extends Work {

        Reading(Terminal terminal, Home home) {
            super(terminal, home);
        }

        @Override
        void run(Path file) {
            try (var database = Database.restore(home.database(true), file, terminal::tell)) {
                terminal.tell("the store in " + database.description() + " is as " + file + " has it");
            } catch (InvalidBackupException e) {
                throw wrong(e.getMessage());
            }
        }
    }

    /** What both have: a file, and a database that may be missing. */
    abstract static class Work implements java.util.concurrent.Callable<Integer> {

        final Terminal terminal;
        final Home home;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file;

        Work(Terminal terminal, Home home) {
            this.terminal = terminal;
            this.home = home;
        }

        abstract void run(Path file);

        ParameterException wrong(String message) {
            return new ParameterException(spec.commandLine(), message);
        }

        @Override
        public Integer call() {
            try {
                run(file);
                return ExitCode.ALL_READ;
            } catch (NoDatabaseException | StorageException e) {
                terminal.tell(e.getMessage());
                return ExitCode.NO_DATABASE;
            }
        }
    }
}
