package org.oqiga.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oqiga.gazetteer.Place;

/**
 * Something that happened in the unrest or in the response to it, at one place, in one period, of one type.
 *
 * @param id stays when the report is read again, as far as it is recognisably the same incident
 * @param sources every telling it rests on, never empty
 */
public record Incident(
        String id, What what, When when, Place place, Toll toll, Standing standing, List<Source> sources) {

    public Incident {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("an incident rests on at least one source: " + id);
        }
    }

    /** What happened, and who took part, as short strings. */
    public record What(IncidentType type, String title, List<String> actors, Assertion assertion) {

        public What {
            actors = List.copyOf(actors);
        }
    }

    /**
     * When it happened.
     *
     * @param inForceUntil the last day of what lasts after it is declared (emergency, curfew, blackout)
     */
    public record When(Period period, Optional<LocalDate> inForceUntil) {}

    /** How far to trust it: the extractor's confidence, 0 to 1, and what people have made of it. */
    public record Standing(double confidence, Status status) {

        public Standing {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence is 0 to 1, was " + confidence);
            }
        }
    }

    public IncidentType type() {
        return what.type();
    }

    public Period period() {
        return when.period();
    }

    /** How many reports tell it in words of their own: copies of one text count once. */
    public int reports() {
        return (int) sources.stream()
                .map(source -> source.report().text())
                .distinct()
                .count();
    }

    /** The same incident, all its reports known to print the text of {@code original}. */
    public Incident copyOf(String original) {
        return new Incident(
                id,
                what,
                when,
                place,
                toll,
                standing,
                sources.stream().map(source -> source.copyOf(original)).toList());
    }
}
