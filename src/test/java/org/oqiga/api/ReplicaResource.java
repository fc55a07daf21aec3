package org.oqiga.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oqiga.store.StreamingReplica;

/** The same service, whose readers are answered by a replica. */
public class ReplicaResource extends StoreResource {

    private Optional<StreamingReplica> replica = Optional.empty();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        replica = Optional.of(new StreamingReplica(database(), "api-following"));
        settings.put("oqiga.replica.url", replica.get().url());
        return settings;
    }

    @Override
    public void stop() {
        replica.ifPresent(StreamingReplica::close);
        super.stop();
    }
}
