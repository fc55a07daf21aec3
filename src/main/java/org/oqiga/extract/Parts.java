package org.oqiga.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oqiga.extract.Numbers.Number;

/** The parts of sentences that have a place each: clauses, and what a list counts: "12 died in Almaty, three in Taraz". */
final class Parts {

    private static final Set<String> LISTS = Set.of(",", ";", ":");

    /** How many words before a number of a list, or before its place, may say how exact it is: ", at least three", ", в городе Шымкенте 20". */
    private static final int ADVERBS = 3;

    /** How many words may stand between a number and the place behind it: "three people were hurt in". */
    private static final int NEAR = 4;

    /** How many may stand between a place and the number behind it: "в Шымкенте — 20". */
    private static final int DASH = 1;

    private final Tagged text;
    private final Mentions mentions;
    private final Numbers numbers;
    private final int and;
    private final int subset;
    private final Map<Integer, List<Integer>> openings = new HashMap<>();

    Parts(Tagged text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
        this.numbers = new Numbers(text);
        this.and = text.lexicon().wordClass("AND");
        this.subset = text.lexicon().wordClass("SUBSET");
    }

    /** Where the part begins that the word is in. */
    int start(int word) {
        var all = openings(word);
        int part = Dates.firstAt(all, at -> at, word + 1);
        return Math.max(text.sentenceStart(word), part == 0 ? 0 : all.get(part - 1));
    }

    /** The first word of the next part, or of the next sentence. */
    int end(int word) {
        var all = openings(word);
        int part = Dates.firstAt(all, at -> at, word + 1);
        return Math.min(text.sentenceEnd(word), part == all.size() ? text.size() : all.get(part));
    }

    private List<Integer> openings(int word) {
        return openings.computeIfAbsent(text.words().sentence(word), this::find);
    }

    private List<Integer> find(int sentence) {
        int from = text.words().firstWord(sentence);
        int to = text.words().endWord(sentence);
        var counts = numbers.within(from, to);
        var found = new ArrayList<Integer>();
        boolean placed = false;
        for (int i = from; i < to; i++) {
            boolean clause = i > from && text.clauseStart(i) == i && hasPlace(i, insertionEnd(i));
            if (clause || placed && isListing(i) && isCounted(i, counts)) {
                found.add(i);
                placed = false;
            }
            placed |= hasPlace(i, i + 1);
        }
        return found;
    }

    /** Where a clause ends that opens with a part of a number: "18 people, including two children, died in Taraz" is one. */
    private int insertionEnd(int clause) {
        int end = text.clauseEnd(clause);
        if (!text.any(clause, Math.min(end, clause + 2), subset)) {
            return end;
        }
        int comma = clause + 1;
        while (comma < end && !text.words().folded(comma).equals(",")) {
            comma++;
        }
        return comma;
    }

    private boolean hasPlace(int from, int to) {
        return mentions.within(from, to).stream().anyMatch(mentions::usable);
    }

    private boolean isListing(int word) {
        return text.is(word, and) || LISTS.contains(text.words().folded(word));
    }

    /** Whether a number and a place follow a comma or an "and", either before the other. */
    private boolean isCounted(int word, List<Number> counts) {
        int first = Dates.firstAt(counts, Number::from, word + 1);
        if (first == counts.size()) {
            return false;
        }
        var number = counts.get(first);
        boolean near = number.from() <= word + ADVERBS && isOneStretch(word + 1, number.from());
        if (near && behind(number).isPresent()) {
            return true;
        }
        return before(number)
                .filter(mention -> mention.from() <= word + ADVERBS && isOneStretch(word + 1, mention.from()))
                .isPresent();
    }

    /** The place that is told with a number: "three in Taraz", else "в Шымкенте — 20". */
    Optional<Mention> place(Number number) {
        return behind(number).or(() -> before(number));
    }

    /** Whether nothing but its place stands with a number of a list: "in Oral 20, in Aktobe 11 people died". */
    boolean standsAlone(Number number) {
        return number.to() < text.size()
                && isListing(number.to())
                && before(number).isPresent();
    }

    private Optional<Mention> behind(Number number) {
        int to = Math.min(text.words().endWord(text.words().sentence(number.from())), number.to() + NEAR + 1);
        return mentions.within(number.to(), to).stream()
                .filter(mention -> isTown(mention) && isOneStretch(number.to(), mention.from()))
                .findFirst();
    }

    private Optional<Mention> before(Number number) {
        return mentions.within(number.from() - DASH - 1, number.from()).stream()
                .filter(mention -> isTown(mention)
                        && mention.to() >= number.from() - DASH
                        && isOneStretch(mention.to(), number.from()))
                .findFirst();
    }

    private boolean isTown(Mention mention) {
        return mentions.usable(mention) && !mention.isCountry();
    }

    /** Whether no list goes on between two words. */
    boolean isOneStretch(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isListing(i)) {
                return false;
            }
        }
        return true;
    }
}
