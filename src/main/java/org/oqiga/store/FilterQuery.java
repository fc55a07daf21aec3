package org.oqiga.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;
import org.oqiga.store.cql.Clause;
import org.oqiga.store.cql.Cql2;
import org.oqiga.store.cql.Cql2Exception;

/** The one filter language of all answers about incidents. */
public final class FilterQuery {

    /** The parameters it understands. */
    public static final List<String> PARAMETERS = List.of(
            "bbox",
            "datetime",
            "type",
            "status",
            "country",
            "place",
            "q",
            "min_confidence",
            "as_of",
            "report",
            "filter",
            "filter-lang",
            "filter-crs");

    private static final String BBOX =
            "four numbers, west,south,east,north in degrees, south no greater than north (or six, with heights)";

    private final Query query;
    private final Layer layer;
    private final Audience audience;

    private FilterQuery(Query query, Layer layer, Audience audience) {
        this.query = query;
        this.layer = layer;
        this.audience = audience;
    }

    /** The filter that a request for incidents asks for. */
    public static IncidentFilter parse(Query query, Audience audience) {
        return parse(query, Layer.INCIDENTS, audience);
    }

    /** The filter that a request for features of a layer asks for. */
    public static IncidentFilter parse(Query query, Layer layer, Audience audience) {
        return new FilterQuery(query, layer, audience).filter();
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
                new IncidentFilter.When(Datetime.parse(query), query.day("as_of")),
                new IncidentFilter.What(
                        types(),
                        statuses(),
                        query.text("q"),
                        query.decimal("min_confidence", 0, 1),
                        query.text("report")),
                condition(),
                audience);
    }

    private Optional<Clause> condition() {
        var language = query.given("filter-lang");
        if (language.isPresent() && !language.get().equals("cql2-text")) {
            throw query.wrong("filter-lang", "cql2-text");
        }
        var crs = crs("filter-crs");
        return query.given("filter").map(text -> {
            try {
                return Cql2.compile(text, layer.queryables(), shape -> lonLat(crs, shape));
            } catch (Cql2Exception e) {
                throw new InvalidQueryException("filter", "filter is to be CQL2 text: " + e.getMessage());
            }
        });
    }

    private static Geometry lonLat(Crs crs, Geometry shape) {
        try {
            return crs.toLonLat(shape);
        } catch (IllegalArgumentException e) {
            throw new Cql2Exception(e.getMessage());
        }
    }

    /** The system that a parameter names; longitude and latitude where it is not given. */
    private Crs crs(String parameter) {
        return query.given(parameter)
                .map(uri -> Crs.of(uri).orElseThrow(() -> query.wrong(parameter, "one of " + Crs.uris())))
                .orElse(Crs.CRS84);
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
            var from = corner(numbers.get(0), numbers.get(1));
            var to = corner(numbers.get(half), numbers.get(half + 1));
            return Optional.of(new Bbox(from.x, from.y, to.x, to.y));
        } catch (IllegalArgumentException e) {
            throw query.wrong("bbox", BBOX);
        }
    }

    private Coordinate corner(double first, double second) {
        var point = new GeometryFactory().createPoint(new Coordinate(first, second));
        return crs("bbox-crs").toLonLat(point).getCoordinate();
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

    private static String oneOf(Enum<?>[] values) {
        return "one of "
                + Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ", or several with commas between";
    }
}
