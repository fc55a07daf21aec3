package org.oqiga.geoparse;

import java.util.List;
import org.oqiga.gazetteer.Place;

/**
 * Words that could name a place, before anything is decided.
 *
 * @param from the first word
 * @param to the first word that is no longer part of it
 * @param key the folded name it was found under
 * @param candidates the places that bear the name, most prominent first
 */
record Mention(int from, int to, String key, Kind kind, List<Place> candidates) {

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

    int length() {
        return to - from;
    }

    /** Whether the name means its place whatever stands around it. */
    boolean certain() {
        return kind == Kind.ALIAS || kind == Kind.AREA || kind == Kind.DEMONYM;
    }
}
