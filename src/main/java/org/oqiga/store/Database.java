package org.oqiga.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostGIS that is up and has our schema; closing it stops it where it is ours and nobody else uses it. */
public final class Database implements AutoCloseable {

    private final Server server;
    private final Address address;
    private final Ending ending;

    private Database(Server server, Address address, Ending ending) {
        this.server = server;
        this.address = address;
        this.ending = ending;
    }

    /**
     * Where the store is to be.
     *
     * @param url the database to use, as {@code OQIGA_DATABASE_URL} gives it; without one, a cluster in {@code data}
     * @param data the folder of what a program keeps
     * @param fresh whether to start with an empty store and put the old one aside
     */
    public record Place(Optional<String> url, Path data, boolean fresh) {}

    /**
     * Brings it up; what takes time is told to {@code progress}, a line each.
     *
     * @throws NoDatabaseException where there is none to be had
     */
    public static Database open(Place place, Consumer<String> progress) {
        var server = place.url().isPresent()
                ? new Server.Given(Address.parse(place.url().get()))
                : ownServer(place, progress);
        // set before the start: a process that is told to end meanwhile must not leave the server behind
        var ending = new Ending(server);
        try {
            server.start(place.fresh(), progress);
            boolean schemaAside = place.fresh() && !(server instanceof PrivateCluster);
            return new Database(server, new Schema(server.address()).prepare(schemaAside, progress), ending);
        } catch (RuntimeException e) {
            ending.now();
            throw e;
        }
    }

    private static Server ownServer(Place place, Consumer<String> progress) {
        var account = Account.choose();
        var home = ClusterHome.in(place.data(), account);
        var programs = PostgresPrograms.findOrInstall(place.fresh() ? Optional.empty() : home.major(), progress);
        if (programs.isPresent()) {
            return new PrivateCluster(home, programs.get(), account);
        }
        if (home.made()) {
            throw new NoDatabaseException("the store in " + home.directory() + " needs PostgreSQL "
                    + home.major().orElseThrow() + " with PostGIS; install it, or start an empty one with --fresh");
        }
        if (Container.possible()) {
            return new Container(home);
        }
        throw new NoDatabaseException("no PostgreSQL with PostGIS here, none could be installed, and Docker does not"
                + " run; install postgresql and postgis, or set OQIGA_DATABASE_URL");
    }

    /** When the process is told to end, does {@code before} and only then stops the database. */
    public void stopAfter(Runnable before) {
        ending.after(before);
    }

    /** How a driver reaches it. */
    public Address address() {
        return address;
    }

    /** What it is, for a person. */
    public String description() {
        return server.description();
    }

    /**
     * Writes all that is in the store to a file, as of one moment.
     *
     * @throws StorageException where it cannot be read or written; there is no file then
     */
    public void backUp(Path to) {
        new Backup(address).write(to);
    }

    /**
     * Opens a store with what a backup holds, brought to this version; what was there is put aside.
     *
     * @throws InvalidBackupException where the file is none, before anything is changed
     */
    public static Database restore(Place place, Path backup, Consumer<String> progress) {
        Backup.check(backup);
        var database = open(new Place(place.url(), place.data(), true), progress);
        try {
            new Backup(database.address).read(backup);
            new Schema(database.server.address()).prepare(false, progress);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A source of single connections, for work that holds one at a time. */
    public DataSource connections() {
        var source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    @Override
    public void close() {
        ending.now();
    }
}
