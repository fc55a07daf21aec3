package org.oqiga.gazetteer;

import java.util.Arrays;

/**
 * From the hash of a name to the places that bear it, the most prominent first. Only hashes are kept: of a million names two
 * share their 64 bits once in ten million gazetteers.
 */
final class NameIndex {

    private static final int LAST = 1 << 31;
    private static final int PLACE = ~LAST;

    private final long[] keys;
    private final int[] starts;
    private final int[] bearers;
    private final FirstWords firstWords;

    private NameIndex(long[] keys, int[] starts, int[] bearers, FirstWords firstWords) {
        this.keys = keys;
        this.starts = starts;
        this.bearers = bearers;
        this.firstWords = firstWords;
    }

    static NameIndex of(PlaceTable places) {
        var pairs = new Pairs();
        var firstWords = new FirstWords();
        var reader = new WordReader(places.words());
        for (int place = 0; place < places.size(); place++) {
            int current = place;
            float prominence = (float) places.prominence(place);
            pairs.nextPlace();
            reader.eachName(places.wordsAt(place), hash -> {
                pairs.add(hash, current, prominence, reader.rank());
                firstWords.add(reader.folded(), reader.length());
            });
        }
        return index(pairs, firstWords);
    }

    /** The first position of {@link #bearer} for a name, -1 if nothing bears it. */
    int first(long hash) {
        int slot = LongTable.slot(keys, hash);
        return keys[slot] == 0 ? -1 : starts[slot];
    }

    int bearer(int position) {
        return bearers[position] & PLACE;
    }

    boolean isLast(int position) {
        return bearers[position] < 0;
    }

    /** May a name begin with this word? Wrong in one case of some hundred, then always with yes. */
    boolean mayStart(char[] folded, int length) {
        return firstWords.mayHold(folded, length);
    }

    private static NameIndex index(Pairs pairs, FirstWords firstWords) {
        var keys = new long[Integer.highestOneBit(Math.max(16, pairs.size)) * 2];
        var starts = new int[keys.length];
        var slots = new int[pairs.size]; // kept, because finding a slot anew would miss the cache a million times
        for (int i = 0; i < pairs.size; i++) {
            slots[i] = LongTable.slot(keys, pairs.hashes[i]);
            keys[slots[i]] = pairs.hashes[i];
            starts[slots[i]]++;
        }
        int total = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            total += starts[slot];
            starts[slot] = total; // the end now; filling from behind makes it the start
        }
        var bearers = new int[total];
        var weights = new float[total];
        for (int i = 0; i < pairs.size; i++) {
            int at = --starts[slots[i]];
            bearers[at] = pairs.places[i];
            weights[at] = pairs.weights[i];
        }
        for (int slot = 0; slot < keys.length; slot++) {
            int end = slot + 1 < keys.length ? starts[slot + 1] : total;
            if (end > starts[slot]) {
                sort(bearers, weights, starts[slot], end);
                bearers[end - 1] |= LAST;
            }
        }
        return new NameIndex(keys, starts, bearers, firstWords);
    }

    /** By insertion: most names have one or two bearers, the commonest some hundreds. */
    private static void sort(int[] bearers, float[] weights, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int bearer = bearers[i];
            float weight = weights[i];
            int at = i;
            for (; at > from && weights[at - 1] < weight; at--) {
                bearers[at] = bearers[at - 1];
                weights[at] = weights[at - 1];
            }
            bearers[at] = bearer;
            weights[at] = weight;
        }
    }

    /** Every name with its place while the index is being made. */
    private static final class Pairs {

        long[] hashes = new long[1 << 21];
        int[] places = new int[1 << 21];
        float[] weights = new float[1 << 21];
        int size;
        private int placeStart;

        void nextPlace() {
            placeStart = size;
        }

        /** A name the place has already counts once; as a former one if it stands among both the others and the former. */
        void add(long hash, int place, float prominence, WordReader.Rank rank) {
            float weight = (float) (prominence * rank.weight);
            for (int i = placeStart; i < size; i++) {
                if (hashes[i] == hash) {
                    weights[i] = rank == WordReader.Rank.FORMER && weights[i] < prominence ? weight : weights[i];
                    return;
                }
            }
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
                places = Arrays.copyOf(places, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            hashes[size] = hash;
            places[size] = place;
            weights[size++] = weight;
        }
    }
}
