package org.oqiga.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.Spot;

/** Reads corrections from their written form: an object with the fields that people have set, named as in the contract. */
public final class CorrectionJson {

    /** Every field that can be corrected. */
    public static final List<String> FIELDS = List.of(
            "title",
            "type",
            "start",
            "end",
            "time_precision",
            "in_force_until",
            "place_id",
            "coordinates",
            "uncertainty_km",
            "actors",
            "assertion",
            "deaths",
            "injured",
            "arrested",
            "status",
            "hidden",
            "public_km");

    /** What a field is given that is to have no value, although the extraction has one. */
    public static final String NONE = "none";

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ACTOR = 100;
    private static final int MOST_ACTORS = 30;
    private static final int MOST_PEOPLE = 100_000_000;
    private static final double MOST_KM = 5_000;
    private static final Pattern TEXT = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Function<String, Optional<Place>> places;

    /** {@code places} knows a place by its id. */
    public CorrectionJson(Function<String, Optional<Place>> places) {
        this.places = places;
    }

    /**
     * The correction of these fields.
     *
     * @throws WrongFieldException where a field has a value that it does not take
     */
    public Correction read(JsonNode fields) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new WrongFieldException(shown(name), "left out: what can be corrected is " + FIELDS);
            }
        });
        return new Correction(
                new Correction.What(
                        one(IncidentType.class, fields, "type"),
                        text(fields, "title", LONGEST_TITLE),
                        actors(fields.path("actors")),
                        one(Assertion.class, fields, "assertion")),
                new Correction.When(
                        moment(fields, "start"),
                        moment(fields, "end"),
                        one(TimePrecision.class, fields, "time_precision"),
                        until(fields.path("in_force_until"))),
                new Correction.Where(place(fields), spot(fields.path("coordinates")), km(fields, "uncertainty_km")),
                new Correction.Tolls(range(fields, "deaths"), range(fields, "injured"), range(fields, "arrested")),
                one(Status.class, fields, "status"),
                new Correction.Shown(hidden(fields.path("hidden")), km(fields, "public_km")));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, JsonNode fields, String name) {
        var value = fields.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        var all = type.getEnumConstants();
        for (var each : all) {
            if (label(each).equals(value.textValue())) {
                return Optional.of(each);
            }
        }
        throw new WrongFieldException(
                name, "one of " + Arrays.stream(all).map(CorrectionJson::label).collect(Collectors.joining(", ")));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(JsonNode fields, String name, int longest) {
        var value = fields.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual()
                || value.textValue().length() > longest
                || !TEXT.matcher(value.textValue()).matches()) {
            throw new WrongFieldException(name, "a text of 1 to " + longest + " signs in one line");
        }
        return Optional.of(value.textValue().strip());
    }

    private static Optional<List<String>> actors(JsonNode value) {
        if (absent(value)) {
            return Optional.empty();
        }
        var actors = new ArrayList<String>();
        for (var actor : value) {
            var name = actor.textValue();
            if (name == null
                    || name.length() > LONGEST_ACTOR
                    || !TEXT.matcher(name).matches()) {
                throw wrongActors();
            }
            actors.add(name.strip());
        }
        if (!value.isArray() || actors.size() > MOST_ACTORS) {
            throw wrongActors();
        }
        return Optional.of(actors);
    }

    private static WrongFieldException wrongActors() {
        return new WrongFieldException(
                "actors", "a list of up to " + MOST_ACTORS + " texts of 1 to " + LONGEST_ACTOR + " signs");
    }

    private static Optional<LocalDateTime> moment(JsonNode fields, String name) {
        var value = fields.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        var written = value.isTextual() ? value.textValue() : "";
        try {
            return Optional.of(
                    DAY.matcher(written).matches()
                            ? LocalDate.parse(written).atStartOfDay()
                            : written.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                                    ? OffsetDateTime.parse(written).toLocalDateTime()
                                    : LocalDateTime.parse(written));
        } catch (DateTimeException e) {
            throw new WrongFieldException(
                    name,
                    "a day such as 2022-01-05, or a moment such as 2022-01-05T16:44:00+06:00 or without the offset");
        }
    }

    private static Optional<Correction.Instead<LocalDate>> until(JsonNode value) {
        if (absent(value)) {
            return Optional.empty();
        }
        if (NONE.equals(value.textValue())) {
            return Optional.of(new Correction.Instead<>(Optional.empty()));
        }
        try {
            return Optional.of(new Correction.Instead<>(Optional.of(LocalDate.parse(value.asText()))));
        } catch (DateTimeException e) {
            throw new WrongFieldException("in_force_until", "a day such as 2022-01-19, or \"" + NONE + "\"");
        }
    }

    private Optional<Place> place(JsonNode fields) {
        var value = fields.path("place_id");
        if (absent(value)) {
            return Optional.empty();
        }
        var place = value.isTextual() && value.textValue().indexOf(0) < 0
                ? places.apply(value.textValue())
                : Optional.<Place>empty();
        return Optional.of(place.orElseThrow(() ->
                new WrongFieldException("place_id", "the id of a place of the gazetteer, as /api/places gives it")));
    }

    private static Optional<Spot> spot(JsonNode value) {
        if (absent(value)) {
            return Optional.empty();
        }
        var lon = value.path(0);
        var lat = value.path(1);
        try {
            if (value.size() == 2 && lon.isNumber() && lat.isNumber()) {
                return Optional.of(new Spot(lon.doubleValue(), lat.doubleValue()));
            }
        } catch (IllegalArgumentException e) {
            throw wrongSpot();
        }
        throw wrongSpot();
    }

    private static WrongFieldException wrongSpot() {
        return new WrongFieldException("coordinates", "[lon, lat] in degrees, such as [76.92, 43.25]");
    }

    private static OptionalDouble km(JsonNode fields, String name) {
        var value = fields.path(name);
        if (absent(value)) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= MOST_KM)) {
            throw new WrongFieldException(name, "a number of km above 0, at most " + (int) MOST_KM);
        }
        return OptionalDouble.of(value.doubleValue());
    }

    private static Optional<Correction.Instead<Toll.Range>> range(JsonNode fields, String name) {
        var value = fields.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (NONE.equals(value.textValue())) {
            return Optional.of(new Correction.Instead<>(Optional.empty()));
        }
        var best = value.path("best");
        var low = value.path("low").isMissingNode() ? best : value.path("low");
        var high = value.path("high").isMissingNode() ? best : value.path("high");
        boolean counts = isCount(low) && isCount(best) && isCount(high);
        if (!counts || low.intValue() > best.intValue() || best.intValue() > high.intValue()) {
            throw new WrongFieldException(
                    name,
                    "{\"low\", \"best\", \"high\"} with whole numbers, 0 <= low <= best <= high, or \"" + NONE + "\"");
        }
        return Optional.of(new Correction.Instead<>(
                Optional.of(new Toll.Range(low.intValue(), best.intValue(), high.intValue()))));
    }

    private static boolean isCount(JsonNode value) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= 0
                && value.intValue() <= MOST_PEOPLE;
    }

    private static boolean hidden(JsonNode value) {
        if (!absent(value) && !value.isBoolean()) {
            throw new WrongFieldException("hidden", "true or false");
        }
        return value.asBoolean();
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
