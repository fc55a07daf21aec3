package org.oqiga.dating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one section of a lexicon, as a tree of steps that share their beginnings.
 *
 * <p>A pattern is words and {@code <classes>} parted by spaces. {@code a|b} is one of several words, {@code [ … ]} may be
 * missing, {@code ~} before a step means that no space stands before it, {@code *} is any one word.
 */
final class Grammar<K> {

    /** A place in the tree: what may come next, and what has been said if nothing does. */
    static final class Node<K> {
        private final Map<String, Node<K>> steps = new LinkedHashMap<>();
        private long wordSigns;
        private long classSigns;
        private final Map<String, List<Node<K>>> words = new HashMap<>();
        private final Map<String, List<Node<K>>> joinedWords = new HashMap<>();
        private final Map<String, Node<K>> classes = new HashMap<>();
        private final Map<String, Node<K>> joinedClasses = new HashMap<>();

        /** Whether anything may come next with no space before it. */
        boolean joins;

        /** The steps that a date, a stretch of one, a time of day is. */
        @Nullable
        Node<K> date;

        @Nullable
        Node<K> span;

        @Nullable
        Node<K> time;

        @Nullable
        Node<K> anyWord;

        @Nullable
        K kind;

        /** What may come next by a word; most nodes need one look at a few bits to know that nothing does. */
        @Nullable
        List<Node<K>> after(String word, boolean joined) {
            return (wordSigns & sign(word)) == 0 ? null : (joined ? joinedWords : words).get(word);
        }

        /** What may come next by a class of words. */
        @Nullable
        Node<K> afterClass(String name, boolean joined) {
            return (classSigns & sign(name)) == 0 ? null : (joined ? joinedClasses : classes).get(name);
        }

        boolean hasClasses(boolean joined) {
            return !(joined ? joinedClasses : classes).isEmpty();
        }

        /** Whether nothing may come next. */
        boolean isLast() {
            return steps.isEmpty();
        }

        Set<String> words() {
            return words.keySet();
        }

        Set<String> classes() {
            return classes.keySet();
        }

        private static long sign(String name) {
            return 1L << name.hashCode(); // of the hash only the last six bits count
        }
    }

    final Node<K> root = new Node<>();

    /** The words of all patterns. */
    final Set<String> spoken = new HashSet<>();

    /** The words that can open a pattern, figures left out; told once all patterns are there. */
    final Set<String> openers = new HashSet<>();

    /** Adds a pattern; where two patterns fit the same words, the first added holds. */
    void add(K kind, String pattern) {
        for (var steps : spell(List.of(pattern.trim().split("\\s+")))) {
            var node = root;
            for (var step : steps) {
                node = after(node, step);
            }
            if (node == root) {
                throw new IllegalArgumentException("a pattern needs a step that must be there: " + pattern);
            }
            if (node.kind == null) {
                node.kind = kind;
            }
        }
    }

    private Node<K> after(Node<K> node, String step) {
        var known = node.steps.get(step);
        if (known != null) {
            return known;
        }
        var next = new Node<K>();
        node.steps.put(step, next);
        boolean joined = step.startsWith("~");
        node.joins |= joined;
        String bare = joined ? step.substring(1) : step;
        if (bare.equals("*")) {
            node.anyWord = next;
        } else if (bare.startsWith("<")) {
            String name = bare.substring(1, bare.length() - 1);
            (joined ? node.joinedClasses : node.classes).put(name, next);
            node.classSigns |= Node.sign(name);
            node.date = node.classes.get("date");
            node.span = node.classes.get("span");
            node.time = node.classes.get("time");
        } else {
            for (var word : Forms.spell(bare.split("\\|"))) {
                spoken.add(word);
                (joined ? node.joinedWords : node.words)
                        .computeIfAbsent(word, w -> new ArrayList<>())
                        .add(next);
                node.wordSigns |= Node.sign(word);
            }
        }
        return next;
    }

    /** Every sequence of steps that the brackets allow, the fullest first. */
    private static List<List<String>> spell(List<String> tokens) {
        List<List<String>> spelt = new ArrayList<>();
        spelt.add(List.of());
        for (int i = 0; i < tokens.size(); i++) {
            List<List<String>> choices;
            if (tokens.get(i).equals("[")) {
                int close = closing(tokens, i);
                choices = new ArrayList<>(spell(tokens.subList(i + 1, close)));
                choices.add(List.of());
                i = close;
            } else {
                choices = List.of(List.of(tokens.get(i)));
            }
            List<List<String>> longer = new ArrayList<>();
            for (var head : spelt) {
                for (var tail : choices) {
                    var both = new ArrayList<>(head);
                    both.addAll(tail);
                    longer.add(both);
                }
            }
            spelt = longer;
        }
        return spelt;
    }

    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("[") ? 1 : tokens.get(i).equals("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a bracket is left open: " + String.join(" ", tokens));
    }
}
