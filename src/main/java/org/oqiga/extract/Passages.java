package org.oqiga.extract;

import java.util.Optional;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** What place the passage round a sentence is about, where the sentence itself names none. */
final class Passages {

    /** How many sentences back a passage may have named the place it is about. */
    private static final int PASSAGE = 3;

    /** How many sentences of a paragraph are looked at for a second place. */
    private static final int LONGEST = 20;

    /** The words a label may have: "Khorramabad, Lorestan Province:". */
    private static final int LABEL_WORDS = 8;

    private final Tagged text;
    private final Mentions mentions;
    private final Chains chains;
    private final Gazetteer gazetteer;
    private final int glue;

    Passages(Tagged text, Mentions mentions, Chains chains, Gazetteer gazetteer) {
        this.text = text;
        this.mentions = mentions;
        this.chains = chains;
        this.gazetteer = gazetteer;
        this.glue = text.lexicon().wordClass("GLUE");
    }

    /** The place that a label gives a whole paragraph: "Izeh: A funeral turned into a rally", "• Arak, Markazi Province: Crowds gathered". */
    Optional<Mention> label(int sentence) {
        int opening = sentence;
        while (opening > 0 && !text.words().opensParagraph(opening)) {
            opening--;
        }
        int first = text.words().firstWord(opening);
        int end = text.sentenceEnd(first);
        Optional<Mention> label = Optional.empty();
        for (int i = first; i < Math.min(end, first + LABEL_WORDS); i++) {
            if (text.words().folded(i).equals(":")) {
                return label;
            }
            int at = i;
            var named = mentions.within(i, i + 1).stream().findFirst();
            if (named.isPresent()) {
                label = label.or(() -> named);
                i = named.get().to() - 1;
            } else if (text.words().speaks(at) && !text.is(at, glue)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * What the passage is about: the last town or region named in the paragraph, else the town the report is about, else the
     * last one named in the paragraph before; further back where "the city" is meant.
     */
    Optional<Place> town(int sentence, boolean inTown) {
        return named(sentence, inTown, true).or(mentions::mainTown).or(() -> named(sentence, inTown, false));
    }

    private Optional<Place> named(int sentence, boolean inTown, boolean ofParagraph) {
        int reach = inTown ? 3 * PASSAGE : ofParagraph ? 5 : PASSAGE;
        for (int s = sentence - 1; s >= Math.max(0, sentence - reach); s--) {
            boolean edge = text.words().opensParagraph(s + 1);
            if (edge && (ofParagraph || !inTown && s < sentence - 1 && !aboutOne(s))) {
                break;
            }
            var last = mentions.local(
                    text.words().firstWord(s),
                    text.words().endWord(s),
                    mention -> !chains.isOrigin(mention) && !chains.isAside(mention));
            if (last.isPresent() && (!inTown || last.get().level() != PlaceLevel.REGION)) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** Whether the paragraph that ends with the sentence names one place alone. */
    private boolean aboutOne(int last) {
        int first = last;
        while (first > 0 && last - first < LONGEST && !text.words().opensParagraph(first)) {
            first--;
        }
        int from = text.words().firstWord(first);
        int to = text.words().endWord(last);
        return mentions.local(from, to, mention -> !chains.isOrigin(mention))
                .filter(one -> mentions.local(
                                from,
                                to,
                                mention -> !chains.isOrigin(mention)
                                        && !mention.place().equals(one))
                        .isEmpty())
                .isPresent();
    }

    /** "There", where the sentence before speaks of "the capital" alone. */
    Optional<Place> there(int sentence) {
        if (sentence == 0 || text.words().opensParagraph(sentence)) {
            return Optional.empty();
        }
        int from = text.words().firstWord(sentence - 1);
        int to = text.words().endWord(sentence - 1);
        if (mentions.local(from, to, mention -> true).isPresent()) {
            return Optional.empty();
        }
        return mentions.within(from, to).stream()
                .filter(mention -> mentions.usable(mention) && !mention.isCountry() && mentions.about(mention.place()))
                .map(Mention::place)
                .findFirst();
    }

    /** "In the region": the one named last, or the one of the town named last. */
    Optional<Place> region(int sentence) {
        for (int s = sentence - 1; s >= 0; s--) {
            var named = mentions.local(text.words().firstWord(s), text.words().endWord(s), mention -> true);
            if (named.isPresent()) {
                var place = named.get();
                return place.level() == PlaceLevel.REGION
                        ? named
                        : gazetteer.place(place.parents().admin1Id());
            }
        }
        return Optional.empty();
    }
}
