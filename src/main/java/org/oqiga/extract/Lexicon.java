package org.oqiga.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.oqiga.report.Lore;
import org.oqiga.report.Word;

/** What one language says of incidents: classes of words, clause openers, numbers and rules, read from its lexicon file. */
final class Lexicon {

    /** An entry of a class, or an exception from it; {@code gloss} is how a headline in English puts it. */
    record ClassEntry(int wordClass, Wording wording, Optional<String> gloss, boolean exception) {}

    /** What opens a clause, or, as an exception, what does not although it looks like it. */
    record Opener(Wording wording, boolean exception) {}

    /** A wording with the rule it is a lead for; the lower {@code rank} stands first in the file. */
    record Trigger(Wording wording, Rule rule, int rank) {}

    private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

    private final Symbols symbols;
    private final Map<String, Double> numbers;
    private final Shortlist<ClassEntry> classEntries = new Shortlist<>(1);
    private final Shortlist<ClassEntry> classPhrases = new Shortlist<>(32);
    private final Shortlist<ClassEntry> classExceptions = new Shortlist<>(2);
    private final Shortlist<Opener> clauseOpeners = new Shortlist<>(4);
    private final Shortlist<Wording> nothing = new Shortlist<>(8);
    private final Shortlist<Trigger> triggers = new Shortlist<>(16);
    /** By symbol, the marks of the lists that have a wording which begins with it. */
    private final byte[] marks;

    private final BitSet beginsSeveral = new BitSet();
    private final Lore<Known> known = new Lore<>(word -> know(word.folded()));

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
            // classes are still being added and dropped while these are asked for
            (entry.exception() ? classExceptions : classEntries)
                    .add(entry, entry.wording(), entry.wording().plain());
            if (!entry.exception() && entry.wording().length() > 1) {
                beginsSeveral.set(entry.wording().part(0));
                classPhrases.add(entry, entry.wording(), entry.wording().plain());
            }
        }
        for (var opener : openers) {
            clauseOpeners.add(opener, opener.wording(), opener.wording().length());
        }
        for (var wording : nothings) {
            nothing.add(wording, wording, wording.length());
        }
        int rank = 0;
        for (var rule : rules) {
            for (var wording : rule.wordings()) {
                triggers.add(new Trigger(wording, rule, rank), wording, wording.length());
            }
            rank++;
        }
        this.marks = new byte[symbols.count()];
        for (var list : List.of(classEntries, classPhrases, classExceptions, clauseOpeners, nothing, triggers)) {
            for (int symbol = 0; symbol < marks.length; symbol++) {
                marks[symbol] |= (byte) (list.begins(symbol) ? list.mark() : 0);
            }
        }
    }

    /** The lexicon of a language ({@code en}, {@code ru}, {@code kk}). */
    static Lexicon of(String language) {
        return LOADED.computeIfAbsent(language, LexiconReader::read);
    }

    /** The number of a class that the engine itself asks for; the lexicon may leave it empty. */
    int wordClass(String name) {
        return symbols.wordClass(name);
    }

    /** The marks of the lists that have a wording which begins with the symbol. */
    byte marks(int symbol) {
        return symbol < marks.length ? marks[symbol] : 0;
    }

    /** What the lexicon knows of a word wherever it stands. */
    Known known(Word word) {
        return known.of(word);
    }

    private Known know(String foldedWord) {
        int[] own = symbols.all(foldedWord);
        int[] classed = own;
        byte marked = 0;
        boolean alone = true;
        for (int symbol : own) {
            marked |= marks(symbol);
            alone &= !beginsSeveral.get(symbol);
        }
        for (int symbol : own) {
            for (var entry : classEntries.alone(symbol)) {
                if (entry.wording().length() == 1) {
                    classed = Known.with(classed, entry.wordClass());
                    marked |= marks(entry.wordClass());
                }
            }
        }
        return new Known(own, classed, alone, marked, numbers.getOrDefault(foldedWord, Double.NaN));
    }

    /** What makes words part of a class. */
    Shortlist<ClassEntry> classEntries() {
        return classEntries;
    }

    /** Those of several words. */
    Shortlist<ClassEntry> classPhrases() {
        return classPhrases;
    }

    Shortlist<ClassEntry> classExceptions() {
        return classExceptions;
    }

    Shortlist<Opener> clauseOpeners() {
        return clauseOpeners;
    }

    /** What tells of nothing, whatever its words. */
    Shortlist<Wording> nothing() {
        return nothing;
    }

    Shortlist<Trigger> triggers() {
        return triggers;
    }

    /** What a number word stands for ("eight", "dozens"); not a number where it is none. */
    double number(Word word) {
        return known(word).number();
    }
}
