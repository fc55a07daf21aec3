package org.oqiga.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may change about how arrivals become reports. */
@ConfigMapping(prefix = "oqiga.belt")
public interface BeltConfig {

    /** Whether this process works on arrivals at all; one that only answers leaves them to others. */
    @WithDefault("true")
    boolean works();

    /** How long it gathers arrivals under load, so that the map's answers can be kept for as long. */
    @WithDefault("0.5s")
    Duration pace();

    /** How long a failed arrival rests at first; after each further failure four times as long. */
    @WithDefault("2s")
    Duration pause();

    /** How long reading what was taken at once may take. */
    @WithDefault("2m")
    Duration limit();
}
