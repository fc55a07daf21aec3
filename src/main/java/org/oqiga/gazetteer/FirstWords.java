package org.oqiga.gazetteer;

/** The first words of all names as a Bloom filter: one megabyte, which stays in the processor's cache while a text is read. */
final class FirstWords {

    private static final int BITS = 1 << 23;

    private final long[] bits = new long[BITS / 64];

    void add(char[] folded, int length) {
        long hash = NameHash.of(folded, firstWord(folded, length));
        for (int i = 0; i < 3; i++, hash = Long.rotateRight(hash, 21)) {
            int bit = (int) hash & BITS - 1;
            bits[bit >> 6] |= 1L << bit;
        }
    }

    boolean mayHold(char[] folded, int length) {
        long hash = NameHash.of(folded, firstWord(folded, length));
        for (int i = 0; i < 3; i++, hash = Long.rotateRight(hash, 21)) {
            int bit = (int) hash & BITS - 1;
            if ((bits[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstWord(char[] folded, int length) {
        int end = 0;
        while (end < length && folded[end] != ' ') {
            end++;
        }
        return end;
    }
}
