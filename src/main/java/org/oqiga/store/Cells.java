package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oqiga.incident.IncidentRow;

/**
 * Incidents as cells of a table: from the brief, where each attribute stands ready, and of the feature only the sources, since to read all
 * of its JSON takes three times as long.
 */
final class Cells implements ReadAhead.Form<List<IncidentRow>> {

    static final String COLUMNS = "brief, feature";

    // within a text of JSON its quotation marks would have backslashes before them
    private static final byte[] SOURCES = "\"sources\":[".getBytes(US_ASCII);

    private final int[] ends = new int[Brief.PARTS];

    private List<IncidentRow> stroke = new ArrayList<>();

    @Override
    public void add(ResultSet row) throws SQLException {
        try {
            stroke.add(read(row.getBytes(1), row.getBytes(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<IncidentRow> stroke() {
        var done = stroke;
        stroke = new ArrayList<>();
        return done;
    }

    private IncidentRow read(@Nullable byte[] brief, byte[] feature) throws IOException {
        // what was too long for the index has no brief
        int sources = brief == null ? -1 : sources(feature, brief.length);
        if (sources < 0) {
            return IncidentRow.of(feature);
        }
        Brief.cut(brief, ends);
        return IncidentRow.of(brief, ends, feature, sources);
    }

    /** Where the array of sources begins; negative where it does not come last, after all that is in the brief. */
    private static int sources(byte[] feature, int from) {
        for (int at = from; at <= feature.length - SOURCES.length; at++) {
            if (Arrays.equals(feature, at, at + SOURCES.length, SOURCES, 0, SOURCES.length)) {
                return at + SOURCES.length - 1;
            }
        }
        return -1;
    }
}
