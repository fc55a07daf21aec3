package org.oqiga.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes incidents as rows of comma-separated values (RFC 4180): the properties of their GeoJSON, where they are, and of
 * their sources the reports, who says so and the first quote.
 */
public final class IncidentCsv {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The attributes of an incident that are one value each, in the order of the contract. */
    public static final List<String> PROPERTIES = List.of(
            "title",
            "type",
            "start",
            "end",
            "time_precision",
            "in_force_until",
            "place",
            "place_local",
            "place_id",
            "place_level",
            "admin1",
            "country",
            "uncertainty_km",
            "actors",
            "assertion",
            "deaths",
            "deaths_low",
            "deaths_high",
            "injured",
            "injured_low",
            "injured_high",
            "arrested",
            "arrested_low",
            "arrested_high",
            "confidence",
            "status",
            "reports",
            "first_published",
            "acled_event_type",
            "acled_sub_event_type",
            "plover");

    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final IncidentJson features;

    /** Begins with the header row; {@code out} is the caller's to flush and close. */
    public IncidentCsv(Writer out, IncidentJson features) throws IOException {
        this.out = out;
        this.features = features;
        out.write("id,lon,lat," + String.join(",", PROPERTIES) + ",source_reports,source_urls,attributions,quote"
                + LINE_END);
    }

    public void write(Incident incident) throws IOException {
        var buffer = new TokenBuffer(JSON, false);
        features.write(incident, buffer);
        write(JSON.<JsonNode>readTree(buffer.asParser()));
    }

    /** Writes a feature that is written already, as JSON in UTF-8. */
    public void write(byte[] feature) throws IOException {
        write(JSON.readTree(feature));
    }

    private void write(JsonNode feature) throws IOException {
        var facts = feature.path("properties");
        var sources = facts.path("sources");
        var row = new StringJoiner(",", "", LINE_END);
        row.add(cell(feature.path("id").asText()));
        row.add(feature.at("/geometry/coordinates/0").asText());
        row.add(feature.at("/geometry/coordinates/1").asText());
        for (var name : PROPERTIES) {
            row.add(cell(name.equals("actors") ? joined(facts.path(name), "") : plain(facts.path(name))));
        }
        row.add(cell(joined(sources, "/report")));
        row.add(cell(joined(sources, "/url")));
        row.add(cell(joined(sources, "/attribution")));
        row.add(cell(sources.at("/0/quote").asText()));
        out.write(row.toString());
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static String joined(JsonNode values, String pointer) {
        var all = new StringJoiner("; ");
        values.forEach(value -> {
            var text = plain(value.at(pointer));
            if (!text.isEmpty()) {
                all.add(text);
            }
        });
        return all.toString();
    }

    /** A cell; one that a spreadsheet would take for a formula is marked as text. */
    private static String cell(String given) {
        var text = given.isEmpty() || "=+-@\t\r".indexOf(given.charAt(0)) < 0 ? given : "'" + given;
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
