package org.oqiga.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vector tile as a map reads it: the one layer's name, and its points with their attributes. */
record VectorTile(String layer, int version, int extent, List<Mark> marks) {

    record Mark(int x, int y, Map<String, Object> attributes) {}

    static VectorTile of(byte[] bytes) {
        var layer = new Fields(bytes).all().get(0);
        var name = "";
        int version = 0;
        int extent = 0;
        var keys = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var features = new ArrayList<byte[]>();
        for (var field : new Fields(layer.bytes()).all()) {
            switch (field.number()) {
                case 1 -> name = new String(field.bytes(), UTF_8);
                case 2 -> features.add(field.bytes());
                case 3 -> keys.add(new String(field.bytes(), UTF_8));
                case 4 -> values.add(value(field.bytes()));
                case 5 -> extent = (int) field.value();
                case 15 -> version = (int) field.value();
                default -> throw new IllegalStateException("no field of a layer: " + field.number());
            }
        }
        return new VectorTile(
                name,
                version,
                extent,
                features.stream().map(feature -> mark(feature, keys, values)).toList());
    }

    private static Mark mark(byte[] feature, List<String> keys, List<Object> values) {
        var attributes = new LinkedHashMap<String, Object>();
        var at = new int[2];
        for (var field : new Fields(feature).all()) {
            var numbers = new Fields(field.bytes());
            if (field.number() == 2) {
                while (numbers.more()) {
                    attributes.put(keys.get((int) numbers.number()), values.get((int) numbers.number()));
                }
            } else if (field.number() == 4) {
                if (numbers.number() != 9) {
                    throw new IllegalStateException("a point begins with one move");
                }
                at[0] = (int) unzigzag(numbers.number());
                at[1] = (int) unzigzag(numbers.number());
            }
        }
        return new Mark(at[0], at[1], attributes);
    }

    private static Object value(byte[] bytes) {
        var field = new Fields(bytes).all().get(0);
        return field.number() == 1 ? new String(field.bytes(), UTF_8) : (Object) unzigzag(field.value());
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    private record Field(int number, long value, byte[] bytes) {}

    /** Protocol Buffers, as far as tiles use them. */
    private static final class Fields {

        private final byte[] bytes;
        private int at;

        Fields(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                number |= (bytes[at] & 127L) << shift;
                if (bytes[at++] >= 0) {
                    return number;
                }
            }
        }

        List<Field> all() {
            var all = new ArrayList<Field>();
            while (more()) {
                int tag = (int) number();
                long number = number();
                var content = new byte[0];
                if ((tag & 7) == 2) {
                    content = java.util.Arrays.copyOfRange(bytes, at, at + (int) number);
                    at += (int) number;
                }
                all.add(new Field(tag >> 3, number, content));
            }
            return all;
        }
    }
}
