package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.oqiga.report.Words;

/** What one language says of incidents: classes of words, clause openers, numbers and rules, read from its lexicon file. */
final class Lexicon {

    /** An entry of a class, or an exception from it; {@code gloss} is how a headline in English puts it. */
    record ClassEntry(int wordClass, Wording wording, Optional<String> gloss, boolean exception) {}

    /** What opens a clause, or, as an exception, what does not although it looks like it. */
    record Opener(Wording wording, boolean exception) {}

    /** A wording with the rule it is a lead for; the lower {@code rank} stands first in the file. */
    record Trigger(Wording wording, Rule rule, int rank) {}

    // bounded so that a text of made-up words cannot fill the memory
    private static final int MAX_REMEMBERED_WORDS = 100_000;
    private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

    private final Symbols symbols;
    private final Map<String, Double> numbers;
    private final Map<Integer, List<ClassEntry>> classEntries = new HashMap<>();
    private final Map<Integer, List<Opener>> clauseOpeners = new HashMap<>();
    private final Map<Integer, List<Wording>> nothing = new HashMap<>();
    private final Map<Integer, List<Trigger>> triggers = new HashMap<>();
    private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

    Lexicon(
            Symbols symbols,
            List<ClassEntry> classes,
            List<Opener> openers,
            List<Wording> nothings,
            List<Rule> rules,
            Map<String, Double> numbers) {
        this.symbols = symbols;
        this.numbers = Map.copyOf(numbers);
        for (var entry : classes) {
            index(classEntries, entry.wording().first(), entry);
        }
        for (var opener : openers) {
            index(clauseOpeners, opener.wording().first(), opener);
        }
        for (var wording : nothings) {
            index(nothing, wording.first(), wording);
        }
        int rank = 0;
        for (var rule : rules) {
            for (var wording : rule.wordings()) {
                index(triggers, wording.first(), new Trigger(wording, rule, rank));
            }
            rank++;
        }
    }

    /** The lexicon of a language ({@code en}, {@code ru}, {@code kk}). */
    static Lexicon of(String language) {
        return LOADED.computeIfAbsent(language, LexiconReader::read);
    }

    private static <T> void index(Map<Integer, List<T>> map, int key, T value) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** The number of a class that the engine itself asks for; the lexicon may leave it empty. */
    int wordClass(String name) {
        return symbols.wordClass(name);
    }

    int[] symbolsOf(String foldedWord) {
        int[] known = remembered.get(foldedWord);
        if (known == null) {
            known = symbols.all(foldedWord);
            if (remembered.size() < MAX_REMEMBERED_WORDS) {
                remembered.put(foldedWord, known);
            }
        }
        return known;
    }

    List<ClassEntry> classEntriesAt(int[] symbolsOfWord) {
        return at(classEntries, symbolsOfWord);
    }

    List<Opener> clauseOpenersAt(int[] symbolsOfWord) {
        return at(clauseOpeners, symbolsOfWord);
    }

    List<Wording> nothingAt(int[] symbolsOfWord) {
        return at(nothing, symbolsOfWord);
    }

    List<Trigger> triggersAt(int[] symbolsOfWord) {
        return at(triggers, symbolsOfWord);
    }

    private static <T> List<T> at(Map<Integer, List<T>> map, int[] keys) {
        List<T> found = List.of();
        for (int key : keys) {
            var more = map.get(key);
            if (more != null) {
                if (found.isEmpty()) {
                    found = more;
                } else {
                    found = new ArrayList<>(found);
                    found.addAll(more);
                }
            }
        }
        return found;
    }

    /** What a number word stands for ("eight", "dozens"); not a number where it is none. */
    double number(String foldedWord) {
        return numbers.getOrDefault(Words.fold(foldedWord), Double.NaN);
    }
}
