package org.oqiga.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Correction;
import org.oqiga.incident.CorrectionJson;
import org.oqiga.incident.Incident;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.WrongFieldException;

/** What somebody wants to be changed in an incident's corrections: a merge patch, in which null gives a field back to the extraction. */
final class Patch {

    private static final List<String> PLACE = List.of("place_id", "coordinates", "uncertainty_km");
    private static final List<String> MOMENTS = List.of("start", "end");

    private final ObjectNode fields;
    private final Gazetteer gazetteer;
    private final CorrectionJson reader;

    /** Throws {@link WrongFieldException} where a field has a value that it does not take. */
    Patch(ObjectNode fields, Gazetteer gazetteer) {
        this.fields = fields;
        this.gazetteer = gazetteer;
        this.reader = new CorrectionJson(gazetteer::place);
        reader.read(fields);
    }

    /** What is corrected in {@code extracted} after it, if so far {@code before} was. */
    ObjectNode on(ObjectNode before, Incident extracted) {
        var after = before.deepCopy();
        fields.fields().forEachRemaining(field -> {
            if (isGiven(field.getKey()) && !isFalse(field.getValue())) {
                after.set(field.getKey(), field.getValue());
            } else {
                after.remove(field.getKey());
            }
        });
        place(after);
        moments(after, extracted);
        check(reader.read(after), after, extracted);
        return after;
    }

    private boolean isGiven(String field) {
        return fields.hasNonNull(field);
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    /** A place, a point in it and how exactly it is known are one thing: whoever sets one of the first two sets all. */
    private void place(ObjectNode after) {
        if (!fields.has("place_id") && !fields.has("coordinates")) {
            return;
        }
        PLACE.stream().filter(field -> !isGiven(field)).forEach(after::remove);
        if (isGiven("coordinates") && !isGiven("place_id")) {
            var where = reader.read(after).where();
            double km = where.uncertaintyKm().orElse(1);
            var around = gazetteer.around(where.at().orElseThrow(), km).map(Place::id);
            after.put(
                    "place_id",
                    around.orElseThrow(() -> new WrongFieldException(
                            "coordinates", "in or near some country; or give the place_id that they are called by")));
        }
    }

    /** Moments go by the clock of the place; whether there are hours says how exactly the time is known. */
    private void moments(ObjectNode after, Incident extracted) {
        var correction = reader.read(after);
        var zone = gazetteer.zone(correction.where().place().orElse(extracted.place()));
        boolean hours = false;
        for (var name : MOMENTS) {
            if (isGiven(name)) {
                var written = fields.path(name).textValue();
                if (written.indexOf('T') > 0) {
                    hours = true;
                    boolean offset = written.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
                    var local = offset
                            ? OffsetDateTime.parse(written)
                                    .atZoneSameInstant(zone)
                                    .toLocalDateTime()
                            : LocalDateTime.parse(written);
                    after.put(name, local.withSecond(0).withNano(0).toString());
                }
            }
        }
        boolean given = MOMENTS.stream().anyMatch(this::isGiven);
        boolean back =
                MOMENTS.stream().anyMatch(fields::has) && MOMENTS.stream().noneMatch(after::has);
        if (fields.has("time_precision")) {
            if (given && !hours && "hour".equals(fields.path("time_precision").textValue())) {
                throw new WrongFieldException(
                        isGiven("start") ? "start" : "end",
                        "a moment such as 2022-01-05T16:44:00+06:00 where time_precision is hour");
            }
        } else if (given) {
            var precision =
                    correction.when().precision().orElse(extracted.period().precision());
            if (hours) {
                after.put("time_precision", TimePrecision.HOUR.label());
            } else if (precision == TimePrecision.HOUR) {
                after.put("time_precision", TimePrecision.DAY.label());
            }
        } else if (back) {
            after.remove("time_precision");
        }
    }

    private void check(Correction correction, ObjectNode after, Incident extracted) {
        var when = correction.when();
        if (when.start().isPresent()
                && when.end().isPresent()
                && when.end().get().isBefore(when.start().get())) {
            var wrong = isGiven("end") || !isGiven("start") ? "end" : "start";
            throw new WrongFieldException(
                    wrong,
                    wrong.equals("end")
                            ? "at or after start, which is "
                                    + after.path("start").asText()
                            : "at or before end, which is " + after.path("end").asText());
        }
        var exact = correction.applyTo(extracted);
        exact.when()
                .inForceUntil()
                .filter(last -> last.isBefore(exact.period().firstDay()))
                .filter(last -> isGiven("in_force_until") || isGiven("start"))
                .ifPresent(last -> {
                    throw new WrongFieldException(
                            "in_force_until",
                            "at or after start, which is " + exact.period().firstDay());
                });
    }
}
