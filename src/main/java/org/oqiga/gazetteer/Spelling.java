package org.oqiga.gazetteer;

import java.util.function.LongConsumer;

/**
 * The names one slip of the pen away: a letter wrong, missing, too many, or two changed over. Hashes by powers make each of the
 * some six hundred for a name a multiplication or two, so no index of misspellings is needed.
 */
final class Spelling {

    static final int SHORTEST = 6;
    private static final char[] LATIN = " abcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final char[] CYRILLIC = " абвгдежзиклмнопрстуфхцчшщъыьэюяәғқңөұүһі".toCharArray();

    private final char[] name;
    private final int length;
    private final long[] before;
    private final long[] powers;

    private Spelling(char[] folded, int length) {
        this.name = folded;
        this.length = length;
        this.before = new long[length + 1];
        this.powers = new long[length + 2];
        powers[0] = 1;
        for (int i = 0; i < length; i++) {
            before[i + 1] = before[i] * NameHash.BASE + folded[i];
        }
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * NameHash.BASE;
        }
    }

    /** Gives the hash of each near spelling that has letters enough to tell names apart. */
    static void near(char[] folded, int length, LongConsumer hashes) {
        if (length >= SHORTEST) {
            new Spelling(folded, length).each(hashes);
        }
    }

    private void each(LongConsumer hashes) {
        char[] alphabet = name[length / 2] >= 0x400 && name[length / 2] < 0x530 ? CYRILLIC : LATIN;
        for (int i = 0; i <= length; i++) {
            for (char letter : alphabet) {
                hashes.accept(finish(before[i] * NameHash.BASE + letter, i));
                if (i < length && letter != name[i]) {
                    hashes.accept(finish(before[i] * NameHash.BASE + letter, i + 1));
                }
            }
            if (i < length && length > SHORTEST) {
                hashes.accept(finish(before[i], i + 1));
            }
            if (i + 1 < length && name[i] != name[i + 1]) {
                hashes.accept(finish((before[i] * NameHash.BASE + name[i + 1]) * NameHash.BASE + name[i], i + 2));
            }
        }
    }

    /** The hash of what {@code sum} stands for, followed by the name from {@code from} on. */
    private long finish(long sum, int from) {
        long rest = before[length] - before[from] * powers[length - from];
        return NameHash.finish(sum * powers[length - from] + rest);
    }
}
