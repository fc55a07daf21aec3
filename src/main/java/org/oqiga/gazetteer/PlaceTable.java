package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All places, a column an array, so that the world fits in tens of megabytes. Written while loading, only read afterwards. */
final class PlaceTable {

    private static final double DEGREE = 1e5;

    /** So many people make a town that may be the largest of its country or region. */
    private static final int CITY = 20_000;

    private final LongTable byId = new LongTable();
    private final List<ZoneId> zones = new ArrayList<>();
    private final Map<String, Short> zoneNumbers = new HashMap<>();
    private static final int[] NONE = {};

    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<String, Integer> capitals = new HashMap<>();
    private final Map<Integer, Integer> largest = new HashMap<>();
    private final BitSet handKept = new BitSet();
    private final WordStore store = new WordStore();
    private int size;
    private int[] wordsAt = new int[1 << 18];
    private int[] lon = new int[1 << 18];
    private int[] lat = new int[1 << 18];
    private int[] population = new int[1 << 18];
    private float[] radius = new float[1 << 18];
    private byte[] kind = new byte[1 << 18];
    private short[] zone = new short[1 << 18];
    private int[] parent = new int[1 << 18];
    private long[] parentHash = new long[1 << 18];
    private Place[] made = {};

    int size() {
        return size;
    }

    /** Adds a place and returns its index; {@code line} holds its words from {@code from} to {@code to}. */
    int add(byte[] line, int from, int to, PlaceRow row) {
        if (size == kind.length) {
            grow();
        }
        int index = size++;
        wordsAt[index] = store.add(line, from, to);
        byId.put(store.idHash(wordsAt[index]), index);
        change(index, row);
        return index;
    }

    int add(String words, PlaceRow row) {
        byte[] bytes = words.getBytes(UTF_8);
        return add(bytes, 0, bytes.length, row);
    }

    /** Replaces what is known of a place; its parent only if the row names one. */
    void change(int index, PlaceRow row) {
        lon[index] = (int) Math.round(row.lon() * DEGREE);
        lat[index] = (int) Math.round(row.lat() * DEGREE);
        population[index] = (int) row.population();
        kind[index] = (byte) row.kind().ordinal();
        radius[index] = (float) (row.radiusKm() > 0 ? row.radiusKm() : radiusOf(row.kind(), row.population()));
        zone[index] = zoneNumber(row.zone());
        if (!row.parentId().isEmpty()) {
            parentHash[index] = hash(row.parentId());
            if (row.kind() == Kind.CAPITAL) {
                int code = row.parentId().indexOf(':') + 1;
                capitals.putIfAbsent(row.parentId().substring(code, code + 2), index);
            }
        }
    }

    /** The index of a country's capital, or -1. */
    int capital(String iso2) {
        return capitals.getOrDefault(iso2, -1);
    }

    /** The index of the town that most people of a country or region live in, or -1. */
    int largest(int index) {
        return largest.getOrDefault(index, -1);
    }

    void words(int index, String words) {
        byte[] bytes = words.getBytes(UTF_8);
        wordsAt[index] = store.add(bytes, 0, bytes.length);
    }

    void alias(String id, int index) {
        byId.put(hash(id), index);
    }

    void members(int index, int[] places) {
        members.put(index, places);
    }

    void keepByHand(int index) {
        handKept.set(index);
    }

    /** Ends the writing: finds each place's parent and lets go of what only loading needed. */
    void close() {
        for (int i = 0; i < size; i++) {
            int found = parentHash[i] == 0 ? -1 : byId.get(parentHash[i]);
            parent[i] = found == i ? -1 : found;
        }
        for (int i = 0; i < size; i++) {
            if (population[i] >= CITY && kind(i).level == PlaceLevel.TOWN) {
                for (int at = parent[i]; at >= 0; at = parent[at]) {
                    largest.merge(at, i, (a, b) -> population[b] > population[a] ? b : a);
                }
            }
        }
        parentHash = new long[0];
        store.close();
        resize(size);
        made = new Place[size];
    }

    int find(String id) {
        return byId.get(hash(id));
    }

    Kind kind(int index) {
        return Kind.of(kind[index]);
    }

    long population(int index) {
        return population[index];
    }

    boolean handKept(int index) {
        return handKept.get(index);
    }

    /** What this place lies in next, -1 if in nothing known. */
    int parent(int index) {
        return parent[index];
    }

    int[] members(int index) {
        return members.getOrDefault(index, NONE);
    }

    /** The row as it is now, its parent left out, for changing a part of it. */
    PlaceRow row(int index) {
        return new PlaceRow(
                kind(index),
                lon[index] / DEGREE,
                lat[index] / DEGREE,
                population[index],
                radius[index],
                "",
                zone[index] < 0 ? "" : zones.get(zone[index]).getId());
    }

    ZoneId zone(int index) {
        int at = members.containsKey(index) ? members.get(index)[0] : index;
        while (at >= 0 && zone[at] < 0) {
            at = parent[at];
        }
        return at < 0 ? ZoneId.of("UTC") : zones.get(zone[at]);
    }

    double prominence(int index) {
        double prominence = kind(index).prominence(population[index]);
        return handKept.get(index) && kind(index).level != PlaceLevel.COUNTRY ? 2 * prominence + 1000 : prominence;
    }

    /** Where in {@link #words()} the line of a place starts. */
    int wordsAt(int index) {
        return wordsAt[index];
    }

    byte[] words() {
        return store.bytes();
    }

    String line(int index) {
        return store.line(wordsAt[index]);
    }

    Place place(int index) {
        Place place = made[index]; // two threads may both make it; either is as good
        if (place == null) {
            String[] fields = line(index).split("\t", 4);
            place = new Place(
                    fields[0],
                    new Names(fields[1], fields[2].isEmpty() ? fields[1] : fields[2]),
                    kind(index).level,
                    new Spot(lon[index] / DEGREE, lat[index] / DEGREE),
                    parents(index),
                    population[index],
                    radius[index]);
            made[index] = place;
        }
        return place;
    }

    private Parents parents(int index) {
        String admin1Id = "";
        String admin1 = "";
        int at = index;
        while (parent[at] >= 0 || kind(at) == Kind.COUNTRY || kind(at) == Kind.CITY_REGION) {
            boolean region = kind(at) == Kind.ADMIN1 && at != index || kind(at) == Kind.CITY_REGION;
            if (region && admin1Id.isEmpty()) {
                String[] fields = line(at).split("\t", 3);
                admin1Id = fields[0];
                admin1 = fields[1];
            }
            if (parent[at] < 0) {
                break;
            }
            at = parent[at];
        }
        String country = kind(at) == Kind.COUNTRY ? line(at).substring("country:".length(), "country:XX".length()) : "";
        // one string for each, since places are held against each other by these all the time
        return new Parents(country.intern(), admin1Id.intern(), admin1.intern());
    }

    private static double radiusOf(Kind kind, long population) {
        return switch (kind.level) {
            case SITE -> 1.5;
            case DISTRICT -> 4;
            default -> Math.max(2, Math.min(15, 0.0085 * Math.sqrt(population))); // Almaty, 2 million: 12 km
        };
    }

    private short zoneNumber(String name) {
        if (name.isEmpty()) {
            return -1;
        }
        return zoneNumbers.computeIfAbsent(name, key -> {
            zones.add(ZoneId.of(key));
            return (short) (zones.size() - 1);
        });
    }

    private static long hash(String id) {
        return NameHash.of(id.toCharArray(), id.length());
    }

    private void grow() {
        resize(size + size / 2);
        parentHash = Arrays.copyOf(parentHash, size + size / 2);
    }

    private void resize(int length) {
        wordsAt = Arrays.copyOf(wordsAt, length);
        lon = Arrays.copyOf(lon, length);
        lat = Arrays.copyOf(lat, length);
        population = Arrays.copyOf(population, length);
        radius = Arrays.copyOf(radius, length);
        kind = Arrays.copyOf(kind, length);
        zone = Arrays.copyOf(zone, length);
        parent = Arrays.copyOf(parent, length);
    }
}
