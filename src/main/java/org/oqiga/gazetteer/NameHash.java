package org.oqiga.gazetteer;

/** Sixty-four bits that stand for a folded name; a hash by powers, so that one letter more or less is quickly counted in. */
final class NameHash {

    static final long BASE = 0x9E3779B97F4A7C15L | 1;
    private static final long ABBREVIATION = 0xD6E8FEB86659FD93L;
    private static final int LONGEST_ABBREVIATION = 4;

    private NameHash() {}

    static long of(char[] folded, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum = sum * BASE + folded[i];
        }
        return finish(sum);
    }

    /** Spreads a sum over the letters; never 0, which marks an empty slot. */
    static long finish(long sum) {
        long h = sum ^ (sum >>> 32);
        h *= 0xBF58476D1CE4E5B9L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }

    /** The hash of the same letters as an abbreviation, so that "us" is not the US. */
    static long abbreviated(long hash) {
        return finish(hash ^ ABBREVIATION);
    }

    /** Is this at most four letters, all of them capitals ("UAE", "U.S.", "США")? */
    static boolean isAbbreviation(CharSequence name) {
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                continue;
            }
            if (!Character.isUpperCase(c) || ++letters > LONGEST_ABBREVIATION) {
                return false;
            }
        }
        return letters > 0;
    }
}
