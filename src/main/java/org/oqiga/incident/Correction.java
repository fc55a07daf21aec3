package org.oqiga.incident;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.Spot;

/** What people have set right in an incident: only that, so that the rest stays as the extraction reads it, now and later. */
public record Correction(What what, When when, Where where, Tolls tolls, Optional<Status> status, Shown shown) {

    /** How exactly a point is known that a person has set without saying so. */
    private static final double POINT_KM = 1;

    public record What(
            Optional<IncidentType> type,
            Optional<String> title,
            Optional<List<String>> actors,
            Optional<Assertion> assertion) {}

    public record When(
            Optional<LocalDateTime> start,
            Optional<LocalDateTime> end,
            Optional<TimePrecision> precision,
            Optional<Instead<LocalDate>> inForceUntil) {}

    /**
     * Where it happened.
     *
     * @param at a point of its own, called by the place
     */
    public record Where(Optional<Place> place, Optional<Spot> at, OptionalDouble uncertaintyKm) {}

    public record Tolls(
            Optional<Instead<Toll.Range>> deaths,
            Optional<Instead<Toll.Range>> injured,
            Optional<Instead<Toll.Range>> arrested) {}

    /**
     * What the public is shown of it.
     *
     * @param roundedToKm how coarsely it is told where it was
     */
    public record Shown(boolean hidden, OptionalDouble roundedToKm) {}

    /** What stands instead of the extraction's; empty where a person says that there is none. */
    public record Instead<T>(Optional<T> value) {}

    /** The incident, set right. */
    public Incident applyTo(Incident incident) {
        return new Incident(
                incident.id(),
                new Incident.What(
                        what.type.orElse(incident.type()),
                        what.title.orElse(incident.what().title()),
                        what.actors.orElse(incident.what().actors()),
                        what.assertion.orElse(incident.what().assertion())),
                new Incident.When(
                        period(incident.period()),
                        instead(when.inForceUntil, incident.when().inForceUntil())),
                place(incident.place()),
                new Toll(
                        instead(tolls.deaths, incident.toll().deaths()),
                        instead(tolls.injured, incident.toll().injured()),
                        instead(tolls.arrested, incident.toll().arrested())),
                new Incident.Standing(
                        incident.standing().confidence(),
                        status.orElse(incident.standing().status())),
                incident.sources());
    }

    /** The same as the public is told it: no nearer than people want it told. */
    public Incident inPublic(Incident corrected) {
        if (shown.roundedToKm.isEmpty()) {
            return corrected;
        }
        var place = Rounding.to(shown.roundedToKm.getAsDouble(), corrected.place());
        var what = corrected.what();
        // the title that the extraction makes says the place
        var title = what.title().replace(corrected.place().name(), place.name());
        return new Incident(
                corrected.id(),
                new Incident.What(what.type(), title, what.actors(), what.assertion()),
                corrected.when(),
                place,
                corrected.toll(),
                corrected.standing(),
                corrected.sources());
    }

    /** Under other rules the extraction may come to dates that do not go with the corrected one; that holds then for both. */
    private Period period(Period extracted) {
        var start = when.start.orElse(extracted.start());
        var end = when.end.orElse(extracted.end());
        var precision = when.precision.orElse(extracted.precision());
        if (precision != TimePrecision.HOUR) {
            start = start.toLocalDate().atStartOfDay();
            end = end.toLocalDate().atStartOfDay();
        }
        if (end.isBefore(start)) {
            boolean startHolds = when.start.isPresent();
            start = startHolds ? start : end;
            end = start;
        }
        return new Period(start, end, precision);
    }

    private Place place(Place extracted) {
        var place = where.place.orElse(extracted);
        double radius = where.uncertaintyKm.orElse(where.at.isPresent() ? POINT_KM : place.radiusKm());
        return new Place(
                place.id(),
                place.names(),
                place.level(),
                where.at.orElse(place.at()),
                place.parents(),
                place.population(),
                radius);
    }

    private static <T> Optional<T> instead(Optional<Instead<T>> correction, Optional<T> extracted) {
        return correction.isPresent() ? correction.get().value : extracted;
    }
}
