package org.oqiga.extract;

import java.util.Arrays;

/**
 * What a lexicon knows of a word wherever it stands.
 *
 * @param symbols what it is by itself
 * @param classed the same with the classes that are its own, where {@code alone}
 * @param alone whether no entry of a class begins with it that asks for a second word
 * @param marks of the lists that have a wording which begins with it
 */
record Known(int[] symbols, int[] classed, boolean alone, byte marks) {

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
