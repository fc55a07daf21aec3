package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.oqiga.incident.IncidentRow;

/**
 * Incidents as cells of a table: from the brief, where each attribute stands ready, and of the feature only the sources, since to read all
 * of its JSON takes three times as long.
 */
final class Cells implements ReadAhead.Row<IncidentRow> {

    static final String COLUMNS = "brief, feature";

    // within a text of JSON its quotation marks would have backslashes before them
    private static final byte[] SOURCES = "\"sources\":[".getBytes(US_ASCII);

    private final int[] ends = new int[Brief.PARTS];

    @Override
    public IncidentRow read(ResultSet row) throws SQLException {
        var brief = row.getBytes(1);
        var feature = row.getBytes(2);
        try {
            // what was too long for the index has no brief
            int sources = brief == null ? -1 : sources(feature, brief.length);
            if (sources < 0) {
                return IncidentRow.of(feature);
            }
            Brief.cut(brief, ends);
            return IncidentRow.of(brief, ends, feature, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the array of sources begins; negative where it does not come last, after all that is in the brief. */
    private static int sources(byte[] feature, int from) {
        for (int at = from; at <= feature.length - SOURCES.length; at++) {
            if (feature[at] == SOURCES[0] && isAt(feature, at)) {
                return at + SOURCES.length - 1;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] feature, int at) {
        for (int i = 1; i < SOURCES.length; i++) {
            if (feature[at + i] != SOURCES[i]) {
                return false;
            }
        }
        return true;
    }
}
