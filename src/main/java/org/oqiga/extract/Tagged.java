package org.oqiga.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.oqiga.report.Words;

/** The words of a text with what the lexicon knows of each: its symbols, its classes, its clause. */
final class Tagged {

    /** How far to either side of a lead its subject and object are looked for, in words. */
    static final int REACH = 14;

    /** What stands further off than this many words is another matter, even where no full stop says so. */
    private static final int NEIGHBOURHOOD = 200;

    private final Words words;
    private final Lexicon lexicon;
    private final int[][] symbols;
    private final long[] signs;
    private final byte[] marks;
    private final int[] clauses;
    /** The first word of each clause, and behind the last one the end of the text. */
    private int[] openings = {};

    private Tagged(Words words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
        this.symbols = new int[words.size()][];
        this.signs = new long[words.size()];
        this.marks = new byte[words.size()];
        this.clauses = new int[words.size()];
    }

    static Tagged of(Words words, Lexicon lexicon) {
        var tagged = new Tagged(words, lexicon);
        tagged.addClasses(tagged.know());
        tagged.dropExceptions();
        tagged.cutClauses();
        return tagged;
    }

    private Known[] know() {
        var known = new Known[words.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = lexicon.known(words.word(i));
            symbols[i] = known[i].symbols();
            signs[i] = known[i].signs();
            marks[i] = known[i].marks();
        }
        return known;
    }

    private void addClasses(Known[] known) {
        for (int i = 0; i < words.size(); i++) {
            // what a word is of itself has been worked out, phrases are left
            boolean own = symbols[i] == known[i].symbols();
            int limit = words.endWord(words.sentence(i));
            List<Lexicon.ClassEntry> entries = own && known[i].alone()
                    ? List.of()
                    : (own ? lexicon.classPhrases() : lexicon.classEntries()).at(this, i, limit);
            symbols[i] = own ? known[i].classed() : symbols[i];
            for (var entry : entries) {
                int end = entry.wording().offered(this, i, limit);
                for (int j = i; j < end; j++) {
                    symbols[j] = Known.with(symbols[j], entry.wordClass());
                    signs[j] |= Known.sign(entry.wordClass());
                    marks[j] |= lexicon.marks(entry.wordClass());
                }
            }
        }
    }

    private void dropExceptions() {
        for (int i = 0; i < words.size(); i++) {
            if (!lexicon.classExceptions().mayBegin(this, i)) {
                continue;
            }
            int limit = words.endWord(words.sentence(i));
            for (var entry : lexicon.classExceptions().at(this, i, limit)) {
                int end = entry.wording().match(this, i, limit);
                for (int j = i; j < end; j++) {
                    symbols[j] = Arrays.stream(symbols[j])
                            .filter(s -> s != entry.wordClass())
                            .toArray();
                }
            }
        }
    }

    private void cutClauses() {
        var opens = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            opens[i] |= i == words.firstWord(words.sentence(i));
            if (!lexicon.clauseOpeners().mayBegin(this, i)) {
                continue;
            }
            int limit = words.endWord(words.sentence(i));
            boolean excepted = false;
            for (var opener : lexicon.clauseOpeners().at(this, i, limit)) {
                // a name that ends as a verb does closes no clause: "Алматы, Тараз"
                boolean name = opener.wording().opening() > 0 && words.capital(i) && !opens[i];
                boolean fits = !name && opener.wording().offered(this, i, limit, Wording.NOTHING) >= 0;
                excepted |= fits && opener.exception();
                opens[i + (fits ? opener.wording().opening() : 0)] |= fits && !opener.exception();
            }
            opens[i] &= !excepted;
        }
        int clause = 0;
        for (int i = 0; i < words.size(); i++) {
            clauses[i] = opens[i] ? ++clause : clause;
        }
        openings = new int[clause + 2];
        openings[clause + 1] = words.size();
        for (int i = words.size() - 1; i >= 0; i--) {
            openings[clauses[i]] = i;
        }
    }

    Words words() {
        return words;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    int size() {
        return words.size();
    }

    /** Whether the word is one of a symbol: a word, a beginning or a class. */
    boolean is(int word, int symbol) {
        return (signs[word] & Known.sign(symbol)) != 0 && contains(symbols[word], symbol);
    }

    private static boolean contains(int[] symbols, int symbol) {
        for (int s : symbols) {
            if (s == symbol) {
                return true;
            }
        }
        return false;
    }

    /** How English puts the entry of the class that the word is part of. */
    Optional<String> gloss(int word, int wordClass) {
        int limit = words.endWord(words.sentence(word));
        for (int from = word; from >= Math.max(words.firstWord(words.sentence(word)), word - 3); from--) {
            for (var entry : lexicon.classEntries().at(this, from, limit)) {
                if (entry.wordClass() == wordClass && entry.wording().match(this, from, limit) > word) {
                    return entry.gloss();
                }
            }
        }
        return Optional.empty();
    }

    int[] symbols(int word) {
        return symbols[word];
    }

    /** The signs of all that the word is, and perhaps of more. */
    long signs(int word) {
        return signs[word];
    }

    /** The marks of the lists of the lexicon that may have a wording which begins with the word. */
    byte marks(int word) {
        return marks[word];
    }

    int clause(int word) {
        return clauses[word];
    }

    int clauseStart(int word) {
        return Math.max(openings[clauses[word]], word - NEIGHBOURHOOD);
    }

    /** The first word that is no longer part of the word's clause. */
    int clauseEnd(int word) {
        return Math.min(openings[clauses[word] + 1], word + NEIGHBOURHOOD);
    }

    /** The first word of the word's sentence, or of its neighbourhood where the sentence is endless. */
    int sentenceStart(int word) {
        return Math.max(words.firstWord(words.sentence(word)), word - NEIGHBOURHOOD);
    }

    /** The first word that is no longer part of the word's sentence, or of its neighbourhood. */
    int sentenceEnd(int word) {
        return Math.min(words.endWord(words.sentence(word)), word + NEIGHBOURHOOD);
    }

    /** The first word from {@code from} to {@code to} (excluded) that is of the class, or -1. */
    int first(int from, int to, int wordClass) {
        for (int i = Math.max(0, from); i < Math.min(size(), to); i++) {
            if (is(i, wordClass)) {
                return i;
            }
        }
        return -1;
    }

    /** The last such word, or -1. */
    int last(int from, int to, int wordClass) {
        for (int i = Math.min(size(), to) - 1; i >= Math.max(0, from); i--) {
            if (is(i, wordClass)) {
                return i;
            }
        }
        return -1;
    }

    boolean any(int from, int to, int wordClass) {
        return first(from, to, wordClass) >= 0;
    }

    boolean any(int from, int to, int... wordClasses) {
        for (int wordClass : wordClasses) {
            if (first(from, to, wordClass) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word stands in the report's first line, and that line does not end as a sentence does. */
    boolean headline(int word) {
        int sentence = words.sentence(word);
        if (sentence > 1 || sentence + 1 >= words.sentences() || !words.opensParagraph(sentence + 1)) {
            return false;
        }
        return words.speaks(words.endWord(sentence) - 1);
    }

    /** The first word before {@code word} that may still belong to it: at most {@link #REACH} words, in its sentence. */
    int reachBefore(int word) {
        return Math.max(words.firstWord(words.sentence(word)), word - REACH);
    }

    /** Where the words behind {@code word} stop to belong to it. */
    int reachAfter(int word) {
        return Math.min(words.endWord(words.sentence(word)), word + 1 + REACH);
    }
}
