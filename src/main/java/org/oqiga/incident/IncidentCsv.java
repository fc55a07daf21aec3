package org.oqiga.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes incidents as rows of comma-separated values (RFC 4180): the properties of their GeoJSON, where they are, and of
 * their sources the reports, who says so and the first quote.
 */
public final class IncidentCsv {

    /** The attributes of an incident that are one value each, in the order of the contract. */
    public static final List<String> PROPERTIES = IncidentRow.PROPERTIES;

    private static final List<String> OF_SOURCES = List.of("report", "url", "attribution");
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final Optional<IncidentJson> features;
    private final String heading;
    private final String ending;
    private final StringBuilder row = new StringBuilder(2048);

    private IncidentCsv(Writer out, Optional<IncidentJson> features, String heading, String ending) throws IOException {
        this.out = out;
        this.features = features;
        this.heading = heading;
        this.ending = ending;
        out.write("id,lon,lat," + String.join(",", IncidentRow.PROPERTIES)
                + ",source_reports,source_urls,attributions,quote" + heading + LINE_END);
    }

    /** Begins with the header row; {@code out} is the caller's to flush and close. */
    public IncidentCsv(Writer out, IncidentJson features) throws IOException {
        this(out, Optional.of(features), "", "");
    }

    /** The same for a file to keep: each row has its geometry and, since rows are copied, says where it comes from. */
    public static IncidentCsv of(Writer out, Provenance provenance) throws IOException {
        var ending = new StringBuilder();
        cell(Provenance.LICENCE, ending.append(','));
        cell(provenance.query(), ending.append(','));
        return new IncidentCsv(out, Optional.empty(), ",wkt,licence,query", ending.toString());
    }

    public void write(Incident incident) throws IOException {
        write(features.orElseThrow().toJson(incident).getBytes(UTF_8));
    }

    /** Writes a feature that is written already, as JSON in UTF-8. */
    public void write(byte[] feature) throws IOException {
        var incident = IncidentRow.of(feature);
        row.setLength(0);
        cell(incident.id(), row);
        row.append(',').append(incident.lon()).append(',').append(incident.lat());
        for (var name : IncidentRow.PROPERTIES) {
            cell(incident.fact(name).orElse(""), row.append(','));
        }
        for (var name : OF_SOURCES) {
            cell(String.join("; ", incident.ofSources(name)), row.append(','));
        }
        cell(incident.ofSources("quote").stream().findFirst().orElse(""), row.append(','));
        if (!heading.isEmpty()) {
            row.append(",POINT (").append(incident.lon()).append(' ').append(incident.lat());
            row.append(')').append(ending);
        }
        out.append(row.append(LINE_END));
    }

    /** A cell; one that a spreadsheet would take for a formula is marked as text. */
    private static void cell(String text, StringBuilder row) {
        if (text.isEmpty()) {
            return;
        }
        var marked = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        if (marked.indexOf(',') < 0
                && marked.indexOf('"') < 0
                && marked.indexOf('\n') < 0
                && marked.indexOf('\r') < 0) {
            row.append(marked);
        } else {
            row.append('"').append(marked.replace("\"", "\"\"")).append('"');
        }
    }
}
