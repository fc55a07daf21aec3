package org.oqiga.report;

/**
 * Folds words, and gives the same string for a word that has been folded lately: what is looked up by it later finds its hash
 * reckoned and itself at the first comparison. Safe for use by several threads, since strings are.
 */
final class Folds {

    /** How many words are kept, each in the one slot that its letters give it: the words of a language that are not rare. */
    private static final int SLOTS = 1 << 15;

    /** Longer words hardly come again. */
    private static final int LONGEST = 24;

    private static final String[] KEPT = new String[SLOTS];

    private char[] letters = new char[64];

    /** The stretch of a text as {@link Words#fold} makes it. */
    String fold(String text, int from, int to) {
        if (to - from > letters.length) {
            letters = new char[2 * (to - from)];
        }
        int n = 0;
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            switch (c) {
                case '’', 'ʼ', 'ʻ', '`' -> c = '\'';
                case 'ё' -> c = 'е';
                case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> {
                    continue;
                }
                default -> {}
            }
            letters[n++] = c;
            hash = hash * 31 + c;
        }
        if (n > LONGEST) {
            return new String(letters, 0, n);
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String kept = KEPT[slot];
        if (kept == null || !same(kept, n)) {
            kept = new String(letters, 0, n);
            KEPT[slot] = kept;
        }
        return kept;
    }

    private boolean same(String kept, int n) {
        if (kept.length() != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (kept.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
