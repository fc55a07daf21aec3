package org.oqiga.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to a replica. */
final class ReplicaPool implements AutoCloseable {

    private static final int MOST = 16;
    // whoever waits longer is answered by the database itself
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AgroalDataSource pool;

    /** {@code schemas} are where our tables are found, as in the database that it follows. */
    ReplicaPool(Address address, String schemas) {
        try {
            this.pool = AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(MOST)
                            .acquisitionTimeout(PATIENCE)
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address.jdbcUrl())
                                    .jdbcProperty("currentSchema", schemas)
                                    .jdbcProperty("connectTimeout", "2")
                                    // one that has fallen silent, a little after the last query that it may still be at
                                    .jdbcProperty("socketTimeout", "65")
                                    .jdbcProperty("options", "-cstatement_timeout=60s")
                                    .principal(new NamePrincipal(address.user()))
                                    .credential(new SimplePassword(address.password())))));
        } catch (SQLException e) {
            throw new StorageException("could not make connections to " + address.place(), e);
        }
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Keeps none of those that have been cut. */
    void renew() {
        pool.flush(FlushMode.IDLE);
    }

    @Override
    public void close() {
        pool.close();
    }
}
