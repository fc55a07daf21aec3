package org.oqiga.geoparse;

import java.util.List;
import java.util.Optional;
import org.oqiga.gazetteer.Place;

/** What the gazetteer had to say about one toponym. */
public sealed interface Resolution {

    Toponym toponym();

    /** The place the name was settled on, if it was settled. */
    default Optional<Place> place() {
        return this instanceof Settled settled ? Optional.of(settled.where()) : Optional.empty();
    }

    /**
     * Settled on one place.
     *
     * @param confidence 0 to 1
     * @param reason why this one, for a person
     * @param rejected the others, best first
     */
    record Settled(Toponym toponym, Place where, double confidence, String reason, List<Rejected> rejected)
            implements Resolution {

        public Settled {
            rejected = List.copyOf(rejected);
        }
    }

    /** Read as a name of a place, but no place of the gazetteer bears it. */
    record Unknown(Toponym toponym) implements Resolution {}

    /** A place that bears the name too, and why it was not taken. */
    record Rejected(Place place, double score, String reason) {}
}
