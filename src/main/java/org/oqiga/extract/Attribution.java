package org.oqiga.extract;

import java.util.Optional;

/** Who says so, as the report names them: "Interfax reported", "according to the interior ministry". */
final class Attribution {

    /** A name of more words than this is a phrase that the search ran into. */
    private static final int MAX_WORDS = 7;

    private final Tagged text;
    private final int says;
    private final int accordingTo;
    private final int that;

    Attribution(Tagged text) {
        this.text = text;
        this.says = text.lexicon().wordClass("SAYS");
        this.accordingTo = text.lexicon().wordClass("ACCORDING");
        this.that = text.lexicon().wordClass("SPEAKER_END");
    }

    Optional<String> of(Lead lead) {
        int from = text.sentenceStart(lead.from());
        int to = text.sentenceEnd(lead.from());
        int according = text.first(from, to, accordingTo);
        if (according >= 0) {
            int start = according;
            while (start < to && text.is(start, accordingTo)) {
                start++;
            }
            return phrase(start, Math.min(to, start + MAX_WORDS + 1), true);
        }
        int verb = text.first(from, to, says);
        return verb < 0 ? Optional.empty() : phrase(from, verb, false);
    }

    /** The words from {@code from} on, or up to {@code to}, that no comma or verb cuts off. */
    private Optional<String> phrase(int from, int to, boolean forward) {
        int start = forward ? from : to;
        int end = forward ? from : to;
        if (forward) {
            while (end < to && goesOn(end)) {
                end++;
            }
        } else {
            while (start > from && goesOn(start - 1)) {
                start--;
            }
        }
        if (end <= start || end - start > MAX_WORDS) {
            return Optional.empty();
        }
        return Optional.of(text.words()
                .text()
                .substring(text.words().start(start), text.words().end(end - 1)));
    }

    private boolean goesOn(int word) {
        return (text.words().speaks(word)
                        || text.words().joined(word)
                                && text.words().folded(word).startsWith("'"))
                && !text.is(word, says)
                && !text.is(word, that);
    }
}
