package org.oqiga.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds places by the beginning of a name while a person types. Made at the first search: the places with a name of the same
 * first three letters stand together, the prominent ones first, so that the search can stop early.
 */
final class Typeahead {

    private static final int BUCKETS = 1 << 16;
    private static final int LETTERS = 3;

    /** More than any city has. */
    private static final double MOST_PEOPLE = 1e8;

    /** A place and how well what was typed fits it. */
    private record Hit(int place, double weight) {}

    private final PlaceTable places;
    private final int[] order;
    private final int[] starts = new int[BUCKETS + 1];
    private final int[] bearers;

    Typeahead(PlaceTable places) {
        this.places = places;
        var prominence = IntStream.range(0, places.size())
                .mapToDouble(places::prominence)
                .toArray();
        this.order = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -prominence[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var entries = new Entries(places, order);
        for (int i = 0; i < entries.size; i++) {
            starts[entries.buckets[i] + 1]++;
        }
        for (int i = 0; i < BUCKETS; i++) {
            starts[i + 1] += starts[i];
        }
        this.bearers = new int[entries.size];
        int[] next = starts.clone();
        for (int i = 0; i < entries.size; i++) {
            bearers[next[entries.buckets[i]]++] = entries.bearers[i];
        }
    }

    /** The places with a name that begins so, the likeliest first. */
    List<Integer> find(char[] folded, int length, int limit) {
        boolean few = length < LETTERS;
        int bucket = few ? 0 : bucket(folded);
        int end = few ? order.length : starts[bucket + 1];
        var reader = new WordReader(places.words());
        var hits = new ArrayList<Hit>();
        for (int i = few ? 0 : starts[bucket]; i < end && hits.size() < 8 * limit; i++) {
            int place = few ? order[i] : bearers[i];
            double weight = weight(reader, place, folded, length);
            if (weight > 0) {
                hits.add(new Hit(place, weight));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(hit -> -hit.weight))
                .limit(limit)
                .map(Hit::place)
                .toList();
    }

    private double weight(WordReader reader, int place, char[] folded, int length) {
        double prominence = places.prominence(place);
        var best = new double[1];
        reader.eachName(places.wordsAt(place), hash -> {
            if (reader.length() >= length && Arrays.equals(reader.folded(), 0, length, folded, 0, length)) {
                best[0] = Math.max(best[0], weight(reader.rank(), reader.length() == length, prominence));
            }
        });
        return best[0];
    }

    /** Half a name that a place has in some other language seldom means it, and a country by it no sooner than a city. */
    private static double weight(WordReader.Rank rank, boolean whole, double prominence) {
        if (whole) {
            return 10 * rank.weight * prominence;
        }
        return rank == WordReader.Rank.MAIN ? prominence : rank.weight / 30 * Math.min(prominence, MOST_PEOPLE);
    }

    private static int bucket(char[] folded) {
        return (int) (NameHash.of(folded, LETTERS) >>> 24) & BUCKETS - 1;
    }

    /** Which place stands in which buckets, in the order of prominence. */
    private static final class Entries {

        char[] buckets = new char[1 << 20];
        int[] bearers = new int[1 << 20];
        int size;
        private int placeStart;

        Entries(PlaceTable places, int[] order) {
            var reader = new WordReader(places.words());
            for (int place : order) {
                placeStart = size;
                reader.eachName(places.wordsAt(place), hash -> {
                    if (reader.length() >= LETTERS) {
                        add((char) bucket(reader.folded()), place);
                    }
                });
            }
        }

        private void add(char bucket, int place) {
            for (int i = placeStart; i < size; i++) {
                if (buckets[i] == bucket) {
                    return;
                }
            }
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, 2 * size);
                bearers = Arrays.copyOf(bearers, 2 * size);
            }
            buckets[size] = bucket;
            bearers[size++] = place;
        }
    }
}
