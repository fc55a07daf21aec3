package org.oqiga.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A stretch of time that is asked for, open where a bound is absent, both bounds included. */
public sealed interface TimeWindow {

    /** Days, compared with those of each place's own calendar. */
    record Days(Optional<LocalDate> first, Optional<LocalDate> last) implements TimeWindow {}

    /** Moments, the same everywhere. */
    record Moments(Optional<Instant> first, Optional<Instant> last) implements TimeWindow {}
}
