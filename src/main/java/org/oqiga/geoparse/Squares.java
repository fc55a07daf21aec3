package org.oqiga.geoparse;

import org.oqiga.report.Words;

/** Tells squares called after a person, "площадь Абая", "площадь Исатая и Махамбета", from the towns of the same name. */
record Squares(Words words, Lexicon lexicon) {

    /** Whether the name of one word is that of a person, and a square bears it. */
    boolean names(Mention mention) {
        int from = mention.from();
        int to = mention.to();
        if (!lexicon.givenName(words, from)) {
            return false;
        }
        boolean paired = from > 1 && lexicon.is(Cue.AND, words, from - 1);
        boolean pairs = to + 1 < words.size() && lexicon.is(Cue.AND, words, to) && words.capital(to + 1);
        return lexicon.before(Cue.SQUARE_BEFORE, words, from)
                || paired && lexicon.before(Cue.SQUARE_BEFORE, words, from - 2)
                || lexicon.after(Cue.SQUARE_AFTER, words, to) > to
                || pairs && lexicon.after(Cue.SQUARE_AFTER, words, to + 2) > to + 2;
    }
}
