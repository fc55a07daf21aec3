package org.oqiga.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reading that a service begins with: whoever asks for the map at once should find something on it. */
@ApplicationScoped
public class FirstReading {

    /** So long it is waited for; a large batch shows on the map while it is read. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instant patientUntil = Instant.now().plus(PATIENCE);
    private final CountDownLatch left;

    FirstReading(@ConfigProperty(name = "oqiga.first-reading", defaultValue = "false") boolean expected) {
        this.left = new CountDownLatch(expected ? 1 : 0);
    }

    /** Whether it is worth waiting for. */
    public boolean isAwaited() {
        return left.getCount() > 0 && Instant.now().isBefore(patientUntil);
    }

    /** Waits for it as long as that is worth it. */
    public void await() {
        try {
            left.await(Duration.between(Instant.now(), patientUntil).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is nothing more to come of it. */
    public void end() {
        left.countDown();
    }
}
