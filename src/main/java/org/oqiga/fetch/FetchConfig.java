package org.oqiga.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What an operator may change about what is got from outside. */
@ConfigMapping(prefix = "oqiga.fetch")
public interface FetchConfig {

    /** Whether addresses of private networks and of this machine may be fetched, for those who read an intranet. */
    @WithDefault("false")
    boolean allowPrivate();

    /** The ports that may be asked. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /** How long one fetch may take, redirects included. */
    @WithDefault("30s")
    Duration limit();

    /** The largest answer that is taken, in bytes, unpacked. */
    @WithDefault("20971520")
    long maxBytes();

    /** What the service calls itself. */
    @WithDefault("Oqiga/0.1")
    String agent();
}
