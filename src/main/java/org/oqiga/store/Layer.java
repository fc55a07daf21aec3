package org.oqiga.store;

import static org.oqiga.store.cql.Queryable.day;
import static org.oqiga.store.cql.Queryable.geometry;
import static org.oqiga.store.cql.Queryable.number;
import static org.oqiga.store.cql.Queryable.text;
import static org.oqiga.store.cql.Queryable.time;
import static org.oqiga.store.cql.Queryable.whole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.IncidentCsv;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;
import org.oqiga.incident.TimePrecision;
import org.oqiga.store.cql.Queryable;

/** The collections of features that the store serves, and what may be asked of each. */
public enum Layer {
    INCIDENTS(
            "Incidents",
            "What happened, where and when, as one or several reports tell it.",
            "Point",
            List.of(
                    text("type", "type", "What happened", labels(IncidentType.values())),
                    text("title", "title", "In a few words"),
                    time(
                            "start",
                            "lower(days)",
                            "The first day, or the first minute where the hour is known",
                            new Queryable.Time("lower(days)", "lower(days)", "lower(during)", "lower(during)", false)),
                    time(
                            "end",
                            "upper(days) - 1",
                            "The last day, or the last minute where the hour is known",
                            new Queryable.Time(
                                    "(upper(days) - 1)", "(upper(days) - 1)", "upper(during)", "upper(during)", false)),
                    text(
                            "time_precision",
                            "precision",
                            "How exactly the time is known",
                            labels(TimePrecision.values())),
                    day("in_force_until", "in_force_until", "When what was declared ends"),
                    text("place", "place_name", "The place, by its English name"),
                    text("place_local", "place_local", "The place, by its own name"),
                    text("place_id", "place_id", "The place, by its id in the gazetteer"),
                    text("place_level", "level", "What sort of place it is", labels(PlaceLevel.values())),
                    text("admin1", "admin1", "The region it lies in"),
                    text("country", "country", "ISO 3166-1 alpha-2"),
                    number("uncertainty_km", "uncertainty_km", "How far off the point may be"),
                    text("actors", "actors", "Who did it, with commas between"),
                    text("assertion", "assertion", "How the reports put it", labels(Assertion.values())),
                    whole("deaths", "deaths_best", "How many were killed"),
                    whole("deaths_low", "lower(deaths)", "The lowest claim"),
                    whole("deaths_high", "(upper(deaths) - 1)", "The highest claim"),
                    whole("injured", "injured_best", "How many were injured"),
                    whole("injured_low", "lower(injured)", "The lowest claim"),
                    whole("injured_high", "(upper(injured) - 1)", "The highest claim"),
                    whole("arrested", "arrested_best", "How many were arrested"),
                    whole("arrested_low", "lower(arrested)", "The lowest claim"),
                    whole("arrested_high", "(upper(arrested) - 1)", "The highest claim"),
                    number("confidence", "confidence::numeric", "How sure the extraction is, 0 to 1"),
                    text("status", "status", "What people made of it", labels(Status.values())),
                    whole("reports", "reports", "How many reports tell it"),
                    day("first_published", "first_published", "When the first report of it was published"),
                    geometry("geom", "Where it happened, as nearly as the report says"))),
    PLACES(
            "Places",
            "The places that the reports name, whether or not anything happened there.",
            "Point",
            List.of(
                    text("name", "name", "The English name"),
                    text("name_local", "nullif(name_local, '')", "The name in the place's own language"),
                    text("level", "level", "What sort of place it is", labels(PlaceLevel.values())),
                    text("country", "nullif(country, '')", "ISO 3166-1 alpha-2"),
                    text("admin1_id", "nullif(admin1_id, '')", "The region it lies in, by its id"),
                    text("admin1", "nullif(admin1, '')", "The region it lies in"),
                    whole("population", "population", "How many people live there"),
                    number("uncertainty_km", "round(radius_km::numeric, 1)", "How far its edge is from the point"),
                    whole(
                            "mentions",
                            "(SELECT coalesce(sum(m.times), 0) FROM mention m WHERE m.place_id = place.id)",
                            "How often it is named"),
                    whole(
                            "reports",
                            "(SELECT count(*) FROM mention m WHERE m.place_id = place.id)",
                            "How many reports name it"),
                    geometry("geom", "Its middle"))),
    REGIONS(
            "Regions",
            "Countries and their regions as areas, for the countries that the reports are about.",
            "MultiPolygon",
            List.of(
                    text("name", "name", "The English name"),
                    text("name_local", "nullif(name_local, '')", "The name in the region's own language"),
                    text("level", "level", "Region or country", "region", "country"),
                    text("country", "country", "ISO 3166-1 alpha-2"),
                    whole("population", "population", "How many people live there"),
                    number("area_km2", "round(area_km2::numeric, 1)", "How large it is on the ellipsoid"),
                    geometry("geom", "Its area"))),
    REPORTS(
            "Reports",
            "The reports that were read, each at all the places where it tells that something happened.",
            "MultiPoint",
            List.of(
                    text("report", "name", "Its name, by which incidents refer to it"),
                    text("title", "title", "Its headline"),
                    text("url", "url", "Where it was published"),
                    day("published", "published", "When it was published"),
                    text("lang", "lang", "Its language, ISO 639-1"),
                    time(
                            "received",
                            "received",
                            "When it was read",
                            new Queryable.Time(
                                    "(received AT TIME ZONE 'UTC')::date",
                                    "(received AT TIME ZONE 'UTC')::date",
                                    "received",
                                    "received",
                                    false)),
                    whole("version", "version", "How often it has come in with another text"),
                    whole("incidents", "told", "How many incidents it tells"),
                    geometry("geom", "Where its incidents happened")));

    private static final String REPORT =
            """
            (SELECT r.*,
                    -- not where the tellings were: people may want that told less exactly
                    (SELECT ST_Multi(ST_Collect(DISTINCT i.geom)) FROM telling t JOIN incident i ON i.id = t.incident_id
                      WHERE t.report_id = r.id AND %1$s) AS geom,
                    (SELECT count(*) FROM telling t WHERE t.report_id = r.id AND %1$s) AS told
               FROM report r) report
            """;

    private final String title;
    private final String description;
    private final String shape;
    private final List<Queryable> queryables;

    Layer(String title, String description, String shape, List<Queryable> queryables) {
        this.title = title;
        this.description = description;
        this.shape = shape;
        this.queryables = queryables;
    }

    private static String[] labels(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    public static Optional<Layer> of(String id) {
        return Arrays.stream(values()).filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** Its name in an address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** The type of its geometries, in GeoJSON's words. */
    public String shape() {
        return shape;
    }

    /** What a filter may ask of its features. */
    public List<Queryable> queryables() {
        return queryables;
    }

    /** The attributes of its features. */
    public List<String> attributes() {
        return this == INCIDENTS
                ? Stream.concat(IncidentCsv.PROPERTIES.stream(), Stream.of("sources"))
                        .toList()
                : queryables.stream()
                        .filter(each -> each.kind() != Queryable.Kind.GEOMETRY)
                        .map(Queryable::name)
                        .toList();
    }

    /** The table, or what stands for it; no more of it than {@code audience} may see. */
    String from(Audience audience) {
        return switch (this) {
            case INCIDENTS -> audience.incidents();
            case REPORTS -> REPORT.formatted(audience.tellings());
            default -> name().toLowerCase(Locale.ROOT).replaceAll("s$", "");
        };
    }

    /** The day by which {@code datetime} finds a feature other than an incident; absent where there is none. */
    Optional<String> timedBy() {
        return this == REPORTS ? Optional.of("published") : Optional.empty();
    }

    /** What its features are sorted by, the last part the id. */
    List<String> order() {
        return this == INCIDENTS ? List.of("starts", "id") : List.of("id");
    }

    /** The types of what they are sorted by. */
    List<String> orderTypes() {
        return switch (this) {
            case INCIDENTS -> List.of("timestamp", "text");
            case REPORTS -> List.of("bigint");
            default -> List.of("text");
        };
    }
}
