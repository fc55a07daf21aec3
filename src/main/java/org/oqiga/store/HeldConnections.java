package org.oqiga.store;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Measures for how long each request holds a connection: its queries, and what it does while their rows come. */
@Singleton
@Unremovable
class HeldConnections implements AgroalPoolInterceptor {

    private final Map<PGConnection, Long> since = new ConcurrentHashMap<>();
    private final Timer held = Timer.builder("oqiga.store.held")
            .description("How long a request holds a connection to the database")
            .publishPercentiles(0.5, 0.99)
            .register(Metrics.globalRegistry);

    @Override
    public void onConnectionAcquire(Connection connection) {
        since.put(driversOwn(connection), System.nanoTime());
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        var began = since.remove(driversOwn(connection));
        if (began != null) {
            held.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** What the pool hands out is wrapped anew each time. */
    private static PGConnection driversOwn(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new StorageException("the pool holds a connection of another driver", e);
        }
    }
}
