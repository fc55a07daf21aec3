package org.oqiga.report;

import org.jspecify.annotations.Nullable;

/** A word as it is printed, with what does not change with where it stands. */
public final class Word {

    private final String printed;
    private final String folded;
    private final boolean capital;
    private final boolean speaks;
    /** By the number of the {@link Lore} that it is known by. */
    private final @Nullable Object[] known = new Object[Lore.MOST];

    Word(String printed) {
        this.printed = printed;
        String fold = fold(printed);
        this.folded = fold.equals(printed) ? printed : fold;
        this.capital = Character.isUpperCase(printed.charAt(0));
        this.speaks = Character.isLetterOrDigit(printed.charAt(0));
    }

    public String printed() {
        return printed;
    }

    /** The form in which words are compared. */
    public String folded() {
        return folded;
    }

    /** Whether it begins with a capital letter. */
    public boolean capital() {
        return capital;
    }

    /** Whether it is letters or figures rather than a sign. */
    public boolean speaks() {
        return speaks;
    }

    @Nullable
    Object known(int number) {
        return known[number];
    }

    /** Keeps what is known; two threads may both work it out. */
    void keep(int number, Object what) {
        known[number] = what;
    }

    /** Lower case, one kind of apostrophe, no soft hyphen or sign of no width, ё as е. */
    static String fold(String word) {
        var letters = new char[word.length()];
        int n = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            switch (c) {
                case '’', 'ʼ', 'ʻ', '`' -> letters[n++] = '\'';
                case 'ё' -> letters[n++] = 'е';
                case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> {}
                default -> letters[n++] = c;
            }
        }
        return new String(letters, 0, n);
    }
}
