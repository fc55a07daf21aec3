package org.oqiga.dating;

import java.util.List;

/**
 * Words that fit a pattern.
 *
 * @param kind what the pattern stands for
 * @param end the first word behind it
 * @param captures pairs of a field's ordinal and a value, in the order of the words
 * @param dates the dates within, in the order of the words
 */
record Match<K>(K kind, int end, int[] captures, List<Match<DateKind>> dates) {

    /** The value of the {@code nth} capture of a field, counted from 0, or {@code otherwise}. */
    int get(Field field, int nth, int otherwise) {
        int seen = 0;
        for (int i = 0; i < captures.length; i += 2) {
            if (captures[i] == field.ordinal() && seen++ == nth) {
                return captures[i + 1];
            }
        }
        return otherwise;
    }

    int get(Field field, int otherwise) {
        return get(field, 0, otherwise);
    }

    boolean has(Field field) {
        return get(field, 0, Integer.MIN_VALUE) != Integer.MIN_VALUE;
    }

    /** The value of the last capture of a field, or {@code otherwise}. */
    int last(Field field, int otherwise) {
        for (int i = captures.length - 2; i >= 0; i -= 2) {
            if (captures[i] == field.ordinal()) {
                return captures[i + 1];
            }
        }
        return otherwise;
    }
}
