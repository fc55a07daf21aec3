package org.oqiga.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes incidents as rows of comma-separated values (RFC 4180): the properties of their GeoJSON, where they are, and of
 * their sources the reports, who says so and the first quote.
 */
public final class IncidentCsv {

    /** The attributes of an incident that are one value each, in the order of the contract. */
    public static final List<String> PROPERTIES = IncidentRow.PROPERTIES;

    private static final List<Integer> OF_SOURCES = Stream.of("report", "url", "attribution", "quote")
            .map(IncidentRow.SOURCE::indexOf)
            .toList();
    private static final int QUOTE = 3;
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";
    private static final byte[] POINT = ",POINT (".getBytes(UTF_8);

    private final OutputStream out;
    private final Optional<IncidentJson> features;
    private final boolean geometry;
    private final byte[] ending;
    // bytes, since a single Cyrillic letter would make a builder of characters twice as wide, and slow to encode;
    // Jackson's, since
    // the JDK's takes a lock for each of some eighty writes a row
    private final ByteArrayBuilder row = new ByteArrayBuilder(2048);

    private IncidentCsv(OutputStream out, Optional<IncidentJson> features, String heading, String ending)
            throws IOException {
        this.out = out;
        this.features = features;
        this.geometry = !heading.isEmpty();
        this.ending = (ending + LINE_END).getBytes(UTF_8);
        var names = "id,lon,lat," + String.join(",", IncidentRow.PROPERTIES)
                + ",source_reports,source_urls,attributions,quote" + heading + LINE_END;
        out.write(names.getBytes(UTF_8));
    }

    /** Begins with the header row, in UTF-8; {@code out} is the caller's to flush and close. */
    public IncidentCsv(OutputStream out, IncidentJson features) throws IOException {
        this(out, Optional.of(features), "", "");
    }

    /** The same for a file to keep: each row has its geometry and, since rows are copied, says where it comes from. */
    public static IncidentCsv of(OutputStream out, Provenance provenance) throws IOException {
        var ending = ")," + cell(Provenance.LICENCE) + "," + cell(provenance.query());
        return new IncidentCsv(out, Optional.empty(), ",wkt,licence,query", ending);
    }

    public void write(Incident incident) throws IOException {
        write(IncidentRow.of(features.orElseThrow().toJson(incident).getBytes(UTF_8)));
    }

    public void write(IncidentRow incident) throws IOException {
        row.reset();
        var values = incident.values();
        for (int i = 0; i < values.count(); i++) {
            if (i > 0) {
                row.append(',');
            }
            write(values, i);
        }
        var sources = incident.sourceValues();
        for (int i = 0; i < OF_SOURCES.size(); i++) {
            row.append(',');
            if (sources.size() == 1) {
                write(sources.get(0), OF_SOURCES.get(i));
            } else {
                var all = incident.ofSources(IncidentRow.SOURCE.get(OF_SOURCES.get(i)));
                write(cell(i == QUOTE ? all.stream().findFirst().orElse("") : String.join("; ", all)));
            }
        }
        if (geometry) {
            row.write(POINT);
            write(incident.lon());
            row.append(' ');
            write(incident.lat());
        }
        row.write(ending);
        out.write(row.toByteArray());
    }

    /** Most values need no more than to be copied: numbers, and strings in which nothing is escaped. */
    private void write(JsonValues values, int number) {
        var json = values.json();
        int from = values.from(number);
        int to = values.to(number);
        if (from == to) {
            return;
        }
        boolean string = json[from] == '"';
        if (string && isPlain(json, from + 1, to - 1)) {
            row.write(json, from + 1, to - from - 2);
        } else if (string || json[from] == '[') {
            write(cell(Objects.requireNonNull(values.text(number))));
        } else {
            row.write(json, from, to - from);
        }
    }

    private static boolean isPlain(byte[] json, int from, int to) {
        if (from < to && FORMULA.indexOf(json[from]) >= 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (json[i] == '\\' || json[i] == ',') {
                return false;
            }
        }
        return true;
    }

    private void write(String text) {
        row.write(text.getBytes(UTF_8));
    }

    /** What is between two commas; what a spreadsheet would take for a formula is marked as text. */
    private static String cell(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var marked = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = marked.indexOf(',') < 0
                && marked.indexOf('"') < 0
                && marked.indexOf('\n') < 0
                && marked.indexOf('\r') < 0;
        return plain ? marked : '"' + marked.replace("\"", "\"\"") + '"';
    }
}
