package org.oqiga.geoparse;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import org.oqiga.gazetteer.Place;
import org.oqiga.report.Words;

/**
 * Weighs whether words that could name a place do: how well known the place is, against what stands around the words. The weights
 * are decimal orders of population: a town of a million without any context weighs 4, a village 0.
 */
final class Evidence {

    /** From here on words are taken for a place. */
    static final double ENOUGH = 2.5;

    private static final double CERTAIN = 10;
    private static final double WELL_KNOWN = 4.4;

    private static final double NAMESAKE = -6;

    /** What speaks for a name whatever the rest of the report is about; {@code words} is for a place that everybody knows or not. */
    private record Surroundings(double before, double behind, double namesake, Map<Boolean, Double> words) {}

    // asked for three times
    private final Map<Mention, Surroundings> known = new HashMap<>();
    /** What the likeliest bearer of each name weighs in {@link #bestIn}. */
    private final Map<Repute, Double> best = new IdentityHashMap<>();

    private Focus bestIn = Focus.NONE;
    private final Words words;
    private final Lexicon lexicon;
    private final Persons persons;
    private final Sentences sentences;
    private final Datelines datelines;
    private final Namesakes namesakes;
    private final Beside beside;

    Evidence(Words words, Lexicon lexicon, Persons persons, Sentences sentences, Datelines datelines) {
        this.words = words;
        this.lexicon = lexicon;
        this.persons = persons;
        this.sentences = sentences;
        this.datelines = datelines;
        this.namesakes = new Namesakes(words, lexicon);
        this.beside = new Beside(words, lexicon, sentences, datelines, namesakes);
    }

    double of(Mention mention, Focus focus) {
        if (mention.kind() == Mention.Kind.PEOPLE) {
            return -CERTAIN;
        }
        if (mention.kind() == Mention.Kind.DEMONYM) {
            return demonym(mention);
        }
        if (mention.certain()) {
            return lexicon.after(Cue.STREET, words, mention.to()) > mention.to() && words.capitalAt(mention.to())
                    ? -1
                    : CERTAIN;
        }
        var surroundings = known.computeIfAbsent(mention, this::surroundings);
        double best = best(mention, focus);
        return best
                + surroundings.words.computeIfAbsent(best >= WELL_KNOWN, wellKnown -> word(mention, wellKnown))
                + surroundings.before
                + surroundings.behind
                + surroundings.namesake;
    }

    /** What the likeliest bearer of the name weighs, the same wherever the report names it. */
    private double best(Mention mention, Focus focus) {
        if (focus != bestIn) {
            best.clear();
            bestIn = focus;
        }
        return best.computeIfAbsent(mention.repute(), repute -> {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < repute.priors().length; i++) {
                if (repute.priors()[i] + Focus.MOST_SUPPORT <= most) {
                    continue;
                }
                Place place = mention.candidates().get(i);
                boolean foreign = !focus.isEmpty() && !repute.called().get(i) && focus.countryShare(place) == 0;
                most = Math.max(most, repute.priors()[i] + focus.support(place) + (foreign ? -1 : 0));
            }
            return most;
        });
    }

    private Surroundings surroundings(Mention mention) {
        return new Surroundings(
                beside.before(mention),
                beside.behind(mention),
                namesakes.isOne(mention) ? NAMESAKE : 0,
                new HashMap<>(2));
    }

    private double demonym(Mention mention) {
        int from = mention.from();
        if (from > 0 && lexicon.is(Cue.NATIVE, words, from - 1)) {
            return -CERTAIN;
        }
        int next = mention.to();
        boolean noun = next < words.size()
                && (words.speaks(next)
                        || words.printed(next).equals("-")
                        || words.printed(next).equals("/"))
                && !lexicon.is(Cue.TOWARD, words, next)
                && !lexicon.is(Cue.IN, words, next)
                && !lexicon.is(Cue.WITH, words, next);
        boolean spoken = from > 0 && lexicon.is(Cue.LANGUAGE_BEFORE, words, from - 1);
        return spoken && !noun ? -CERTAIN : CERTAIN;
    }

    private double word(Mention mention, boolean wellKnown) {
        int from = mention.from();
        String first = words.folded(from);
        double weight = mention.placed() ? 1 : 0;
        boolean begins = sentences.begins(from);
        if (mention.length() == 1
                ? lexicon.is(Cue.NEVER, words, from)
                : lexicon.is(Cue.NEVER, Spotter.joined(words, from, mention.to()))) {
            weight -= 8;
        }
        if (mention.length() == 1) {
            weight += singleWord(from, begins, wellKnown);
            if (!datelines.dateline(from) && isShortCapitals(words.printed(from))) {
                weight -= 4;
            }
        } else if (lexicon.is(Cue.ORGANISATION, words, mention.to() - 1) && !wellKnown) {
            weight -= 2.5;
        } else if (allEveryday(mention)) {
            weight -= begins ? 2.5 : 1.5;
        } else if (begins && lexicon.everyday(words, from)) {
            weight -= 1;
        }
        if (lexicon.is(Cue.SAINT, words, from) && isSaint(mention)) {
            weight -= 3;
        }
        if (mention.length() == 1 && new Squares(words, lexicon).names(mention)) {
            weight -= 6;
        }
        if (persons.hold(from)) {
            weight -= mention.length() > 1 ? 2 : 5;
        } else if (mention.length() == 1
                && persons.bear(first)
                && !(mention.mayBeCountry() && !lexicon.givenName(words, from))) {
            // "at the Stade de France" is no person's name, "Jordan Smith" is
            weight -= 4;
        } else if (mention.length() == 1 && !wellKnown && persons.mayBear(first)) {
            weight -= 2;
        }
        return weight;
    }

    private double singleWord(int word, boolean begins, boolean wellKnown) {
        double weight = words.end(word) - words.start(word) <= 3 ? -1 : 0;
        if (lexicon.everyday(words, word)) {
            weight -= wellKnown ? begins ? 1.5 : 0.5 : begins ? 3 : 2;
        } else if (lexicon.givenName(words, word)) {
            weight -= wellKnown ? 0 : 1;
        }
        if (!wellKnown && sentences.writtenSmall(words.folded(word))) {
            weight -= 2;
        }
        return weight;
    }

    private static boolean isShortCapitals(String printed) {
        return printed.length() <= 4 && printed.length() > 1 && printed.equals(printed.toUpperCase(Locale.ROOT));
    }

    private boolean allEveryday(Mention mention) {
        for (int i = mention.from(); i < mention.to(); i++) {
            if (words.speaks(i) && !lexicon.everyday(words, i)) {
                return false;
            }
        }
        return true;
    }

    /** "St. Paul's", "the church of St. Peter": the saint, not a town. */
    private boolean isSaint(Mention mention) {
        int to = mention.to();
        boolean owns = to < words.size() && words.joined(to) && words.folded(to).startsWith("'");
        return lexicon.givenName(words, to - 1) && (owns || lexicon.before(Cue.SAINTS, words, mention.from()));
    }
}
