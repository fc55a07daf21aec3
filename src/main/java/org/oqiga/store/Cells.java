package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.IncidentRow;

/**
 * Incidents as cells of a table: from the brief, where each attribute stands ready, and of the feature only the sources, since to read all
 * of its JSON takes three times as long. Whoever takes a stroke of rows takes them apart, while the next is read.
 */
final class Cells implements ReadAhead.Form<List<Cells.Row>> {

    static final String COLUMNS = "brief, feature";

    // within a text of JSON its quotation marks would have backslashes before them
    private static final byte[] SOURCES = "\"sources\":[".getBytes(US_ASCII);

    // a feature has the names of the attributes, with two quotation marks, a colon and a comma each, before it comes to
    // the sources
    private static final int NAMES =
            IncidentRow.PROPERTIES.stream().mapToInt(name -> name.length() + 4).sum();

    private List<Row> stroke = new ArrayList<>();

    /** As the store has it; what was too long for the index has no brief. */
    record Row(byte @Nullable [] brief, byte[] feature) {

        IncidentRow cells() throws IOException {
            int sources = brief == null ? -1 : sources(feature, brief.length - Brief.PARTS + NAMES);
            if (brief == null || sources < 0) {
                return IncidentRow.of(feature);
            }
            var ends = new int[Brief.PARTS];
            Brief.cut(brief, ends);
            return IncidentRow.of(brief, ends, feature, sources);
        }

        /** Where the array of sources begins; negative where it does not come last, after all else. */
        private static int sources(byte[] feature, int from) {
            for (int at = from; at <= feature.length - SOURCES.length; at++) {
                if (Arrays.equals(feature, at, at + SOURCES.length, SOURCES, 0, SOURCES.length)) {
                    return at + SOURCES.length - 1;
                }
            }
            return -1;
        }
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        stroke.add(new Row(row.getBytes(1), row.getBytes(2)));
    }

    @Override
    public List<Row> stroke() {
        var done = stroke;
        stroke = new ArrayList<>();
        return done;
    }
}
