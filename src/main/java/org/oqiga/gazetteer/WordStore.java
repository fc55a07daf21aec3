package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The words of all places end to end: for each one line, {@code id TAB english TAB local TAB other|other TAB former|former}. Bytes,
 * because as strings the names of the world would take ten times the room.
 */
final class WordStore {

    private byte[] bytes = new byte[1 << 24];
    private int end;

    /** Keeps a line and returns where it starts. */
    int add(byte[] source, int from, int to) {
        int length = to - from;
        if (end + length + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, Math.max(bytes.length / 2, length + 1)));
        }
        int start = end;
        System.arraycopy(source, from, bytes, end, length);
        end += length;
        bytes[end++] = '\n';
        return start;
    }

    /** Gives back the room that no line came to fill. */
    void close() {
        bytes = Arrays.copyOf(bytes, end);
    }

    byte[] bytes() {
        return bytes;
    }

    String line(int start) {
        int stop = start;
        while (bytes[stop] != '\n') {
            stop++;
        }
        return new String(bytes, start, stop - start, UTF_8);
    }

    /** The hash of the id that the line begins with. */
    long idHash(int start) {
        long sum = 0;
        for (int i = start; bytes[i] != '\t'; i++) {
            sum = sum * NameHash.BASE + bytes[i];
        }
        return NameHash.finish(sum);
    }
}
