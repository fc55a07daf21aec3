package org.oqiga.incident;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.oqiga.gazetteer.Place;

/** Writes incidents in their one written form, a GeoJSON feature each; {@link IncidentReader} reads it back. */
public final class IncidentJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Function<Place, ZoneId> zones;

    /** {@code zones} knows whose clock a place goes by, for incidents whose hour is known. */
    public IncidentJson(Function<Place, ZoneId> zones) {
        this.zones = zones;
    }

    /** The feature as a string of its own. */
    public String toJson(Incident incident) {
        var out = new StringWriter(2048);
        try (var json = JSON.createGenerator(out)) {
            write(incident, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes the feature where {@code out} stands. */
    public void write(Incident incident, JsonGenerator out) throws IOException {
        var place = incident.place();
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeStringField("id", incident.id());
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "Point");
        out.writeArrayFieldStart("coordinates");
        out.writeNumber(place.at().lon());
        out.writeNumber(place.at().lat());
        out.writeEndArray();
        out.writeEndObject();
        out.writeObjectFieldStart("properties");
        writeWhat(incident, out);
        writeWhere(place, out);
        writeHow(incident, out);
        writeEquivalents(incident, out);
        writeSources(incident, out);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeWhat(Incident incident, JsonGenerator out) throws IOException {
        var period = incident.period();
        out.writeStringField("title", incident.what().title());
        out.writeStringField("type", incident.type().label());
        out.writeStringField("start", moment(incident, period.start()));
        out.writeStringField("end", moment(incident, period.end()));
        out.writeStringField("time_precision", period.precision().label());
        text(out, "in_force_until", incident.when().inForceUntil().map(LocalDate::toString));
    }

    private String moment(Incident incident, LocalDateTime at) {
        return incident.period().precision() == TimePrecision.HOUR
                ? MOMENT.format(at.atZone(zones.apply(incident.place())))
                : at.toLocalDate().toString();
    }

    private static void writeWhere(Place place, JsonGenerator out) throws IOException {
        out.writeStringField("place", place.name());
        text(out, "place_local", filled(place.names().local()));
        out.writeStringField("place_id", place.id());
        out.writeStringField("place_level", place.level().label());
        text(out, "admin1", filled(place.parents().admin1()));
        text(out, "country", filled(place.parents().country()));
        out.writeFieldName("uncertainty_km");
        writeKm(place.radiusKm(), out);
    }

    private static void writeKm(double km, JsonGenerator out) throws IOException {
        double tenths = Math.rint(km * 10) / 10;
        if (tenths == Math.rint(tenths)) {
            out.writeNumber((long) tenths);
        } else {
            out.writeNumber(tenths);
        }
    }

    private static void writeHow(Incident incident, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("actors");
        for (var actor : incident.what().actors()) {
            out.writeString(actor);
        }
        out.writeEndArray();
        out.writeStringField("assertion", incident.what().assertion().label());
        range(out, "deaths", incident.toll().deaths());
        range(out, "injured", incident.toll().injured());
        range(out, "arrested", incident.toll().arrested());
        out.writeNumberField("confidence", Math.rint(incident.standing().confidence() * 1000) / 1000);
        out.writeStringField("status", incident.standing().status().label());
        var reports = incident.sources().stream().map(Source::report).toList();
        out.writeNumberField("reports", incident.reports());
        text(
                out,
                "first_published",
                reports.stream()
                        .flatMap(report -> report.published().stream())
                        .min(LocalDate::compareTo)
                        .map(LocalDate::toString));
    }

    private static void writeEquivalents(Incident incident, JsonGenerator out) throws IOException {
        text(out, "acled_event_type", incident.type().acledEvent());
        text(out, "acled_sub_event_type", incident.type().acledSubEvent());
        text(out, "plover", incident.type().plover());
    }

    private static void writeSources(Incident incident, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("sources");
        for (var source : incident.sources()) {
            out.writeStartObject();
            out.writeStringField("report", source.report().name());
            text(out, "title", source.report().title());
            text(out, "url", source.report().url());
            text(out, "published", source.report().published().map(LocalDate::toString));
            out.writeStringField("quote", source.quote().text());
            out.writeNumberField("start", source.quote().start());
            out.writeNumberField("end", source.quote().end());
            text(out, "attribution", source.attribution());
            out.writeStringField("assertion", source.assertion().label());
            number(out, "deaths", source.figures().deaths());
            number(out, "injured", source.figures().injured());
            number(out, "arrested", source.figures().arrested());
            text(out, "victims", source.victims());
            if (source.report().sameTextAs().isPresent()) {
                text(out, "same_text_as", source.report().sameTextAs());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void range(JsonGenerator out, String name, Optional<Toll.Range> range) throws IOException {
        number(out, name, range.map(it -> OptionalInt.of(it.best())).orElse(OptionalInt.empty()));
        number(out, name + "_low", range.map(it -> OptionalInt.of(it.low())).orElse(OptionalInt.empty()));
        number(out, name + "_high", range.map(it -> OptionalInt.of(it.high())).orElse(OptionalInt.empty()));
    }

    private static void number(JsonGenerator out, String name, OptionalInt number) throws IOException {
        out.writeFieldName(name);
        if (number.isPresent()) {
            out.writeNumber(number.getAsInt());
        } else {
            out.writeNull();
        }
    }

    private static void text(JsonGenerator out, String name, Optional<String> text) throws IOException {
        out.writeFieldName(name);
        if (text.isPresent()) {
            out.writeString(text.get());
        } else {
            out.writeNull();
        }
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
