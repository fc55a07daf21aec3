package org.oqiga.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;

/** The one filter language of all answers about incidents. */
public final class FilterQuery {

    /** The parameters it understands. */
    public static final List<String> PARAMETERS =
            List.of("bbox", "datetime", "type", "status", "country", "place", "q", "min_confidence", "as_of", "report");

    private static final String BBOX =
            "four numbers, west,south,east,north in degrees, south no greater than north (or six, with heights)";
    private static final String DATETIME =
            "a day or a moment with its offset such as 2022-01-05 or 2022-01-05T16:44:00Z,"
                    + " or two of them with / between, .. for an open end, the earlier first";

    private final Query query;

    private FilterQuery(Query query) {
        this.query = query;
    }

    /** The filter that a request asks for. */
    public static IncidentFilter parse(Query query) {
        return new FilterQuery(query).filter();
    }

    /** The parameters of an answer that has {@code more} of its own. */
    public static List<String> parametersAnd(String... more) {
        var all = new ArrayList<>(PARAMETERS);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private IncidentFilter filter() {
        return new IncidentFilter(
                new IncidentFilter.Where(bbox(), countries(), query.text("place")),
                new IncidentFilter.When(window(), query.day("as_of")),
                new IncidentFilter.What(
                        types(),
                        statuses(),
                        query.text("q"),
                        query.decimal("min_confidence", 0, 1),
                        query.text("report")));
    }

    private Optional<Bbox> bbox() {
        if (query.given("bbox").isEmpty()) {
            return Optional.empty();
        }
        var numbers = query.list("bbox").stream()
                .flatMap(part -> Query.number(part).stream())
                .toList();
        int size = numbers.size();
        if (size != query.list("bbox").size() || (size != 4 && size != 6)) {
            throw query.wrong("bbox", BBOX);
        }
        int half = size / 2;
        try {
            return Optional.of(new Bbox(numbers.get(0), numbers.get(1), numbers.get(half), numbers.get(half + 1)));
        } catch (IllegalArgumentException e) {
            throw query.wrong("bbox", BBOX);
        }
    }

    private Set<String> countries() {
        Set<String> countries = new HashSet<>();
        for (var code : query.list("country")) {
            if (!code.matches("[A-Za-z]{2}")) {
                throw query.wrong("country", "codes of two letters such as KZ, with commas between");
            }
            countries.add(code.toUpperCase(Locale.ROOT));
        }
        return countries;
    }

    private Set<IncidentType> types() {
        var types = EnumSet.noneOf(IncidentType.class);
        for (var label : query.list("type")) {
            types.add(IncidentType.of(label).orElseThrow(() -> query.wrong("type", oneOf(IncidentType.values()))));
        }
        return types;
    }

    private Set<Status> statuses() {
        if (query.given("status").isEmpty()) {
            return IncidentFilter.What.ANYTHING.statuses();
        }
        var statuses = EnumSet.noneOf(Status.class);
        for (var label : query.list("status")) {
            statuses.add(Arrays.stream(Status.values())
                    .filter(status -> status.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> query.wrong("status", oneOf(Status.values()))));
        }
        return statuses;
    }

    private Optional<TimeWindow> window() {
        return query.given("datetime").map(given -> {
            var ends = given.split("/", -1);
            if (ends.length > 2 || (ends.length == 1 && open(ends[0]))) {
                throw query.wrong("datetime", DATETIME);
            }
            return window(ends[0], ends[ends.length - 1]);
        });
    }

    private TimeWindow window(String from, String to) {
        var firstDay = open(from) ? Optional.<LocalDate>empty() : Query.dayOf(from);
        var lastDay = open(to) ? Optional.<LocalDate>empty() : Query.dayOf(to);
        boolean days = (open(from) || firstDay.isPresent()) && (open(to) || lastDay.isPresent());
        if (days) {
            inOrder(firstDay, lastDay);
            return new TimeWindow.Days(firstDay, lastDay);
        }
        var first = firstDay.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .or(() -> moment(from));
        var last = lastDay.map(day ->
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1))
                .or(() -> moment(to));
        inOrder(first, last);
        return new TimeWindow.Moments(first, last);
    }

    private Optional<Instant> moment(String text) {
        if (open(text)) {
            return Optional.empty();
        }
        try {
            // a + that was not written as %2B arrives as a space
            var moment = OffsetDateTime.parse(text.replace(' ', '+'));
            if (moment.getYear() < 0 || moment.getYear() > 9999) {
                throw query.wrong("datetime", DATETIME);
            }
            return Optional.of(moment.toInstant());
        } catch (DateTimeParseException e) {
            throw query.wrong("datetime", DATETIME);
        }
    }

    private <T extends Comparable<? super T>> void inOrder(Optional<T> first, Optional<T> last) {
        if (first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) > 0) {
            throw query.wrong("datetime", DATETIME);
        }
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static String oneOf(Enum<?>[] values) {
        return "one of "
                + Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ", or several with commas between";
    }
}
