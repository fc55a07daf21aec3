package org.oqiga.gazetteer;

import java.text.Normalizer;

/** Makes spellings that differ only in case, accents, apostrophes, dots or hyphens the same. */
final class Folding {

    private static final char DROPPED = 0;
    private static final char TWO_LETTERS = '\uFFFF';
    private static final char[] TABLE = table();

    private Folding() {}

    /** Writes the folded {@code name} to {@code out}, which must hold twice its length, and returns how much was written. */
    static int fold(CharSequence name, char[] out) {
        int written = 0;
        boolean gap = false;
        for (int i = 0; i < name.length(); i++) {
            char given = name.charAt(i);
            char folded = TABLE[given];
            if (folded == DROPPED) {
                continue;
            }
            if (folded == ' ') {
                gap = written > 0;
                continue;
            }
            if (gap) {
                out[written++] = ' ';
                gap = false;
            }
            if (folded == TWO_LETTERS) {
                String pair = pair(given);
                out[written++] = pair.charAt(0);
                out[written++] = pair.charAt(1);
            } else {
                out[written++] = folded;
            }
        }
        return written;
    }

    static char[] buffer(CharSequence name) {
        return new char[2 * name.length()];
    }

    private static String pair(char letter) {
        return switch (letter) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            default -> "th";
        };
    }

    private static char[] table() {
        var table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = Character.isSurrogate((char) c) ? (char) c : one((char) c);
        }
        put(table, "ẞßæÆœŒþÞ", TWO_LETTERS);
        put(table, "'’‘`´ʻʼʹʺʽˈ′\".“”„«»\u200B\u200C\u200D\u2060\uFEFF\u00AD\u0640", DROPPED);
        put(table, "-‐‑‒–—―/,_·|\u00A0", ' ');
        put(table, "øØ", 'o');
        put(table, "đĐðÐ", 'd');
        put(table, "łŁ", 'l');
        put(table, "ıİ", 'i');
        put(table, "əƏ", 'e');
        put(table, "ёЁ", 'е');
        put(table, "\u064A\u0649\u06CC", '\u06CC'); // the yehs of Arabic and Persian
        put(table, "\u0643\u06A9", '\u06A9'); // their kafs
        put(table, "\u0623\u0625\u0622\u0671", '\u0627'); // alef with what stands on or under it
        return table;
    }

    private static char one(char c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        if (c >= 0x300 && c < 0x370 || c >= 0x64B && c <= 0x65F) {
            return DROPPED;
        }
        boolean accented = c >= 0xC0 && c < 0x530 || c >= 0x1E00 && c < 0x2000;
        // й is no и with an accent to those who write it, but many type it so
        char base = accented
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
        return Character.toLowerCase(base);
    }

    private static void put(char[] table, String letters, char to) {
        for (char letter : letters.toCharArray()) {
            table[letter] = to;
        }
    }
}
