package org.oqiga.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.oqiga.dating.Dated;
import org.oqiga.extract.Extraction;
import org.oqiga.extract.Skip;
import org.oqiga.gazetteer.Place;
import org.oqiga.geoparse.Resolution;

/** What was marked in a report's text, as the JSON that the API shows: names with their places, dates, and skips. */
final class Marks {

    private static final JsonFactory JSON = new JsonFactory();

    private Marks() {}

    static String of(Extraction extraction) {
        var out = new StringWriter(4096);
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("toponyms");
            for (var resolution : extraction.toponyms()) {
                write(resolution, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("dates");
            for (var dated : extraction.dates()) {
                write(dated, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("skips");
            for (var skip : extraction.skips()) {
                write(skip, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(Resolution resolution, JsonGenerator json) throws IOException {
        var toponym = resolution.toponym();
        json.writeStartObject();
        json.writeNumberField("start", toponym.start());
        json.writeNumberField("end", toponym.end());
        json.writeStringField("text", toponym.text());
        json.writeStringField("role", toponym.role().name().toLowerCase(Locale.ROOT));
        if (resolution instanceof Resolution.Settled settled) {
            var place = settled.where();
            json.writeStringField("place_id", place.id());
            json.writeStringField("place", place.name());
            json.writeNumberField("lat", place.at().lat());
            json.writeNumberField("lon", place.at().lon());
            json.writeStringField("level", place.level().label());
            json.writeNumberField("confidence", Math.rint(settled.confidence() * 1000) / 1000);
            json.writeStringField("reason", settled.reason());
            json.writeArrayFieldStart("rejected");
            for (var rejected : settled.rejected()) {
                write(rejected.place(), rejected.reason(), json);
            }
            json.writeEndArray();
        } else {
            for (var name : new String[] {"place_id", "place", "lat", "lon", "level", "confidence"}) {
                json.writeNullField(name);
            }
            json.writeStringField("reason", "no place of the gazetteer bears this name");
            json.writeArrayFieldStart("rejected");
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Place rejected, String why, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("place_id", rejected.id());
        json.writeStringField("name", rejected.name());
        json.writeStringField("country", rejected.parents().country());
        json.writeStringField("level", rejected.level().label());
        json.writeStringField("why", why);
        json.writeEndObject();
    }

    private static void write(Dated dated, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", dated.start());
        json.writeNumberField("end", dated.end());
        json.writeStringField("text", dated.text());
        json.writeStringField("from", dated.period().firstDay().toString());
        json.writeStringField("to", dated.period().lastDay().toString());
        json.writeStringField("precision", dated.period().precision().label());
        json.writeStringField("bearing", dated.bearing().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void write(Skip skip, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", skip.reason().words());
        json.writeStringField("detail", skip.detail());
        json.writeNumberField("start", skip.start());
        json.writeNumberField("end", skip.end());
        json.writeEndObject();
    }
}
