package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;

/** Writes incidents as one GeoJSON feature collection while they come out of the store. */
public record FeatureCollection(IncidentFilter filter, List<String> properties, OptionalInt limit, List<Link> links) {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] NEXT = ",\n".getBytes(UTF_8);
    private static final byte[] END = "\n]}\n".getBytes(UTF_8);

    /** Another address with something to do with this one. */
    public record Link(String rel, String type, String href) {

        String json() {
            return "{\"rel\":\"" + rel + "\",\"type\":\"" + type + "\",\"href\":\"" + href + "\"}";
        }
    }

    /** Writes all of it; {@code to} is the caller's to close. */
    public void write(IncidentRepository incidents, OutputStream to) throws IOException {
        var out = new BufferedOutputStream(to, BUFFER);
        incidents.features(filter, properties, limit, new IncidentRepository.Features() {

            private boolean begun;

            @Override
            public void count(IncidentRepository.Count count) throws IOException {
                out.write(head(count).getBytes(UTF_8));
            }

            @Override
            public void take(byte[] feature) throws IOException {
                if (begun) {
                    out.write(NEXT);
                }
                begun = true;
                out.write(feature);
            }
        });
        out.write(END);
        out.flush();
    }

    private String head(IncidentRepository.Count count) {
        long returned = Math.min(count.incidents(), limit.orElse(Integer.MAX_VALUE));
        return "{\"type\":\"FeatureCollection\",\"numberMatched\":" + count.incidents() + ",\"numberReturned\":"
                + returned + ",\"reports\":" + count.reports() + ",\"links\":["
                + String.join(",", links.stream().map(Link::json).toList()) + "],\"features\":[\n";
    }
}
