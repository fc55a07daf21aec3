package org.oqiga.extract;

import java.util.Arrays;

/**
 * What a lexicon knows of a word wherever it stands.
 *
 * @param symbols what it is by itself
 * @param classed the same with the classes that are its own
 * @param alone whether no entry of a class begins with it that asks for a second word
 * @param marks of the lists that have a wording which begins with it
 * @param signs of {@code classed}
 * @param number what it stands for as a number word; not a number where it is none
 */
record Known(int[] symbols, int[] classed, boolean alone, byte marks, long signs, double number) {

    Known(int[] symbols, int[] classed, boolean alone, byte marks, double number) {
        this(symbols, classed, alone, marks, signs(classed), number);
    }

    /** One bit of 64 for each symbol: where it is not set, the symbol is not in the set either. */
    static long sign(int symbol) {
        return 1L << symbol; // of the symbol only the last six bits count
    }

    static long signs(int[] set) {
        long signs = 0;
        for (int symbol : set) {
            signs |= sign(symbol);
        }
        return signs;
    }

    static int[] with(int[] set, int symbol) {
        for (int s : set) {
            if (s == symbol) {
                return set;
            }
        }
        var larger = Arrays.copyOf(set, set.length + 1);
        larger[set.length] = symbol;
        return larger;
    }
}
