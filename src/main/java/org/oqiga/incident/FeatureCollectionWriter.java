package org.oqiga.incident;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Writes incidents one by one as a GeoJSON feature collection, so that no more than one is held. */
public final class FeatureCollectionWriter implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final IncidentJson features;

    /** Opens the collection; {@code out} is UTF-8 and is flushed, not closed, with it. */
    public FeatureCollectionWriter(OutputStream out, IncidentJson features) throws IOException {
        this.out = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.features = features;
        this.out.writeStartObject();
        this.out.writeStringField("type", "FeatureCollection");
        this.out.writeArrayFieldStart("features");
    }

    public void write(Incident incident) throws IOException {
        out.writeRaw('\n');
        features.write(incident, out);
    }

    /** Ends the collection and its last line. */
    @Override
    public void close() throws IOException {
        out.writeRaw('\n');
        out.writeEndArray();
        out.writeEndObject();
        out.writeRaw('\n');
        out.close();
    }
}
