package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.oqiga.incident.IncidentCsv;
import org.oqiga.incident.IncidentJson;

/** The forms in which incidents are taken away; each is written while they come out of the store. */
public enum Export {
    GEOJSON("application/geo+json") {
        @Override
        public void write(IncidentRepository incidents, IncidentFilter filter, OptionalInt limit, OutputStream to)
                throws IOException {
            new FeatureCollection(filter, List.of(), limit, List.of()).write(incidents, to);
        }
    },

    /** A feature a line. */
    GEOJSONL("application/geo+json-seq") {
        @Override
        public void write(IncidentRepository incidents, IncidentFilter filter, OptionalInt limit, OutputStream to)
                throws IOException {
            var out = new BufferedOutputStream(to, BUFFER);
            incidents.features(filter, List.of(), limit, feature -> {
                out.write(feature);
                out.write('\n');
            });
            out.flush();
        }
    },

    CSV("text/csv; charset=UTF-8; header=present") {
        @Override
        public void write(IncidentRepository incidents, IncidentFilter filter, OptionalInt limit, OutputStream to)
                throws IOException {
            var out = new BufferedWriter(new OutputStreamWriter(to, UTF_8), BUFFER);
            // the features are written already, their times with them
            var rows = new IncidentCsv(out, new IncidentJson(place -> ZoneOffset.UTC));
            incidents.features(filter, List.of(), limit, rows::write);
            out.flush();
        }
    };

    private static final int BUFFER = 64 * 1024;

    private final String mediaType;

    Export(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The form that a file's ending asks for, without its dot. */
    public static Optional<Export> of(String ending) {
        return Arrays.stream(values())
                .filter(export -> export.ending().equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The endings there are, for a message. */
    public static String endings() {
        return Arrays.stream(values()).map(Export::ending).collect(Collectors.joining(", "));
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Writes every incident of the filter; {@code to} is the caller's to close. */
    public abstract void write(IncidentRepository incidents, IncidentFilter filter, OptionalInt limit, OutputStream to)
            throws IOException;
}
