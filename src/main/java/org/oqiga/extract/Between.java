package org.oqiga.extract;

import org.jspecify.annotations.Nullable;

/** What the words between two names of places say of how the one lies to the other. */
final class Between {

    /** How many words may stand between a part of a town and the town: ", an industrial suburb of". */
    private static final int PART_GAP = 6;

    private static final int PART_WORDS = 2;

    /** How many words before a place say that it is that of a part. */
    private static final int SHARE_WORDS = 6;

    /** How near a lead stands that is the part's own. */
    private static final int OWN = 4;

    private final Tagged text;
    private final int and;
    private final int glue;
    private final int beside;
    private final int partOf;
    private final int share;
    private final int from;
    private final int goal;

    Between(Tagged text) {
        this.text = text;
        this.and = text.lexicon().wordClass("AND");
        this.glue = text.lexicon().wordClass("GLUE");
        this.beside = text.lexicon().wordClass("BESIDE");
        this.partOf = text.lexicon().wordClass("PART_OF");
        this.share = text.lexicon().wordClass("SHARE");
        this.from = text.lexicon().wordClass("FROM");
        this.goal = text.lexicon().wordClass("GOAL");
    }

    /** Whether the word may stand in "some 150 km west of". */
    boolean locates(int word) {
        return text.is(word, beside)
                || Character.isDigit(text.words().printed(word).charAt(0));
    }

    /** Whether the words end as those do that name a part before its whole: ", an industrial suburb of". */
    boolean isPartOf(int from, int to) {
        return to - from <= PART_GAP && text.any(to - PART_WORDS, to, partOf);
    }

    /** Whether nothing but commas and "and" stands between two names: "flights to Atyrau and Aksai". */
    boolean listed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!text.words().folded(i).equals(",") && !text.is(i, and)) {
                return false;
            }
        }
        return true;
    }

    /** The word, or where it opens brackets that close before {@code to}, the one that closes them: "Almaty (5,000 people), Taraz". */
    int behindBrackets(int word, int to) {
        if (text.words().folded(word).equals("(")) {
            for (int i = word + 1; i < to; i++) {
                if (text.words().folded(i).equals(")")) {
                    return i;
                }
            }
        }
        return word;
    }

    /** Whether the second place is only left for the first: "to Mahabad from Urmia". */
    boolean isLeft(Mention end, Mention start) {
        return start.from() - end.to() <= 2
                && text.is(start.from() - 1, from)
                && end.from() > 0
                && text.is(end.from() - 1, goal);
    }

    /** Whether the word is a name in a list of places that no table has: "Matara, Digana and Galle". */
    boolean isUnknown(int word, int from, int to) {
        return text.words().capital(word) && word > from && word + 1 < to && isListing(word - 1) && isListing(word + 1);
    }

    private boolean isListing(int word) {
        return text.words().folded(word).equals(",") || text.is(word, and);
    }

    /** "In Kaskelen, near Almaty": the second name says where the first one lies. */
    boolean onlyBeside(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.is(i, and) || !text.words().folded(i).equals(",") && !locates(i) && !text.is(i, glue)) {
                return false;
            }
        }
        return text.any(from, to, beside);
    }

    /** "Hlaingthaya, an industrial suburb of Yangon": the second name is that of the whole. */
    boolean isWhole(int from, int to) {
        return text.words().folded(from).equals(",") && isPartOf(from, to) && !text.any(from, to, and);
    }

    /** "The Paris suburb of Nanterre": the first name is that of the whole. */
    boolean holdsNext(int from, int to) {
        return to - from <= PART_WORDS && text.is(from, partOf);
    }

    /** "Some of them in the capital" is where a part of them was, not what the rest of the sentence is about. */
    boolean isOfAShare(Mention mention, @Nullable Lead lead) {
        int part = text.last(
                Math.max(text.sentenceStart(mention.from()), mention.from() - SHARE_WORDS), mention.from(), share);
        while (part > 0 && text.is(part - 1, share)) {
            part--;
        }
        return lead != null
                && part > 0
                && (lead.from() < part - OWN
                        || lead.to() < part && isNumber(part - 1)
                        || lead.from() > mention.to() + OWN);
    }

    private boolean isNumber(int word) {
        String folded = text.words().folded(word);
        return Character.isDigit(folded.charAt(0))
                || !Double.isNaN(text.lexicon().number(text.words().word(word)));
    }
}
