package org.oqiga.geoparse;

import java.util.Locale;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/**
 * Weighs whether words that could name a place do: how well known the place is, against what stands around the words. The weights
 * are decimal orders of population: a town of a million without any context weighs 4, a village 0.
 */
final class Evidence {

    /** From here on words are taken for a place. */
    static final double ENOUGH = 2.5;

    private static final double CERTAIN = 10;

    private final Words words;
    private final Lexicon lexicon;
    private final Persons persons;
    private final Sentences sentences;
    private final Datelines datelines;

    Evidence(Words words, Lexicon lexicon, Persons persons, Sentences sentences, Datelines datelines) {
        this.words = words;
        this.lexicon = lexicon;
        this.persons = persons;
        this.sentences = sentences;
        this.datelines = datelines;
    }

    double of(Mention mention, Focus focus) {
        if (mention.kind() == Mention.Kind.PEOPLE) {
            return -CERTAIN;
        }
        if (mention.kind() == Mention.Kind.DEMONYM) {
            return demonym(mention);
        }
        if (mention.certain()) {
            return lexicon.after(Cue.STREET, words, mention.to()) > mention.to() && capitalAt(mention.to())
                    ? -1
                    : CERTAIN;
        }
        double prior = Double.NEGATIVE_INFINITY;
        for (Place place : mention.candidates()) {
            prior = Math.max(prior, prior(place, mention) + focus.support(place));
        }
        return prior + word(mention) + before(mention) + behind(mention);
    }

    /** How likely a name is to mean this place before anything is read around it. */
    static double prior(Place place, Mention mention) {
        double people = Math.log10(place.population() + 100.0) - 2;
        double level =
                switch (place.level()) {
                    case COUNTRY -> 6;
                    case REGION -> region(place, mention, people);
                    case DISTRICT -> people - 0.5;
                    case TOWN -> people;
                    case SITE -> 2;
                };
        boolean own = mention.key().equals(Gazetteer.fold(place.name()))
                || mention.key().equals(Gazetteer.fold(place.names().local()));
        double called = own || place.level() == PlaceLevel.COUNTRY ? 0 : place.population() >= 1_000_000 ? -0.5 : -1.5;
        return level + called + (mention.length() > 1 ? 1 : 0) + (mention.kind() == Mention.Kind.MISSPELT ? -1 : 0);
    }

    private static double region(Place place, Mention mention, double people) {
        if (place.id().startsWith("admin2:")) {
            return mention.length() > 1 ? 3.5 : people - 1.5;
        }
        return place.id().startsWith("admin1:") ? Math.max(3, people) : 4;
    }

    private double demonym(Mention mention) {
        int from = mention.from();
        if (from > 0 && lexicon.is(Cue.NATIVE, words.folded(from - 1))) {
            return -CERTAIN;
        }
        int next = mention.to();
        boolean noun = next < words.size()
                && (words.speaks(next)
                        || words.printed(next).equals("-")
                        || words.printed(next).equals("/"))
                && !lexicon.is(Cue.TOWARD, words.folded(next))
                && !lexicon.is(Cue.IN, words.folded(next))
                && !lexicon.is(Cue.WITH, words.folded(next));
        boolean spoken = from > 0 && lexicon.is(Cue.LANGUAGE_BEFORE, words.folded(from - 1));
        return spoken && !noun ? -CERTAIN : CERTAIN;
    }

    private double word(Mention mention) {
        double weight = 0;
        String first = words.folded(mention.from());
        if (mention.length() == 1) {
            String printed = words.printed(mention.from());
            if (printed.length() <= 4
                    && printed.length() > 1
                    && printed.equals(printed.toUpperCase(Locale.ROOT))
                    && !datelines.dateline(mention.from())) {
                weight -= 4;
            }
            if (lexicon.is(Cue.NEVER, first)) {
                weight -= 4;
            } else if (lexicon.everyday(first)) {
                weight -= sentences.begins(mention.from()) ? 3 : 1.5;
            } else if (lexicon.givenName(first)) {
                weight -= 1;
            }
            if (printed.length() <= 3) {
                weight -= 1;
            }
        } else if (sentences.begins(mention.from()) && lexicon.everyday(first)) {
            weight -= 1;
        }
        boolean person = persons.hold(mention.from());
        if (person) {
            weight -= mention.length() > 1 ? 2 : 5;
        } else if (mention.length() == 1 && persons.bear(first)) {
            weight -= 4;
        }
        return weight;
    }

    private double before(Mention mention) {
        int from = mention.from();
        if (datelines.dateline(from) || datelines.byline(from)) {
            return 3;
        }
        if (from == 0) {
            return 0;
        }
        if (lexicon.before(Cue.PART_OF, words, from)) {
            return 3.5;
        }
        String before = words.folded(from - 1);
        double weight = 0;
        int anchor = before.equals("the") && from > 1 ? from - 1 : from;
        if (lexicon.before(Cue.IN, words, anchor)) {
            weight += 2;
        } else if (lexicon.before(Cue.TOWARD, words, anchor)) {
            weight += 0.7;
        }
        if (lexicon.before(Cue.TITLE, words, from)) {
            weight -= 3;
        }
        boolean adjacent =
                words.speaks(from - 1) && words.capital(from - 1) && words.sentence(from - 1) == words.sentence(from);
        if (adjacent
                && !sentences.begins(from - 1)
                && !lexicon.everyday(before)
                && lexicon.demonym(before).isEmpty()) {
            weight -= 2;
        } else if (words.printed(from - 1).equals("-")
                && words.joined(from)
                && from > 1
                && words.joined(from - 1)
                && words.capital(from - 2)) {
            weight -= 1.5;
        } else if (words.printed(from - 1).equals(".")
                && from > 1
                && words.end(from - 2) - words.start(from - 2) == 1) {
            weight -= 4;
        }
        return weight;
    }

    private double behind(Mention mention) {
        int to = mention.to();
        if (to >= words.size()) {
            return 0;
        }
        boolean adjacent = words.speaks(to) && words.sentence(to) == words.sentence(to - 1);
        if (adjacent && capitalAt(to)) {
            String word = words.folded(to);
            if (lexicon.is(Cue.STREET, word)) {
                return -6;
            }
            if (lexicon.is(Cue.ORGANISATION, word)
                    || lexicon.is(Cue.FACILITY, word)
                    || lexicon.is(Cue.TITLE, word)
                    || lexicon.is(Cue.PLACE_AFTER, word)) {
                return 0.5;
            }
            return lexicon.everyday(word) || lexicon.is(Cue.WEEKDAY_OR_MONTH, word) ? -0.7 : -2.5;
        }
        if (words.printed(to).equals("-") && words.joined(to) && to + 1 < words.size() && words.joined(to + 1)) {
            return lexicon.is(Cue.HYPHENATED, words.folded(to + 1)) ? 2 : capitalAt(to + 1) ? -1 : 0;
        }
        double weight = 0;
        if (lexicon.after(Cue.PLACE_AFTER, words, to) > to) {
            weight += 1.5;
        } else if (lexicon.is(Cue.PERSON_VERB, words.folded(to))) {
            weight -= 1;
        }
        return weight;
    }

    private boolean capitalAt(int word) {
        return word < words.size() && words.capital(word);
    }
}
