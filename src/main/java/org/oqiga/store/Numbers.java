package org.oqiga.store;

import java.util.Arrays;

/** Numbers and the place each has in a list; an open table without objects, since it is asked several times a mark. */
final class Numbers {

    private static final int FREE = -1;

    private int[] keys = new int[4096];
    private int[] places = filled(4096);
    private int size;

    /** The place of {@code number}, or a negative one where it has none. */
    int get(int number) {
        int at = slot(number);
        return places[at];
    }

    void put(int number, int place) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int at = slot(number);
        keys[at] = number;
        places[at] = place;
        size++;
    }

    private int slot(int number) {
        int mask = keys.length - 1;
        // the upper digits of the product: times are multiples of a day's minutes, so that the lower ones are alike
        int at = number * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
        while (places[at] != FREE && keys[at] != number) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldPlaces = places;
        keys = new int[oldKeys.length * 2];
        places = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != FREE) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                places[at] = oldPlaces[i];
            }
        }
    }

    private static int[] filled(int length) {
        var places = new int[length];
        Arrays.fill(places, FREE);
        return places;
    }
}
