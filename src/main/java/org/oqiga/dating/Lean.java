package org.oqiga.dating;

import org.oqiga.report.Words;

/** Where the words around a date point: a weekday is the last one or the next by it. */
enum Lean {
    PAST,
    FUTURE,
    /** Whichever is nearer: a future seen from the past, "would reopen on Friday". */
    NEAR,
    /** Nothing is said. */
    OPEN;

    private static final int BEHIND = 25;
    private static final int AHEAD = 14;

    /** How many words before an infinitive the verb stands that says it was done: "forced the crowd to leave". */
    private static final int DONE = 3;

    /** Looks for the verb that governs the words {@code from} to {@code to}: before them, or behind where they open a clause. */
    static Lean of(Lexicon lexicon, Words words, int from, int to) {
        int sentence = words.sentence(from);
        int first = Math.max(words.firstWord(sentence), from - BEHIND);
        int last = Math.min(words.endWord(sentence), to + (lexicon.verbLast() ? BEHIND : AHEAD));
        var before = OPEN;
        if (!lexicon.verbLast()) {
            for (int i = from - 1;
                    i >= first && before == OPEN && !words.folded(i).equals(";");
                    i--) {
                before = hint(lexicon, words, i);
                if (before == PAST && i > first && isParticiple(lexicon, words, i)) {
                    before = auxiliary(lexicon, words, i, first);
                }
            }
        }
        if (before == OPEN && (lexicon.verbLast() || opensClause(words, from, first))) {
            for (int i = to; i < last && before == OPEN; i++) {
                before = hint(lexicon, words, i);
            }
        }
        return before;
    }

    private static boolean isParticiple(Lexicon lexicon, Words words, int at) {
        return lexicon.cues("participle").contains(words.folded(at))
                || !lexicon.cues("past").contains(words.folded(at));
    }

    /** "Closed" in "will stay closed" is no past. */
    private static Lean auxiliary(Lexicon lexicon, Words words, int participle, int first) {
        for (int i = participle - 1; i >= first && i >= participle - 3; i--) {
            var hint = hint(lexicon, words, i);
            if (hint != OPEN) {
                return hint;
            }
        }
        return PAST;
    }

    private static boolean opensClause(Words words, int from, int first) {
        return from <= first + 1 || !words.speaks(from - 1);
    }

    /** Whether an infinitive tells of what is to come: not "to Almaty", nor "refused to leave". */
    private static boolean isAhead(Lexicon lexicon, Words words, int at) {
        int next = at + 1;
        if (next >= words.size()
                || words.capital(next)
                || Character.isDigit(words.printed(next).charAt(0))
                || lexicon.cues("no-verb").contains(words.folded(next))
                || isPlural(lexicon, words.folded(next))) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(words.firstWord(words.sentence(at)), at - DONE); i--) {
            if (lexicon.cues("done").contains(words.folded(i))) {
                return false;
            }
        }
        return true;
    }

    /** "To morgues": ends as no verb's infinitive does. */
    private static boolean isPlural(Lexicon lexicon, String word) {
        return lexicon.cues("plural-ending").stream().anyMatch(word::endsWith)
                && lexicon.cues("verb-ending").stream().noneMatch(word::endsWith);
    }

    /** "Could be heard": what was perceived has happened. */
    private static boolean isPerceived(Lexicon lexicon, Words words, int at) {
        return lexicon.cues("ability").contains(words.folded(at))
                && (lexicon.cues("perceived").contains(folded(words, at + 1))
                        || lexicon.cues("perceived").contains(folded(words, at + 2)));
    }

    private static String folded(Words words, int at) {
        return at < words.size() ? words.folded(at) : "";
    }

    private static Lean hint(Lexicon lexicon, Words words, int at) {
        var hint = lexicon.known(words, at).hint();
        if (hint != NEAR) {
            return hint;
        }
        if (isPerceived(lexicon, words, at)) {
            return PAST;
        }
        return lexicon.cues("infinitive").contains(words.folded(at)) && !isAhead(lexicon, words, at) ? OPEN : NEAR;
    }

    /** Where the word points by itself. */
    static Lean hint(Lexicon lexicon, String word) {
        if (lexicon.cues("future").contains(word)) {
            return FUTURE;
        }
        if (lexicon.cues("near").contains(word)) {
            return NEAR;
        }
        if (lexicon.cues("past").contains(word)) {
            return PAST;
        }
        if (!lexicon.cues("not-past").contains(word)) {
            for (var ending : lexicon.cues("past-ending")) {
                if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
                    return PAST;
                }
            }
        }
        return OPEN;
    }
}
