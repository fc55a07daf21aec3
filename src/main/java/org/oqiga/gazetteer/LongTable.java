package org.oqiga.gazetteer;

/** Numbers found by a hash; open addressing, because a boxed map of the world's ids would take four times the memory. */
final class LongTable {

    private long[] keys = new long[1 << 16];
    private int[] values = new int[1 << 16];
    private int size;

    void put(long key, int value) {
        if (2 * ++size > keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        keys[slot] = key;
        values[slot] = value;
    }

    /** The value of {@code key}, -1 if there is none. */
    int get(long key) {
        int slot = slot(keys, key);
        return keys[slot] == 0 ? -1 : values[slot];
    }

    static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
