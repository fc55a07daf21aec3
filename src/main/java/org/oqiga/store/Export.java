package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.oqiga.incident.IncidentCsv;
import org.oqiga.incident.IncidentKml;
import org.oqiga.incident.Provenance;

/** The forms in which incidents are taken away; each is written while they come out of the store. */
public enum Export {
    GEOJSON("application/geo+json") {
        @Override
        public void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException {
            new FeatureCollection(
                            wanted.filter(), List.of(), wanted.limit(), List.of(), Optional.of(wanted.provenance()))
                    .write(incidents, to);
        }
    },

    /** A feature a line, each with its licence and the query, since lines are copied from file to file. */
    GEOJSONL("application/geo+json-seq") {
        @Override
        public void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException {
            var ending = ",\"licence\":" + FeatureCollection.quoted(Provenance.LICENCE) + ",\"query\":"
                    + FeatureCollection.quoted(wanted.provenance().query()) + "}\n";
            incidents.lines(wanted.filter(), wanted.limit(), ending.getBytes(UTF_8), to::write);
        }
    },

    CSV("text/csv; charset=UTF-8; header=present") {
        @Override
        public void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException {
            var out = new BufferedOutputStream(to, BUFFER);
            var rows = IncidentCsv.of(out, wanted.provenance());
            incidents.rows(wanted.filter(), wanted.limit(), rows::write);
            out.flush();
        }
    },

    /** SQLite writes here and there in its file, so that it is sent when it is whole. */
    GPKG("application/geopackage+sqlite3") {
        @Override
        public void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException {
            var file = Files.createTempFile("oqiga-", ".gpkg");
            try {
                try (var geoPackage = GeoPackage.in(file, wanted.provenance())) {
                    incidents.rows(wanted.filter(), wanted.limit(), geoPackage::add);
                    geoPackage.finish(incidents.regions());
                }
                Files.copy(file, to);
            } finally {
                Files.delete(file);
            }
        }
    },

    KML("application/vnd.google-earth.kml+xml") {
        @Override
        public void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException {
            var out = new BufferedOutputStream(to, BUFFER);
            var document = new IncidentKml(out, wanted.provenance());
            incidents.rows(wanted.filter(), wanted.limit(), document::write);
            document.end();
            out.flush();
        }
    };

    /** Which incidents a file is to hold, and what it says of that. */
    public record Wanted(IncidentFilter filter, OptionalInt limit, Provenance provenance) {

        /** What a request asks for. */
        public static Wanted by(Query query, Audience audience) {
            return new Wanted(FilterQuery.parse(query, audience), query.limit(), new Provenance(query.toString()));
        }
    }

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

    /** Whether it has areas too, so that the store needs them. */
    public boolean hasRegions() {
        return this == GPKG;
    }

    /** Writes every incident that is wanted; {@code to} is the caller's to close. */
    public abstract void write(IncidentRepository incidents, Wanted wanted, OutputStream to) throws IOException;
}
