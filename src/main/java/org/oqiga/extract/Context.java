package org.oqiga.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oqiga.dating.Dated;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/** The date that stands before a sentence and holds good for it: a label's, a heading's, or the paragraph's last. */
final class Context {

    /** How many sentences a date holds good for within a paragraph. */
    private static final int CARRY = 4;

    /** How many sentences a paragraph may have that a label dates. */
    private static final int LABEL = 20;

    private static final int HEADING_WORDS = 6;

    private static final int SAID = 3;

    private final Tagged text;
    private final Dates dates;
    private final Reach reach;
    private final List<Dated> headings;
    private final int anaphora;
    private final int says;

    Context(Tagged text, Dates dates, Reach reach) {
        this.text = text;
        this.dates = dates;
        this.reach = reach;
        this.headings = headings();
        this.anaphora = text.lexicon().wordClass("ANAPHORA");
        this.says = text.lexicon().wordClass("SAYS");
    }

    /** Whether dates head its parts. */
    boolean isChronicle() {
        return headings.size() > 1;
    }

    /** The date that the sentences before have set, within the paragraph or by a heading. */
    Optional<Dated> date(int sentence) {
        Words words = text.words();
        var label = label(sentence);
        if (label.isPresent()) {
            return label;
        }
        if (isChronicle()) {
            return heading(sentence);
        }
        boolean background = false;
        for (int s = sentence - 1; s >= Math.max(0, sentence - CARRY); s--) {
            boolean edge = words.opensParagraph(s + 1);
            var there = dates.within(words.firstWord(s), words.endWord(s));
            boolean heading = !there.isEmpty() && words.endWord(s) - words.firstWord(s) <= HEADING_WORDS;
            if (edge && !heading) {
                return Optional.empty();
            }
            for (var dated : byWeight(there)) {
                boolean vague = !heading
                        && !text.is(words.firstWord(sentence), anaphora)
                        && !reach.looksBack()
                        && dated.period().precision().compareTo(TimePrecision.MONTH) >= 0;
                if (!vague && (dated.bearing() == Bearing.IN || dated.bearing() == Bearing.BY)) {
                    boolean news = !reach.isBackground(dated.period())
                            || (s == sentence - 1 && text.is(words.firstWord(sentence), anaphora));
                    if (heading || (news && !background)) {
                        return Optional.of(dated);
                    }
                    // behind what is told as background only a heading still holds good
                    background = true;
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The dates of a sentence, the one first that what follows stands on: not the day on which something was said, nor an earlier
     * one that is only looked back at, as in "after the funeral of a man killed the night before".
     */
    private List<Dated> byWeight(List<Dated> there) {
        List<Dated> sorted = new ArrayList<>(there);
        Collections.reverse(sorted);
        sorted.sort(Comparator.comparing(this::isSaid)
                .thenComparing(dated -> dayOf(dated, there), Comparator.reverseOrder()));
        return sorted;
    }

    /** The last day of a date; the night behind another's day is part of it. */
    private static LocalDate dayOf(Dated dated, List<Dated> beside) {
        var period = dated.period();
        boolean night = period.length() == 2
                && beside.stream()
                        .anyMatch(other -> other.period().length() == 1
                                && other.period().firstDay().equals(period.firstDay()));
        return night ? period.firstDay() : period.lastDay();
    }

    private boolean isSaid(Dated dated) {
        int word = text.words().wordAt(dated.start());
        return text.any(Math.max(text.sentenceStart(word), word - SAID), word, says);
    }

    /** Whether the date labels the paragraph of the sentence. */
    boolean isLabel(Dated dated, int sentence) {
        return label(sentence).filter(dated::equals).isPresent();
    }

    /** The date or clock that a label gives its paragraph: "3 January: A rally was held in Aktobe", "18:45 The airport is shut". */
    private Optional<Dated> label(int sentence) {
        Words words = text.words();
        int opening = sentence;
        while (opening > Math.max(0, sentence - LABEL) && !words.opensParagraph(opening)) {
            opening--;
        }
        int first = words.firstWord(opening);
        return dates.within(first, first + 1).stream()
                .filter(dated -> {
                    if (dated.period().precision() == TimePrecision.HOUR) {
                        return Character.isDigit(words.printed(first).charAt(0));
                    }
                    int behind = words.wordAt(dated.end());
                    return behind < words.size() && words.folded(behind).equals(":");
                })
                .findFirst();
    }

    /** The date of the last heading before a sentence of a chronicle. */
    private Optional<Dated> heading(int sentence) {
        Words words = text.words();
        int behind = Dates.firstAt(headings, heading -> words.sentence(words.wordAt(heading.start())), sentence);
        return behind == 0 ? Optional.empty() : Optional.of(headings.get(behind - 1));
    }

    /** The dates that are a line of their own, or open one as a heading does. */
    private List<Dated> headings() {
        Words words = text.words();
        return dates.all().stream()
                .filter(dated -> {
                    int first = words.wordAt(dated.start());
                    int s = words.sentence(Math.min(first, words.size() - 1));
                    return dated.bearing() == Bearing.IN
                            && words.opensParagraph(s)
                            && first == words.firstWord(s)
                            && words.endWord(s) - words.firstWord(s) <= HEADING_WORDS;
                })
                .toList();
    }
}
