package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.oqiga.report.Words;

/** Which words of a report belong to the names of persons, so that "Jordan Smith" and later "Smith" are no places. */
final class Persons {

    private static final int LONGEST_ABBREVIATION = 5;

    private final BitSet named = new BitSet();
    private final Set<String> names = new HashSet<>();
    private final Set<String> perhaps = new HashSet<>();

    private Persons() {}

    static Persons in(Words words, Lexicon lexicon, Sentences sentences, Datelines datelines) {
        var persons = new Persons();
        for (int i = 0; i < words.size(); i++) {
            if (!isName(words, i) || datelines.dateline(i)) {
                continue;
            }
            int end = endOfName(words, i, lexicon);
            boolean titled = sameLine(words, i)
                    && lexicon.before(Cue.TITLE, words, titleEnd(words, i))
                    && !lexicon.before(Cue.RULES, words, i)
                    && !(end - i == 1 && lexicon.placed(words.folded(i)));
            int given = i;
            while (given < end - 1 && !isGiven(words, given, lexicon, sentences)) {
                given++;
            }
            boolean hasGiven = given < end - 1 && isGiven(words, given, lexicon, sentences);
            if (titled || hasGiven) {
                persons.add(words, titled ? i : given, end, lexicon);
            } else if (end - i >= 2
                    && end - i <= 3
                    && !sentences.begins(i)
                    && !lexicon.everyday(words, i)
                    && words.speaks(i + 1)) {
                persons.perhaps.add(words.folded(end - 1));
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

    /** Whether the name ends a row of capitals somewhere in the report that reads like a person's name. */
    boolean mayBear(String folded) {
        return perhaps.contains(folded);
    }

    private void add(Words words, int from, int to, Lexicon lexicon) {
        named.set(from, to);
        for (int i = from; i < to; i++) {
            if (words.end(i) - words.start(i) > 2 && !lexicon.is(Cue.PARTICLE, words, i)) {
                names.add(words.folded(i));
            }
        }
    }

    private static boolean isName(Words words, int i) {
        return words.capital(i) && Character.isLetter(words.text().charAt(words.start(i)));
    }

    /** A given name, or an initial with its dot. */
    private static boolean isGiven(Words words, int i, Lexicon lexicon, Sentences sentences) {
        return lexicon.givenName(words, i)
                && (i + 1 >= words.size() || !words.speaks(i + 1) || lexicon.surname(words, i + 1))
                && !(sentences.begins(i) && lexicon.everyday(words, i))
                && !lexicon.is(Cue.NEVER, words, i)
                && !lexicon.is(Cue.WEEKDAY_OR_MONTH, words, i);
    }

    private static boolean sameLine(Words words, int i) {
        return i > 0 && !words.opensLine(i);
    }

    /** Where a title would end before the name, its dot ("Gov. …") left out. */
    private static int titleEnd(Words words, int name) {
        boolean dotted = name > 1
                && words.printed(name - 1).equals(".")
                && words.joined(name - 1)
                && words.capital(name - 2)
                && words.end(name - 2) - words.start(name - 2) <= LONGEST_ABBREVIATION;
        return dotted ? name - 1 : name;
    }

    private static int endOfName(Words words, int from, Lexicon lexicon) {
        int end = from + 1;
        int to = end;
        while (to < words.size() && to - from < 8) {
            String printed = words.printed(to);
            boolean hyphen = words.hyphened(to);
            boolean initial = printed.equals(".") && words.joined(to) && words.end(to - 1) - words.start(to - 1) == 1;
            boolean name = isName(words, to) && !words.opensLine(to) && !stops(words, to, lexicon);
            boolean particle = lexicon.is(Cue.PARTICLE, words, to)
                    && words.end(to) - words.start(to) <= 3
                    && !lexicon.is(Cue.IN, words, to)
                    && !lexicon.is(Cue.TOWARD, words, to)
                    && !lexicon.is(Cue.WITH, words, to);
            if (!(hyphen || initial || name || particle && !printed.equals("and") && !printed.equals("the"))) {
                break;
            }
            to++;
            end = name || hyphen ? to : end;
        }
        return end;
    }

    /** Words that end a name written in capitals before them: "Aleppo Mayor …", "Paris Police". */
    private static boolean stops(Words words, int word, Lexicon lexicon) {
        return lexicon.is(Cue.ORGANISATION, words, word)
                || lexicon.is(Cue.STREET, words, word)
                || lexicon.is(Cue.FACILITY, words, word)
                || lexicon.is(Cue.WEEKDAY_OR_MONTH, words, word)
                || lexicon.is(Cue.TITLE, words, word);
    }
}
