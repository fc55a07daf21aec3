package org.oqiga.gazetteer;

import java.nio.CharBuffer;
import java.util.function.LongConsumer;

/** Walks the names in a place's stretch of words, folding each into one buffer; for one thread. */
final class WordReader {

    /** How well a name fits its place: what it is called, what else it is called, what it was called. */
    enum Rank {
        MAIN(1),
        OTHER(0.3),
        FORMER(0.1);

        final double weight;

        Rank(double weight) {
            this.weight = weight;
        }
    }

    private final byte[] words;
    private char[] raw = new char[256];
    private char[] folded = new char[512];
    private int length;
    private Rank rank = Rank.MAIN;

    WordReader(byte[] words) {
        this.words = words;
    }

    /** Calls {@code seen} with the hash of each name of the stretch at {@code start}; meanwhile the name can be asked for. */
    void eachName(int start, LongConsumer seen) {
        int at = start;
        while (words[at] != '\t') {
            at++;
        }
        int field = 1;
        while (words[at] != '\n') {
            int from = ++at;
            while (words[at] != '\t' && words[at] != '\n' && words[at] != '|') {
                at++;
            }
            rank = field <= 2 ? Rank.MAIN : field == 3 ? Rank.OTHER : Rank.FORMER;
            if (at > from) {
                seen.accept(read(from, at));
            }
            if (words[at] == '\t') {
                field++;
            }
        }
    }

    Rank rank() {
        return rank;
    }

    int length() {
        return length;
    }

    /** The folded name, good up to {@link #length()} and until the next one. */
    char[] folded() {
        return folded;
    }

    private long read(int from, int to) {
        if (raw.length < to - from) {
            raw = new char[to - from];
            folded = new char[2 * raw.length];
        }
        int chars = decode(from, to);
        var name = CharBuffer.wrap(raw, 0, chars);
        length = Folding.fold(name, folded);
        long hash = NameHash.of(folded, length);
        return NameHash.isAbbreviation(name) ? NameHash.abbreviated(hash) : hash;
    }

    /** UTF-8 to UTF-16, by hand because a string a name would be a million strings. */
    private int decode(int from, int to) {
        int chars = 0;
        int at = from;
        while (at < to) {
            int b = words[at++];
            if (b >= 0) {
                raw[chars++] = (char) b;
            } else if (b < -32) {
                raw[chars++] = (char) ((b & 0x1F) << 6 | words[at++] & 0x3F);
            } else if (b < -16) {
                raw[chars++] = (char) ((b & 0x0F) << 12 | (words[at++] & 0x3F) << 6 | words[at++] & 0x3F);
            } else {
                int point =
                        (b & 0x07) << 18 | (words[at++] & 0x3F) << 12 | (words[at++] & 0x3F) << 6 | words[at++] & 0x3F;
                raw[chars++] = Character.highSurrogate(point);
                raw[chars++] = Character.lowSurrogate(point);
            }
        }
        return chars;
    }
}
