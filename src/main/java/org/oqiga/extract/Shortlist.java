package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thousands of wordings as one tree of their shared beginnings, so that a word of a text is held against few of them. */
final class Shortlist<T> {

    private static final class Node {
        private int[] symbols = {};
        private long signs;
        private Node[] after = {};
        private @Nullable Node afterAny;
        private @Nullable Node afterGap;
        private int[] ends = {};

        Node child(int part) {
            if (part == Wording.ANY) {
                return afterAny = afterAny == null ? new Node() : afterAny;
            }
            if (part == Wording.GAP) {
                return afterGap = afterGap == null ? new Node() : afterGap;
            }
            int at = Arrays.binarySearch(symbols, part);
            if (at < 0) {
                at = -at - 1;
                symbols = insert(symbols, at, part);
                signs |= Known.sign(part);
                var wider = Arrays.copyOf(after, after.length + 1);
                System.arraycopy(after, at, wider, at + 1, after.length - at);
                wider[at] = new Node();
                after = wider;
            }
            return after[at];
        }

        @Nullable
        Node find(int symbol) {
            int at = Arrays.binarySearch(symbols, symbol);
            return at < 0 ? null : after[at];
        }
    }

    private static final long ANYTHING = -1;

    // by the first symbol
    private @Nullable Node[] roots = {};
    /** By the first symbol what may come behind it, or {@link #ANYTHING}: most looks into the tree end with that one. */
    private long[] behind = {};

    private final List<T> entries = new ArrayList<>();
    private final int mark;

    /** A list of its own, which no words are marked for. */
    Shortlist() {
        this(0);
    }

    /** {@code mark} is the bit that the words of a text bear which one of its wordings may begin with. */
    Shortlist(int mark) {
        this.mark = mark;
    }

    int mark() {
        return mark;
    }

    /** Whether a wording begins with the symbol. */
    boolean begins(int symbol) {
        return symbol < roots.length && roots[symbol] != null;
    }

    /** Adds an entry that stands for a wording, of which only the first {@code parts} are looked at here. */
    void add(T entry, Wording wording, int parts) {
        int first = wording.part(0);
        roots = first < roots.length ? roots : Arrays.copyOf(roots, Math.max(first + 1, 2 * roots.length));
        behind = Arrays.copyOf(behind, roots.length);
        var node = roots[first] == null ? new Node() : roots[first];
        roots[first] = node;
        for (int i = 1; i < parts; i++) {
            node = node.child(wording.part(i));
        }
        node.ends = insert(node.ends, node.ends.length, entries.size());
        entries.add(entry);
        var root = roots[first];
        boolean needsNothing = root.ends.length > 0 || root.afterAny != null || root.afterGap != null;
        behind[first] = needsNothing ? ANYTHING : root.signs;
    }

    /** The entries that ask for no more than the symbol. */
    List<T> alone(int symbol) {
        List<T> found = new ArrayList<>();
        if (begins(symbol)) {
            for (int end : roots[symbol].ends) {
                found.add(entries.get(end));
            }
        }
        return found;
    }

    /** Whether a wording may begin with the word. */
    boolean mayBegin(Tagged text, int word) {
        return mark == 0 || (text.marks(word) & mark) != 0;
    }

    /** All entries that may match at the word, those of its first symbol first, else as they were added; none that may is left out. */
    List<T> at(Tagged text, int word, int limit) {
        if (!mayBegin(text, word)) {
            return List.of();
        }
        long next = word + 1 < limit ? text.signs(word + 1) : 0;
        Walk walk = null;
        for (int symbol : text.symbols(word)) {
            long signs = symbol < behind.length ? behind[symbol] : 0;
            if (signs == ANYTHING || (signs & next) != 0) {
                walk = walk == null ? new Walk(text, limit) : walk;
                int before = walk.size;
                walk.descend(roots[symbol], word + 1);
                if (walk.size > before + 1) {
                    Arrays.sort(walk.found, before, walk.size);
                }
            }
        }
        if (walk == null || walk.size == 0) {
            return List.of();
        }
        List<T> out = new ArrayList<>(walk.size);
        for (int i = 0; i < walk.size; i++) {
            // two lengths of a gap may both lead to it
            if (i == 0 || walk.found[i] != walk.found[i - 1]) {
                out.add(entries.get(walk.found[i]));
            }
        }
        return out;
    }

    private static int[] insert(int[] numbers, int at, int number) {
        var wider = Arrays.copyOf(numbers, numbers.length + 1);
        System.arraycopy(numbers, at, wider, at + 1, numbers.length - at);
        wider[at] = number;
        return wider;
    }

    /** One way down the tree along the words of a text. */
    private static final class Walk {
        private final Tagged text;
        private final int limit;
        private int[] found = new int[4];
        private int size;

        Walk(Tagged text, int limit) {
            this.text = text;
            this.limit = limit;
        }

        private void descend(Node node, int word) {
            for (int end : node.ends) {
                found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                found[size++] = end;
            }
            if (node.afterGap != null) {
                for (int skip = 0; skip <= Wording.LONGEST_GAP; skip++) {
                    descend(node.afterGap, word + skip);
                }
            }
            if (word >= limit) {
                return;
            }
            if (node.afterAny != null) {
                descend(node.afterAny, word + 1);
            }
            if ((node.signs & text.signs(word)) != 0) {
                for (int symbol : text.symbols(word)) {
                    var next = node.find(symbol);
                    if (next != null) {
                        descend(next, word + 1);
                    }
                }
            }
        }
    }
}
