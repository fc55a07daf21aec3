package org.oqiga.report;

import org.jspecify.annotations.Nullable;

/**
 * The words met lately, so that a word that comes again is made once, and what is known of it is worked out once. Safe for use by
 * several threads: of two that meet a word at once each may make its own.
 */
final class Vocabulary {

    /** How many words are kept: those of three languages that are not rare. */
    private static final int SLOTS = 1 << 16;

    /** How many slots the letters of a word leave it, so that few words that are met often drive each other out. */
    private static final int CHOICE = 4;

    /** Longer words hardly come again. */
    private static final int LONGEST = 24;

    private static final @Nullable Word[] KEPT = new Word[SLOTS];
    /** What the letters of each come to, so that a word is held against itself alone. */
    private static final int[] HASHES = new int[SLOTS];

    private Vocabulary() {}

    /** The word that a stretch of a text is. */
    static Word word(String text, int from, int to) {
        if (to - from > LONGEST) {
            return new Word(text.substring(from, to));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - CHOICE;
        for (int i = slot; i < slot + CHOICE; i++) {
            var kept = HASHES[i] == hash ? KEPT[i] : null;
            if (kept != null && kept.printed().length() == to - from && text.startsWith(kept.printed(), from)) {
                return kept;
            }
        }
        var word = new Word(text.substring(from, to));
        System.arraycopy(KEPT, slot, KEPT, slot + 1, CHOICE - 1); // the one that came first goes
        System.arraycopy(HASHES, slot, HASHES, slot + 1, CHOICE - 1);
        KEPT[slot] = word;
        HASHES[slot] = hash;
        return word;
    }
}
