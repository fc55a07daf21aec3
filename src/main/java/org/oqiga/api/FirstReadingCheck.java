package org.oqiga.api;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.oqiga.ingest.FirstReading;

/** Says that the service is ready once there is something on the map. */
@Readiness
public class FirstReadingCheck implements HealthCheck {

    private final FirstReading reading;

    FirstReadingCheck(FirstReading reading) {
        this.reading = reading;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Reports read")
                .status(!reading.isAwaited())
                .build();
    }
}
