package org.oqiga.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.Toll;

/** What the {@code incident} table keeps of an incident, value by value. */
final class IncidentValues {

    static final String GIVEN = Columns.of(
            "text",
            "float8",
            "float8",
            "date",
            "date",
            "timestamptz",
            "timestamptz",
            "timestamp",
            "timestamp",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "real",
            "text",
            "date",
            "int",
            "int4range",
            "int4range",
            "int4range",
            "text",
            "text",
            "text",
            "date",
            "text",
            "boolean");
    static final int WIDTH = 29;

    private static final String NAMES_APART = "\u001f";

    private IncidentValues() {}

    static void add(Columns rows, Incident incident, Function<Place, ZoneId> zones, String feature, boolean hidden) {
        var period = incident.period();
        var place = incident.place();
        var zone = zones.apply(place);
        boolean hours = period.precision() == TimePrecision.HOUR;
        var starts = hours ? period.start() : period.firstDay().atStartOfDay();
        // Period.end is inclusive; the column is the first moment after
        var ends = hours
                ? period.end().plusMinutes(1)
                : period.lastDay().plusDays(1).atStartOfDay();
        rows.add(
                incident.id(),
                place.at().lon(),
                place.at().lat(),
                period.firstDay(),
                period.lastDay(),
                moment(starts, zone),
                moment(ends, zone),
                starts,
                ends,
                period.precision().label(),
                incident.type().label(),
                incident.what().title(),
                place.id(),
                place.level().label(),
                place.parents().country(),
                String.join(NAMES_APART, names(place)),
                incident.standing().confidence(),
                incident.standing().status().label(),
                firstPublished(incident),
                incident.reports(),
                range(incident.toll().deaths()),
                range(incident.toll().injured()),
                range(incident.toll().arrested()),
                words(incident),
                feature,
                incident.what().assertion().label(),
                incident.when().inForceUntil(),
                place.parents().admin1Id(),
                hidden);
    }

    private static java.time.OffsetDateTime moment(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toOffsetDateTime();
    }

    private static Optional<String> range(Optional<Toll.Range> range) {
        return range.map(it -> "[" + it.low() + "," + it.high() + "]");
    }

    private static Set<String> names(Place place) {
        return Stream.of(
                        place.id(),
                        place.names().english(),
                        place.names().local(),
                        place.parents().admin1Id(),
                        place.parents().admin1())
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<LocalDate> firstPublished(Incident incident) {
        return incident.sources().stream()
                .flatMap(source -> source.report().published().stream())
                .min(LocalDate::compareTo);
    }

    private static String words(Incident incident) {
        var place = incident.place();
        var told = incident.sources().stream()
                .flatMap(source ->
                        Stream.of(source.quote().text(), source.attribution().orElse("")));
        var rest = Stream.of(
                incident.what().title(),
                incident.type().label(),
                place.names().english(),
                place.names().local(),
                place.parents().admin1(),
                String.join(" ", incident.what().actors()));
        return Stream.concat(rest, told)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
