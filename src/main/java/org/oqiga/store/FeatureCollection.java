package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.oqiga.incident.Provenance;

/** Writes incidents as one GeoJSON feature collection while they come out of the store; how many they were stands last. */
public record FeatureCollection(
        IncidentFilter filter,
        List<String> properties,
        OptionalInt limit,
        List<Link> links,
        Optional<Provenance> provenance) {

    private static final byte[] BEGINNING = "{\"type\":\"FeatureCollection\",\"features\":[\n".getBytes(UTF_8);

    /** Another address with something to do with this one. */
    public record Link(String rel, String type, String href) {

        String json() {
            return "{\"rel\":\"" + rel + "\",\"type\":\"" + type + "\",\"href\":\"" + href + "\"}";
        }
    }

    /** Writes all of it; {@code to} is the caller's to close. */
    public void write(IncidentRepository incidents, OutputStream to) throws IOException {
        to.write(BEGINNING);
        var count = incidents.features(filter, properties, limit, to::write);
        to.write(end(count).getBytes(UTF_8));
    }

    private String end(IncidentRepository.Count count) {
        var from = provenance
                .map(it -> ",\"licence\":" + quoted(Provenance.LICENCE) + ",\"query\":" + quoted(it.query()))
                .orElse("");
        return "\n],\"numberMatched\":" + count.matched() + ",\"numberReturned\":" + count.returned() + ",\"reports\":"
                + count.reports() + from + ",\"links\":["
                + String.join(",", links.stream().map(Link::json).toList()) + "]}\n";
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
