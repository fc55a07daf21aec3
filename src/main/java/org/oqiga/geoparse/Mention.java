package org.oqiga.geoparse;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param repute how well known the candidates are by the name; the same wherever it stands
 */
record Mention(int from, int to, String key, Kind kind, List<Place> candidates, boolean placed, Repute repute) {

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
        this(from, to, key, kind, candidates, placed, Repute.of(key, kind, to - from, candidates));
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

    /** Whether a country bears the name. */
    boolean mayBeCountry() {
        return candidates.stream().anyMatch(place -> place.level() == PlaceLevel.COUNTRY);
    }

    /** The same words where they stand again. */
    Mention at(int first, int end) {
        return first == from && end == to ? this : new Mention(first, end, key, kind, candidates, placed, repute);
    }

    int length() {
        return to - from;
    }

    /** Whether the name means its place whatever stands around it. */
    boolean certain() {
        return kind == Kind.ALIAS || kind == Kind.AREA || kind == Kind.DEMONYM;
    }
}
