package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/**
 * Words that could name a place, before anything is decided.
 *
 * @param from the first word
 * @param to the first word that is no longer part of it
 * @param key the folded name it was found under
 * @param candidates the places that bear the name, most prominent first
 * @param placed whether its ending says that something is in it, comes from it or goes to it
 * @param called which of the candidates are mainly called so, not only also
 */
record Mention(int from, int to, String key, Kind kind, List<Place> candidates, boolean placed, BitSet called) {

    enum Kind {
        /** A name as the gazetteer has it, perhaps with an ending. */
        NAME,
        /** A name with one letter wrong. */
        MISSPELT,
        /** A short or newsroom form that means one place only. */
        ALIAS,
        /** Part of a country: "western Iran". */
        AREA,
        /** An adjective or noun for what belongs to a place. */
        DEMONYM,
        /** A word for people of a place; says what the report is about, names no place. */
        PEOPLE
    }

    Mention {
        candidates = List.copyOf(candidates);
    }

    Mention(int from, int to, String key, Kind kind, List<Place> candidates, boolean placed) {
        this(from, to, key, kind, candidates, placed, called(key, candidates));
    }

    Mention(int from, int to, String key, Kind kind, List<Place> candidates) {
        this(from, to, key, kind, candidates, false);
    }

    /** The same with other bearers of the name, where the greatest of them lies in another country than the first here. */
    Mention or(List<Place> others) {
        String country = candidates.get(0).parents().country();
        var greatest = others.stream().max(Comparator.comparingLong(Place::population));
        if (greatest.filter(place -> !place.parents().country().equals(country)).isEmpty()) {
            return this;
        }
        var all = new LinkedHashSet<>(candidates);
        all.addAll(others);
        return new Mention(from, to, key, kind, List.copyOf(all), placed);
    }

    // a mention is itself and no other; comparing all bearers of its name would cost more than the whole parsing
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return (from * 0x9E3779B9 >>> 7) + to; // neighbours far apart
    }

    /** Whether this bearer of the name is mainly called so. */
    boolean isCalled(Place bearer) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i) == bearer) {
                return called.get(i);
            }
        }
        return false;
    }

    /** Whether a country bears the name. */
    boolean mayBeCountry() {
        return candidates.stream().anyMatch(place -> place.level() == PlaceLevel.COUNTRY);
    }

    /** Whether another bearer in the same country is mainly called so. */
    boolean isOutdoneByName(Place bearer) {
        for (int i = called.nextSetBit(0); i >= 0; i = called.nextSetBit(i + 1)) {
            if (candidates.get(i).parents().country().equals(bearer.parents().country())) {
                return true;
            }
        }
        return false;
    }

    private static BitSet called(String key, List<Place> candidates) {
        var called = new BitSet();
        for (int i = 0; i < candidates.size(); i++) {
            Place place = candidates.get(i);
            String name = Gazetteer.fold(place.name());
            boolean region = place.id().startsWith("admin1:");
            called.set(
                    i,
                    key.equals(name)
                            || region && name.startsWith(key + " ")
                            || key.equals(Gazetteer.fold(place.names().local())));
        }
        return called;
    }

    /** The same words where they stand again. */
    Mention at(int first, int end) {
        return first == from && end == to ? this : new Mention(first, end, key, kind, candidates, placed, called);
    }

    int length() {
        return to - from;
    }

    /** Whether the name means its place whatever stands around it. */
    boolean certain() {
        return kind == Kind.ALIAS || kind == Kind.AREA || kind == Kind.DEMONYM;
    }
}
