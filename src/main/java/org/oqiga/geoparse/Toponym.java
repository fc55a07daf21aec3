package org.oqiga.geoparse;

/**
 * A stretch of report text that reads like the name of a place.
 *
 * @param text the words as printed, accents and case kept
 * @param start where {@code text} begins in the report's text, in UTF-16 units
 * @param role what the name does there; only a {@link Role#LOCATION} can be where something happened
 */
public record Toponym(String text, int start, Role role) {

    public Toponym {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a toponym needs a name");
        }
        if (start < 0) {
            throw new IllegalArgumentException("start must be >= 0, was " + start);
        }
    }

    /** Where the name stops; the character here is no longer part of it. */
    public int end() {
        return start + text.length();
    }

    /** What a name of a place does in its sentence. */
    public enum Role {
        /** Names a place where things can happen. */
        LOCATION,
        /** Names a people, a nationality or what belongs to a place: "Kazakh", "Almaty-based". */
        DEMONYM,
        /** Heads the report: "BISHKEK, Kyrgyzstan —". */
        DATELINE,
        /** Says where a writer sat, or is part of the name of one who writes: "reported from London", "Fars news agency". */
        BYLINE,
        /** Stands for a government or belongs to an institution's name: "Moscow said", "the Almaty prosecutor". */
        SEAT
    }
}
