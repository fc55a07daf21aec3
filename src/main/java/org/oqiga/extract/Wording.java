package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run of words to look for: each one a whole word, a beginning ("storm*"), an ending ("*ing"), a form of a stem ("сынд~"), any word
 * ("_"), a word of a class ("@FORCES") or a gap of up to four words ("..."). A "^" marks where a clause opens, when that is not its first word.
 */
final class Wording {

    /** The words a gap may swallow; more, and what stands on both sides seldom belongs together. */
    static final int LONGEST_GAP = 4;

    static final int ANY = -1;
    static final int GAP = -2;
    static final int NOTHING = -3;

    private final int[] parts;
    private final int opening;
    private final int plain;
    private final int length;
    private final boolean fixed;

    private Wording(int[] parts, int opening, int plain) {
        this.parts = parts;
        this.opening = opening;
        this.plain = plain;
        this.length = parts.length;
        this.fixed = Arrays.stream(parts).allMatch(part -> part >= 0);
    }

    static Wording of(String text, Symbols symbols) {
        List<Integer> parts = new ArrayList<>();
        int opening = 0;
        int plain = 0;
        for (String part : text.strip().split("[\\s-]+")) {
            switch (part) {
                case "_" -> parts.add(ANY);
                case "..." -> parts.add(GAP);
                case "^" -> opening = parts.size();
                default -> parts.add(part.startsWith("@") ? symbols.wordClass(part.substring(1)) : symbols.of(part));
            }
            boolean ofClass = part.startsWith("@") && parts.size() > 1;
            plain = plain == parts.size() - 1 && !ofClass ? parts.size() : plain;
        }
        if (parts.get(0) < 0) {
            throw new IllegalArgumentException("a wording begins with a word, was \"" + text + "\"");
        }
        return new Wording(parts.stream().mapToInt(Integer::intValue).toArray(), opening, plain);
    }

    /** The symbol of a part, or {@link #ANY} or {@link #GAP}. */
    int part(int index) {
        return parts[index];
    }

    /** How many of its parts stand before the first class that is not its first part. */
    int plain() {
        return plain;
    }

    /** Which of its words a clause begins with. */
    int opening() {
        return opening;
    }

    /** How many words it asks for; the longer of two matches is the more exact. */
    int length() {
        return length;
    }

    /** Where a match that begins at {@code word} stops (excluded), or -1 where there is none before {@code limit}. */
    int match(Tagged text, int word, int limit) {
        return match(text, word, limit, 0, NOTHING);
    }

    /**
     * The same for a wording that a {@link Shortlist} has offered, where none of the words that it does not name itself is of the
     * class: without a gap there is no such word, and nothing to look at twice.
     */
    int offered(Tagged text, int word, int limit, int wordClass) {
        return fixed ? word + length : match(text, word, limit, 0, wordClass);
    }

    /** The same, where the shortlist has looked at no more than the plain parts. */
    int offered(Tagged text, int word, int limit) {
        return fixed && plain == length ? word + length : match(text, word, limit);
    }

    private int match(Tagged text, int word, int limit, int part, int without) {
        if (part == length) {
            return word;
        }
        if (parts[part] == GAP) {
            for (int skip = 0; skip <= LONGEST_GAP; skip++) {
                if (skip > 0 && word + skip <= limit && text.is(word + skip - 1, without)) {
                    return -1;
                }
                int end = match(text, word + skip, limit, part + 1, without);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        if (word >= limit || (parts[part] == ANY ? text.is(word, without) : !text.is(word, parts[part]))) {
            return -1;
        }
        return match(text, word + 1, limit, part + 1, without);
    }
}
