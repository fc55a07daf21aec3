package org.oqiga.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;
import org.oqiga.store.Database;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

/** The service under test on a real PostGIS, with incidents that the tests know. */
public class StoreResource implements QuarkusTestResourceLifecycleManager {

    private Optional<Database> database = Optional.empty();

    @Override
    public Map<String, String> start() {
        var database = TestCluster.open(TestCluster.folder("api"));
        this.database = Optional.of(database);
        Unrest.TOLD.ingest(database).take(Unrest.TOLD.unread(), Told.SILENT);
        var address = database.address();
        return Map.of(
                "oqiga.jdbc.url", address.jdbcUrl(),
                "oqiga.jdbc.user", address.user(),
                "oqiga.jdbc.password", address.password(),
                "quarkus.http.test-port", "0",
                // many sign in from this address here
                "oqiga.limits.sign-ins-per-address", "100000");
    }

    Database database() {
        return database.orElseThrow();
    }

    @Override
    public void stop() {
        database.ifPresent(Database::close);
    }
}
