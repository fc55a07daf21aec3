package org.oqiga.geoparse;

import org.oqiga.report.Words;

/** Weighs the words right before and right behind a name for its being that of a place. */
record Beside(Words words, Lexicon lexicon, Sentences sentences, Datelines datelines, Namesakes namesakes) {

    double before(Mention mention) {
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
        double weight = 0;
        int anchor = words.folded(from - 1).equals("the") && from > 1 ? from - 1 : from;
        if (lexicon.before(Cue.IN, words, anchor)) {
            weight += 2;
        } else if (lexicon.before(Cue.TOWARD, words, anchor)) {
            weight += 0.7;
        }
        if (lexicon.before(Cue.STREET_BEFORE, words, from) || namesakes.isStreet(mention)) {
            return -6;
        }
        if (lexicon.before(Cue.TITLE, words, from)
                && !lexicon.before(Cue.RULES, words, from)
                && !lexicon.placed(words.folded(from))) {
            weight -= 3;
        }
        boolean adjacent =
                words.speaks(from - 1) && words.capital(from - 1) && words.sentence(from - 1) == words.sentence(from);
        if (adjacent
                && !sentences.begins(from - 1)
                && !lexicon.everyday(words, from - 1)
                && lexicon.demonym(words, from - 1).isEmpty()) {
            weight -= 2.5;
        } else if (words.hyphened(from) && words.capital(from - 1)) {
            weight -= 1.5;
        } else if (words.printed(from - 1).equals(".")
                && from > 1
                && words.capital(from - 2)
                && words.end(from - 2) - words.start(from - 2) == 1) {
            weight -= 4;
        }
        return weight;
    }

    double behind(Mention mention) {
        int to = mention.to();
        if (to >= words.size()) {
            return 0;
        }
        boolean adjacent = words.speaks(to) && !words.hyphened(to) && words.sentence(to) == words.sentence(to - 1);
        if (adjacent && (lexicon.hasCases() || words.capitalAt(to)) && lexicon.is(Cue.STREET, words, to)) {
            return -6;
        }
        if (adjacent && words.capitalAt(to)) {
            if (lexicon.is(Cue.ORGANISATION, words, to)
                    || lexicon.is(Cue.FACILITY, words, to)
                    || lexicon.is(Cue.TITLE, words, to)
                    || lexicon.is(Cue.PLACE_AFTER, words, to)) {
                return mention.length() == 1 && lexicon.everyday(words, to - 1) ? -1.5 : 0.5;
            }
            return lexicon.everyday(words, to - 1)
                    ? -1.5
                    : lexicon.everyday(words, to) || lexicon.is(Cue.WEEKDAY_OR_MONTH, words, to) ? -0.7 : -2.5;
        }
        if (words.hyphened(to)) {
            return lexicon.is(Cue.HYPHENATED, words, to) ? 2 : words.capitalAt(to) ? -1 : 0;
        }
        if (lexicon.is(Cue.JOINS, words, to) && words.capitalAt(to + 1)) {
            return -2.5;
        }
        double weight = 0;
        if (lexicon.after(Cue.PLACE_AFTER, words, to) > to) {
            weight += 1.5;
        } else if (lexicon.is(Cue.PERSON_VERB, words, to)) {
            weight -= 1;
        }
        return weight;
    }
}
