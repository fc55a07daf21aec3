package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.oqiga.report.Words;

/** Which words of a report belong to the names of persons, so that "Jordan Smith" and later "Smith" are no places. */
final class Persons {

    private final BitSet named = new BitSet();
    private final Set<String> names = new HashSet<>();

    private Persons() {}

    static Persons in(Words words, Lexicon lexicon, Sentences sentences) {
        var persons = new Persons();
        for (int i = 0; i < words.size(); i++) {
            if (!isName(words, i)) {
                continue;
            }
            int end = endOfName(words, i, lexicon);
            boolean titled = lexicon.before(Cue.TITLE, words, titleEnd(words, i));
            int given = i;
            while (given < end - 1 && !isGiven(words, given, lexicon, sentences)) {
                given++;
            }
            boolean hasGiven = given < end - 1 && isGiven(words, given, lexicon, sentences);
            if (titled || hasGiven) {
                persons.add(words, titled ? i : given, end, lexicon);
            }
            i = Math.max(i, end - 1);
        }
        return persons;
    }

    /** Whether the word stands inside a person's name. */
    boolean hold(int word) {
        return named.get(word);
    }

    /** Whether a person of this report bears the name. */
    boolean bear(String folded) {
        return names.contains(folded);
    }

    private void add(Words words, int from, int to, Lexicon lexicon) {
        named.set(from, to);
        for (int i = from; i < to; i++) {
            if (words.end(i) - words.start(i) > 2 && !lexicon.is(Cue.PARTICLE, words.folded(i))) {
                names.add(words.folded(i));
            }
        }
    }

    private static boolean isName(Words words, int i) {
        return words.capital(i) && Character.isLetter(words.text().charAt(words.start(i)));
    }

    /** A given name, or an initial with its dot. */
    private static boolean isGiven(Words words, int i, Lexicon lexicon, Sentences sentences) {
        String word = words.folded(i);
        return lexicon.givenName(word)
                && !(sentences.begins(i) && lexicon.everyday(word))
                && !lexicon.is(Cue.NEVER, word)
                && !lexicon.is(Cue.WEEKDAY_OR_MONTH, word);
    }

    /** Where a title would end before the name, its dot ("Gov. …") left out. */
    private static int titleEnd(Words words, int name) {
        boolean dotted = name > 1
                && words.printed(name - 1).equals(".")
                && words.joined(name - 1)
                && words.end(name - 2) - words.start(name - 2) <= 5;
        return dotted ? name - 1 : name;
    }

    private static int endOfName(Words words, int from, Lexicon lexicon) {
        int end = from + 1;
        int to = end;
        while (to < words.size() && to - from < 8) {
            String printed = words.printed(to);
            boolean hyphen = printed.equals("-") && words.joined(to) && to + 1 < words.size() && words.joined(to + 1);
            boolean initial = printed.equals(".") && words.joined(to) && words.end(to - 1) - words.start(to - 1) == 1;
            boolean name = isName(words, to)
                    && words.text()
                                    .substring(words.end(to - 1), words.start(to))
                                    .indexOf('\n')
                            < 0
                    && !stops(words.folded(to), lexicon);
            boolean particle = lexicon.is(Cue.PARTICLE, words.folded(to))
                    && words.end(to) - words.start(to) <= 3
                    && !lexicon.is(Cue.IN, words.folded(to))
                    && !lexicon.is(Cue.TOWARD, words.folded(to))
                    && !lexicon.is(Cue.WITH, words.folded(to));
            if (!(hyphen || initial || name || particle && !printed.equals("and") && !printed.equals("the"))) {
                break;
            }
            to++;
            end = name ? to : end;
        }
        return end;
    }

    /** Words that end a name written in capitals before them: "Aleppo Mayor …", "Paris Police". */
    private static boolean stops(String word, Lexicon lexicon) {
        return lexicon.is(Cue.ORGANISATION, word)
                || lexicon.is(Cue.STREET, word)
                || lexicon.is(Cue.FACILITY, word)
                || lexicon.is(Cue.WEEKDAY_OR_MONTH, word)
                || lexicon.is(Cue.TITLE, word);
    }
}
