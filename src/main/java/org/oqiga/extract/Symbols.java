package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The words, stems, beginnings and endings of words and classes a lexicon speaks of, as numbers; says which of them a word is. */
final class Symbols {

    private static final int[] NONE = {};

    /** Stands in a lexicon for any word that begins with a figure. */
    private static final String FIGURE = "<number>";

    private final Map<String, Integer> whole = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> endings = new HashMap<>();
    private final Map<String, Integer> stems = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    // asked for by name while several threads read reports, also names that the lexicon leaves out
    private final Map<String, Integer> classes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private int longestEnding;

    /** Adds an ending that a stem may take. */
    void form(String ending) {
        forms.add(ending);
    }

    /** The number of a whole word, of a beginning that ends in an asterisk, of an ending that begins with one, or of a stem~. */
    int of(String part) {
        if (part.endsWith("~")) {
            String stem = part.substring(0, part.length() - 1);
            shortest = Math.min(shortest, stem.length());
            longest = Math.max(longest, stem.length());
            return stems.computeIfAbsent(stem, key -> count.getAndIncrement());
        }
        if (part.startsWith("*")) {
            String ending = part.substring(1);
            longestEnding = Math.max(longestEnding, ending.length());
            return endings.computeIfAbsent(ending, key -> count.getAndIncrement());
        }
        if (!part.endsWith("*")) {
            return whole.computeIfAbsent(part, key -> count.getAndIncrement());
        }
        String beginning = part.substring(0, part.length() - 1);
        shortest = Math.min(shortest, beginning.length());
        longest = Math.max(longest, beginning.length());
        return beginnings.computeIfAbsent(beginning, key -> count.getAndIncrement());
    }

    /** The number of a class of words. */
    int wordClass(String name) {
        Integer known = classes.get(name);
        return known != null ? known : classes.computeIfAbsent(name, key -> count.getAndIncrement());
    }

    /** How many symbols there are so far; classes that the lexicon leaves out may follow. */
    int count() {
        return count.get();
    }

    /** Every symbol that {@code word} is, classes left out. */
    int[] all(String word) {
        List<Integer> found = new ArrayList<>(2);
        Integer exact = whole.get(word);
        if (exact != null) {
            found.add(exact);
        }
        Integer figure = Character.isDigit(word.charAt(0)) ? whole.get(FIGURE) : null;
        if (figure != null) {
            found.add(figure);
        }
        for (int n = shortest; n <= Math.min(word.length(), longest); n++) {
            Integer beginning = beginnings.get(word.substring(0, n));
            if (beginning != null) {
                found.add(beginning);
            }
            Integer stem = stems.get(word.substring(0, n));
            if (stem != null && forms.contains(word.substring(n))) {
                found.add(stem);
            }
        }
        for (int n = 1; n < Math.min(word.length(), longestEnding + 1); n++) {
            Integer ending = endings.get(word.substring(word.length() - n));
            if (ending != null) {
                found.add(ending);
            }
        }
        return found.isEmpty()
                ? NONE
                : found.stream().mapToInt(Integer::intValue).toArray();
    }
}
