package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** More words than a heading has. */
    private static final int HEADING = 7;

    /** How many sentences a heading holds good. */
    private static final int SECTION = 40;

    private final Tagged text;
    private final Mentions mentions;
    private final Chains chains;
    private final Gazetteer gazetteer;
    /** For each sentence the one that opens its paragraph. */
    private final int[] openings;

    /** For each sentence, as far as was asked, the region named last before it. */
    private final List<Optional<Place>> regions = new ArrayList<>();

    private final Map<Integer, List<Mention>> labels = new HashMap<>();
    private final Map<Integer, Optional<Place>> inParagraph = new HashMap<>();
    private final Map<Integer, Optional<Place>> headings = new HashMap<>();

    private final int glue;
    private final int and;
    private final int nationwide;
    private final int capital;
    private final int capitalSite;

    Passages(Tagged text, Mentions mentions, Chains chains, Gazetteer gazetteer) {
        this.text = text;
        this.mentions = mentions;
        this.chains = chains;
        this.gazetteer = gazetteer;
        this.openings = new int[text.words().sentences()];
        for (int s = 1; s < openings.length; s++) {
            openings[s] = text.words().opensParagraph(s) ? s : openings[s - 1];
        }
        this.glue = text.lexicon().wordClass("GLUE");
        this.and = text.lexicon().wordClass("AND");
        this.nationwide = text.lexicon().wordClass("NATIONWIDE");
        this.capital = text.lexicon().wordClass("CAPITAL");
        this.capitalSite = text.lexicon().wordClass("CAPITAL_SITE");
    }

    /** The places that a label gives a whole paragraph: "Izeh: A funeral turned into a rally", "19:50 Aktau. A crowd ...". */
    List<Mention> label(int sentence) {
        // asked for at every lead of the paragraph
        return labels.computeIfAbsent(openings[sentence], this::labelOf);
    }

    private List<Mention> labelOf(int opening) {
        var places = opens(opening);
        int at = places.isEmpty() ? 0 : places.get(places.size() - 1).to();
        int end = text.words().endWord(opening);
        boolean ends = at >= end
                || text.words().folded(at).equals(":")
                || at == end - 1 && !text.words().speaks(at);
        return ends ? places : colon(opening).map(List::of).orElse(List.of());
    }

    /** The town of a label's region that the paragraph has come to: "West Kazakhstan. In Oral a rally was held. It was dispersed". */
    Optional<Place> within(List<Mention> label, int sentence) {
        var region = label.get(0).place();
        return inParagraph(sentence)
                .filter(town -> label.size() == 1
                        && region.level() == PlaceLevel.REGION
                        && town.level() != PlaceLevel.REGION
                        && gazetteer.contains(region, town));
    }

    /** The one place that a line of its own sets over the paragraphs that follow, up to the next heading. */
    private Optional<Place> heading(int sentence) {
        for (int s = openings[sentence] - 1; s >= Math.max(0, sentence - SECTION); s--) {
            boolean line = text.words().opensParagraph(s) && text.words().opensParagraph(s + 1);
            int last = text.words().endWord(s) - 1;
            // between two lines may lie a sentence without words
            boolean empty = last < text.words().firstWord(s);
            if (line
                    && !empty
                    && last - text.words().firstWord(s) < HEADING
                    && text.words().speaks(last)) {
                var places = opens(s);
                boolean alone = places.size() == 1
                        && places.get(0).to() > last
                        && !places.get(0).isCountry();
                return alone ? Optional.of(places.get(0).place()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The places that a sentence begins with, behind a clock or a dash: nothing but commas and "and" stands between them. */
    private List<Mention> opens(int sentence) {
        int end = text.words().endWord(sentence);
        int at = text.words().firstWord(sentence);
        while (at < end && !text.words().capital(at)) {
            if (text.words().speaks(at)
                    && !Character.isDigit(text.words().printed(at).charAt(0))) {
                return List.of();
            }
            at++;
        }
        List<Mention> places = new ArrayList<>();
        for (var mention : mentions.within(at, end)) {
            if (mention.from() < at || !onlyJoined(at, mention.from(), places.isEmpty())) {
                break;
            }
            places.add(mention);
            at = mention.to();
        }
        return places;
    }

    private boolean onlyJoined(int from, int to, boolean first) {
        for (int i = from; i < to; i++) {
            if (!text.words().folded(i).equals(",") && !text.is(i, and)) {
                return false;
            }
        }
        return first ? from == to : from < to;
    }

    /** The place before the colon of a label: "• Arak, Markazi Province: Crowds gathered". */
    private Optional<Mention> colon(int opening) {
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
        return (inTown ? named(sentence, true, true) : inParagraph(sentence))
                .or(() -> headings.computeIfAbsent(sentence, this::heading))
                .or(mentions::mainTown)
                .or(() -> named(sentence, inTown, false));
    }

    /** The town or region that the paragraph has named before the sentence. */
    Optional<Place> inParagraph(int sentence) {
        return inParagraph.computeIfAbsent(sentence, s -> named(s, false, true));
    }

    /** Whether the paragraph's sentence before is about the whole country and names no place in it. */
    boolean nationwide(int sentence) {
        if (sentence == 0 || text.words().opensParagraph(sentence)) {
            return false;
        }
        int from = text.words().firstWord(sentence - 1);
        int to = text.words().endWord(sentence - 1);
        return text.any(from, to, nationwide)
                && mentions.local(from, to, mention -> true).isEmpty();
    }

    /** The capital, where the paragraph has spoken of it or of what stands there: "the capital", "parliament". */
    Optional<Place> capital(int sentence) {
        for (int s = sentence - 1;
                s >= Math.max(0, sentence - PASSAGE) && !text.words().opensParagraph(s + 1);
                s--) {
            int from = text.words().firstWord(s);
            int to = text.words().endWord(s);
            if (text.any(from, to, capital, capitalSite)) {
                return gazetteer.capital(mentions.country());
            }
        }
        return Optional.empty();
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
                                        && !gazetteer.contains(mention.place(), one)
                                        && !gazetteer.contains(one, mention.place()))
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
        for (; regions.size() <= sentence; ) {
            int s = regions.size() - 1;
            var named = s < 0
                    ? Optional.<Place>empty()
                    : mentions.local(text.words().firstWord(s), text.words().endWord(s), mention -> true);
            regions.add(
                    named.isEmpty()
                            ? s < 0 ? named : regions.get(s)
                            : named.get().level() == PlaceLevel.REGION
                                    ? named
                                    : gazetteer.place(named.get().parents().admin1Id()));
        }
        return regions.get(sentence);
    }
}
