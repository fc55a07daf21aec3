package org.oqiga.cli.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oqiga.gazetteer.Spot;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;

/**
 * An incident as a careful reader takes it from a report.
 *
 * @param types every type a fair reader would accept, the best first
 * @param first the first day on which the report lets it lie; {@code last} is in it
 * @param figures the numbers that are right, where the report gives any
 * @param optional whether careful readers differ about it
 */
public record GoldIncident(
        List<IncidentType> types,
        Where where,
        LocalDate first,
        LocalDate last,
        String quote,
        Map<Figure, Set<Integer>> figures,
        boolean optional) {

    /** The place that the report gives. */
    public record Where(String place, Spot at, Breadth breadth) {}

    public GoldIncident {
        types = List.copyOf(types);
        figures = Map.copyOf(figures);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("an incident needs \"types\"");
        }
    }

    boolean hasTypeOf(Incident incident) {
        return types.contains(incident.type());
    }

    /** Whether it is at the place, of the same breadth and near enough. */
    boolean isWhere(Incident incident) {
        return Breadth.of(incident.place().level()) == where.breadth
                && incident.place().at().kmTo(where.at) <= where.breadth.toleranceKm();
    }

    /** Whether the period meets the window and exceeds it by no more than a day, or half the window where that is more. */
    boolean isWhen(Incident incident) {
        var start = incident.period().firstDay();
        var end = incident.period().lastDay();
        if (start.isAfter(last) || end.isBefore(first)) {
            return false;
        }
        long over =
                Math.max(0, ChronoUnit.DAYS.between(start, first)) + Math.max(0, ChronoUnit.DAYS.between(last, end));
        return over <= Math.max(1, days() / 2.0);
    }

    boolean is(Incident incident) {
        return hasTypeOf(incident) && isWhere(incident) && isWhen(incident);
    }

    /** Whether the window is so short that an incident should lie wholly inside it. */
    public boolean hasExactDate() {
        return days() <= 2;
    }

    /** Whether it lies wholly inside the window. */
    public boolean holds(Incident incident) {
        return !incident.period().firstDay().isBefore(first)
                && !incident.period().lastDay().isAfter(last);
    }

    private long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
