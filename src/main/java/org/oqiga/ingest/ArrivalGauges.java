package org.oqiga.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.oqiga.store.ArrivalRepository;

/** How long the queue is, for whoever watches it: counted in the database whenever somebody asks. */
@ApplicationScoped
class ArrivalGauges {

    private final ArrivalRepository arrivals;

    ArrivalGauges(ArrivalRepository arrivals) {
        this.arrivals = arrivals;
    }

    void start(@Observes StartupEvent begun) {
        count("waiting", "waiting", "failed");
        count("working", "working");
        count("parked", "parked");
        Gauge.builder("oqiga.arrivals.oldest", arrivals, ArrivalRepository::oldestSeconds)
                .baseUnit("seconds")
                .description("How long that which has waited longest has been open")
                .register(Metrics.globalRegistry);
    }

    private void count(String name, String... states) {
        Gauge.builder("oqiga.arrivals", arrivals, each -> each.count(states))
                .tag("state", name)
                .description("How many arrivals something is yet to come of, or that somebody has to look at")
                .register(Metrics.globalRegistry);
    }
}
