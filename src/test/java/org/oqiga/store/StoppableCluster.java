package org.oqiga.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real cluster that is stopped and started again where it was, as a database is that others share. */
public final class StoppableCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Account account = Account.choose();
    private final ClusterHome home;
    private final Database database;
    private final PostgresPrograms programs =
            PostgresPrograms.find(Optional.empty()).orElseThrow();

    public StoppableCluster(String name) {
        var folder = TestCluster.folder(name);
        this.database = TestCluster.open(folder);
        this.home = ClusterHome.in(folder, account);
    }

    public Database database() {
        return database;
    }

    /** As {@code OQIGA_DATABASE_URL} has it. */
    public String url() {
        var address = database.address();
        return address.place().replace("://", "://" + address.user() + ":" + address.password() + "@");
    }

    /** Ends it without a word to anybody: what has been committed is all that is left. */
    public void stop() {
        run("stop", "-m", "immediate");
    }

    /** Brings it up on the same port. */
    public void start() {
        run("restart", "-l", home.log().toString());
    }

    private void run(String what, String... more) {
        var command = new ArrayList<>(List.of(
                programs.program("pg_ctl"), what, "-w", "-D", home.directory().toString()));
        command.addAll(List.of(more));
        var ran = account.run(PATIENCE, command);
        if (!ran.ok()) {
            throw new IllegalStateException(what + ": " + ran.inShort());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
