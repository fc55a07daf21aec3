package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads {@code gazetteer/places.tsv.gz}, byte by byte: half a million lines through strings would cost the start a second. */
final class WorldFile {

    private static final int WORDS = 4;
    private static final int FIELDS = 11;

    private final byte[] bytes;
    private final int[] ends = new int[FIELDS];
    private final Map<Long, String> repeated = new HashMap<>();

    private WorldFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static void read(InputStream packed, PlaceTable places) {
        try (var stream = new GZIPInputStream(packed, 1 << 16)) {
            new WorldFile(stream.readAllBytes()).addTo(places);
        } catch (IOException e) {
            throw new UncheckedIOException("the gazetteer's world file cannot be read", e);
        }
    }

    private void addTo(PlaceTable places) {
        int start = 0;
        while (start < bytes.length) {
            int at = start;
            for (int field = 0; field < FIELDS; field++) {
                while (bytes[at] != '\t' && bytes[at] != '\n') {
                    at++;
                }
                ends[field] = at++;
            }
            places.add(bytes, start, ends[WORDS - 1], row());
            start = at;
        }
    }

    // id, english, local, others, lon, lat, kind, parent, population, radius, zone
    private PlaceRow row() {
        return new PlaceRow(Kind.parse(text(6)), number(4), number(5), (long) number(8), number(9), text(7), text(10));
    }

    /** Kinds, parents and zones come again and again: each is made a string once. */
    private String text(int field) {
        long sum = 0;
        for (int i = ends[field - 1] + 1; i < ends[field]; i++) {
            sum = sum * NameHash.BASE + bytes[i];
        }
        return repeated.computeIfAbsent(
                sum, key -> new String(bytes, ends[field - 1] + 1, ends[field] - ends[field - 1] - 1, US_ASCII));
    }

    private double number(int field) {
        long digits = 0;
        long scale = 0;
        boolean negative = false;
        for (int i = ends[field - 1] + 1; i < ends[field]; i++) {
            if (bytes[i] == '-') {
                negative = true;
            } else if (bytes[i] == '.') {
                scale = 1;
            } else {
                digits = digits * 10 + bytes[i] - '0';
                scale *= 10;
            }
        }
        double value = scale == 0 ? digits : digits / (double) scale;
        return negative ? -value : value;
    }
}
