package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thousands of wordings as one tree of their shared beginnings, so that a word of a text is held against few of them. */
final class Shortlist<T> {

    private static final class Node {
        /** How many places there are for each part: with most of them free, a look for what is not there ends with the first. */
        private static final int SPARSE = 4;

        private static final int NONE = -1;
        private static final int[] NO_PARTS = {NONE};
        private static final @Nullable Node[] NO_NODES = {null};
        private static final int[] NO_ENDS = {};

        // the parts that may come next, each at the place that its last bits say or right behind
        private int[] symbols = NO_PARTS;
        private @Nullable Node[] after = NO_NODES;
        private int size;
        private @Nullable Node afterAny;
        private @Nullable Node afterGap;
        private int[] ends = NO_ENDS;
        private long signs;
        /** Whether a wording ends here, or goes on with no matter which word. */
        private boolean open;

        Node child(int part) {
            if (part == Wording.ANY) {
                open = true;
                return afterAny = afterAny == null ? new Node() : afterAny;
            }
            if (part == Wording.GAP) {
                open = true;
                return afterGap = afterGap == null ? new Node() : afterGap;
            }
            var known = find(part);
            if (known != null) {
                return known;
            }
            signs |= Known.sign(part);
            if (++size * SPARSE > symbols.length) {
                widen();
            }
            var child = new Node();
            put(part, child);
            return child;
        }

        private void put(int symbol, Node child) {
            int at = symbol & symbols.length - 1;
            while (symbols[at] != NONE) {
                at = at + 1 & symbols.length - 1;
            }
            symbols[at] = symbol;
            after[at] = child;
        }

        private void widen() {
            int[] old = symbols;
            var children = after;
            symbols = new int[Math.max(SPARSE, 2 * old.length)];
            after = new Node[symbols.length];
            Arrays.fill(symbols, NONE);
            for (int i = 0; i < old.length; i++) {
                if (children[i] != null) {
                    put(old[i], children[i]);
                }
            }
        }

        void end(int entry) {
            ends = Arrays.copyOf(ends, ends.length + 1);
            ends[ends.length - 1] = entry;
            open = true;
        }

        @Nullable
        Node find(int symbol) {
            int at = symbol & symbols.length - 1;
            while (symbols[at] != symbol) {
                if (symbols[at] == NONE) {
                    return null;
                }
                at = at + 1 & symbols.length - 1;
            }
            return after[at];
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
        node.end(entries.size());
        entries.add(entry);
        behind[first] = roots[first].open ? ANYTHING : roots[first].signs;
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
                    follow(node.afterGap, word + skip);
                }
            }
            if (word >= limit) {
                return;
            }
            if (node.afterAny != null) {
                follow(node.afterAny, word + 1);
            }
            if ((node.signs & text.signs(word)) != 0) {
                for (int symbol : text.symbols(word)) {
                    var next = node.find(symbol);
                    if (next != null) {
                        follow(next, word + 1);
                    }
                }
            }
        }

        /** Goes down where the next word may lead on; most ways end with it. */
        private void follow(Node node, int word) {
            if (node.open || word < limit && (node.signs & text.signs(word)) != 0) {
                descend(node, word);
            }
        }
    }
}
