package org.oqiga.store;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where an answer is read: for whoever has a role in the database that is written to, so that they see at once what they changed; for
 * everybody else in a replica, where one is named and does its work.
 */
@Startup
@ApplicationScoped
public class Databases {

    // and would do so again
    private static final String TOOK_TOO_LONG = "57014";
    private static final String SCHEMAS = "SHOW search_path";
    private static final String COMPLAINT = "could not read the store's state";

    private final DataSource primary;
    private final Optional<Replica> replica;

    @Inject
    Databases(
            DataSource primary,
            @ConfigProperty(name = "oqiga.replica.url") Optional<String> url,
            @ConfigProperty(name = "oqiga.replica.behind", defaultValue = "10s") Duration behind) {
        this.primary = primary;
        this.replica = url.filter(given -> !given.isBlank())
                .map(Address::ofReplica)
                .map(address -> new Replica(new ReplicaPool(address, schemas()), this::primaryRevision, behind));
    }

    /** One database for everybody. */
    static Databases only(DataSource database) {
        return new Databases(database, Optional.empty(), Duration.ZERO);
    }

    /** What is done with a connection; only what gives the same when it is begun again, since another database may have to do it. */
    interface Work<T, E extends Exception> {
        T on(Connection connection) throws SQLException, E;
    }

    /** Does {@code work} where {@code audience} reads; {@code complaint} is what a failure is reported as. */
    <T, E extends Exception> T read(Audience audience, String complaint, Work<T, E> work) throws E {
        if (audience != Audience.INSIDERS
                && replica.isPresent()
                && replica.get().isUsed()) {
            try (var connection = replica.get().connection()) {
                return work.on(connection);
            } catch (SQLException e) {
                if (TOOK_TOO_LONG.equals(e.getSQLState())) {
                    throw new StorageException(complaint, e);
                }
                replica.get().failed(e);
            }
        }
        try (var connection = primary.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StorageException(complaint, e);
        }
    }

    /** The one that is written to. */
    DataSource primary() {
        return primary;
    }

    /** The number that every change of the store counts up: what {@code audience} reads from now on is of this state or a later one. */
    long revision(Audience audience) {
        return audience == Audience.INSIDERS || replica.isEmpty()
                ? primaryRevision()
                : replica.get().revision();
    }

    /** Whether there is something that only those with a role can see yet. */
    boolean isBehind() {
        return replica.isPresent() && replica.get().revision() < primaryRevision();
    }

    private long primaryRevision() {
        return read(Audience.INSIDERS, COMPLAINT, Counts::revision);
    }

    private String schemas() {
        return read(Audience.INSIDERS, COMPLAINT, connection -> {
            try (var statement = connection.prepareStatement(SCHEMAS)) {
                return FirstColumn.texts(statement).get(0);
            }
        });
    }

    @PreDestroy
    void close() {
        replica.ifPresent(Replica::close);
    }
}
