package org.oqiga.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;

/** Reads incidents back from the GeoJSON that {@link IncidentJson} writes. */
public final class IncidentReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, Optional<Place>> places;

    /** {@code places} knows a place by its id; one it does not know is made of what the feature says of it. */
    public IncidentReader(Function<String, Optional<Place>> places) {
        this.places = places;
    }

    /** The incident of one feature. */
    public Incident read(String feature) {
        try {
            return read(JSON.readTree(feature));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a GeoJSON feature: " + e.getOriginalMessage(), e);
        }
    }

    /** The incident of one feature. */
    public Incident read(JsonNode feature) {
        var facts = feature.path("properties");
        var sources = new ArrayList<Source>();
        facts.path("sources").forEach(source -> sources.add(source(source)));
        return new Incident(
                string(feature, "id"),
                what(facts),
                when(facts),
                places.apply(string(facts, "place_id")).orElseGet(() -> place(feature, facts)),
                new Toll(range(facts, "deaths"), range(facts, "injured"), range(facts, "arrested")),
                new Incident.Standing(facts.path("confidence").doubleValue(), one(Status.class, facts, "status")),
                sources);
    }

    private static Incident.What what(JsonNode facts) {
        List<String> actors = new ArrayList<>();
        facts.path("actors").forEach(actor -> actors.add(actor.textValue()));
        return new Incident.What(
                one(IncidentType.class, facts, "type"),
                string(facts, "title"),
                actors,
                one(Assertion.class, facts, "assertion"));
    }

    private static Incident.When when(JsonNode facts) {
        return new Incident.When(
                new Period(
                        moment(string(facts, "start")),
                        moment(string(facts, "end")),
                        one(TimePrecision.class, facts, "time_precision")),
                text(facts, "in_force_until").map(LocalDate::parse));
    }

    private static LocalDateTime moment(String written) {
        return written.indexOf('T') < 0
                ? LocalDate.parse(written).atStartOfDay()
                : OffsetDateTime.parse(written).toLocalDateTime();
    }

    private static Place place(JsonNode feature, JsonNode facts) {
        var at = feature.path("geometry").path("coordinates");
        return new Place(
                string(facts, "place_id"),
                new Names(string(facts, "place"), text(facts, "place_local").orElse("")),
                one(PlaceLevel.class, facts, "place_level"),
                new Spot(at.path(0).doubleValue(), at.path(1).doubleValue()),
                new Parents(
                        text(facts, "country").orElse(""),
                        "",
                        text(facts, "admin1").orElse("")),
                0,
                facts.path("uncertainty_km").doubleValue());
    }

    private static Source source(JsonNode source) {
        return new Source(
                new Source.ReportRef(
                        string(source, "report"),
                        text(source, "title"),
                        text(source, "url"),
                        text(source, "published").map(LocalDate::parse),
                        text(source, "same_text_as")),
                new Source.Quote(
                        string(source, "quote"),
                        source.path("start").intValue(),
                        source.path("end").intValue()),
                text(source, "attribution"),
                one(Assertion.class, source, "assertion"),
                new Figures(number(source, "deaths"), number(source, "injured"), number(source, "arrested")),
                text(source, "victims"));
    }

    private static Optional<Toll.Range> range(JsonNode facts, String name) {
        var best = facts.path(name);
        return best.isNumber()
                ? Optional.of(new Toll.Range(
                        facts.path(name + "_low").asInt(best.intValue()),
                        best.intValue(),
                        facts.path(name + "_high").asInt(best.intValue())))
                : Optional.empty();
    }

    private static OptionalInt number(JsonNode node, String name) {
        var number = node.path(name);
        return number.isNumber() ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }

    private static String string(JsonNode node, String name) {
        return text(node, name)
                .orElseThrow(() -> new IllegalArgumentException("a feature needs \"" + name + "\" as a string"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, JsonNode node, String name) {
        return Enum.valueOf(type, string(node, name).toUpperCase(Locale.ROOT));
    }
}
