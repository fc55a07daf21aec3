package org.oqiga.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes from word to word of a text. Runs of letters and single signs are most of it and are told by hand; the rest by a pattern. */
final class Cutter {

    // possessive or bounded where a group repeats: else each round takes of the stack
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}|\\b[ap]\\.m\\b\\.?" // U.S., p.m.
                    + "|\\d+(?:[.,:]\\d+){0,40}(?:st|nd|rd|th)?\\b|\\d+(?:[.,:]\\d+){0,40}"
                    + "|['’](?:s|t|re|ve|ll|d|m)\\b"
                    + "|[\\p{L}\\p{M}]+(?:(?:['’ʼʻ`](?!(?:s|t|re|ve|ll|d|m)\\b)|\\p{Cf}+)[\\p{L}\\p{M}]+)*+"
                    + "|(?:(?<!\\p{L})|(?![-‐‑]))[^\\s\\p{L}\\p{M}\\p{N}\\p{Cf}]|[-‐‑](?!\\p{L})|\\p{N}+");

    private static final String APOSTROPHES = "'’ʼʻ`";
    private static final String PATTERNS_OWN = "'’-‐‑";

    private final String text;
    private final Matcher matcher;
    private int start;
    private int end;

    Cutter(String text) {
        this.text = text;
        this.matcher = WORD.matcher(text);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Goes on to the next word, if there is one. */
    boolean next() {
        int at = end;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        int after = Character.isLetter(text.charAt(at)) ? afterLetters(at) : isSign(text.charAt(at)) ? at + 1 : -1;
        if (after < 0) {
            boolean found = matcher.find(at);
            start = found ? matcher.start() : text.length();
            end = found ? matcher.end() : text.length();
            return found;
        }
        start = at;
        end = after;
        return true;
    }

    /** Where the letters end that are a word whatever follows; -1 where that hangs on what follows. */
    private int afterLetters(int from) {
        int to = from + 1;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        if (to == text.length()) {
            return to;
        }
        char next = text.charAt(to);
        boolean initial = to == from + 1 && next == '.';
        return initial || APOSTROPHES.indexOf(next) >= 0 || next > 0x7f && !isSign(next) && !isBlank(next) ? -1 : to;
    }

    /** What the pattern calls blank. */
    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Whether the character is a word of its own wherever it stands. */
    private static boolean isSign(char c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.FORMAT,
                    Character.SURROGATE -> false;
            default -> !isBlank(c) && PATTERNS_OWN.indexOf(c) < 0;
        };
    }
}
