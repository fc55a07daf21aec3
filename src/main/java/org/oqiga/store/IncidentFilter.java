package org.oqiga.store;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;
import org.oqiga.store.cql.Clause;

/**
 * Which incidents are asked for.
 *
 * @param condition what else a filter in CQL2 asks
 * @param audience for whom, which limits what can be found at all
 */
public record IncidentFilter(Where where, When when, What what, Optional<Clause> condition, Audience audience) {

    public static final IncidentFilter ALL =
            new IncidentFilter(Where.ANYWHERE, When.ANYTIME, What.ANYTHING, Optional.empty(), Audience.INSIDERS);

    /**
     * Where they happened.
     *
     * @param countries ISO 3166-1 alpha-2; empty for all
     * @param place a place's id or one of its names, or that of the region it lies in
     */
    public record Where(Optional<Bbox> bbox, Set<String> countries, Optional<String> place) {

        public static final Where ANYWHERE = new Where(Optional.empty(), Set.of(), Optional.empty());

        public Where {
            countries = Set.copyOf(countries);
        }
    }

    /**
     * When they happened.
     *
     * @param asOf leaves out what no report had told by that day
     */
    public record When(Optional<TimeWindow> window, Optional<LocalDate> asOf) {

        public static final When ANYTIME = new When(Optional.empty(), Optional.empty());
    }

    /**
     * What happened.
     *
     * @param types empty for all
     * @param statuses never empty: a rejected incident must be asked for
     * @param words a full-text search as a person types it
     * @param report the name of a report that tells them
     */
    public record What(
            Set<IncidentType> types,
            Set<Status> statuses,
            Optional<String> words,
            OptionalDouble minConfidence,
            Optional<String> report) {

        public static final What ANYTHING = new What(
                Set.of(),
                EnumSet.complementOf(EnumSet.of(Status.REJECTED)),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty());

        public What {
            types = Set.copyOf(types);
            statuses = Set.copyOf(statuses);
        }
    }
}
