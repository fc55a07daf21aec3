package org.oqiga.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oqiga.dating.Dated;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/**
 * The day that the story stands on, sentence by sentence, for what is told without a date of its own.
 *
 * <p>The story moves on to a later day wherever one is told, but goes back only where a paragraph opens with the earlier day: one
 * named in passing is looked back at. A day on which something was said is the story's only as long as there is no other.
 */
final class Story {

    /** How many days before the publication a story may stand and still date what is told beside it. */
    private static final int FRESH_DAYS = 2;

    /** In the next paragraph it may have stood longer ago. */
    private static final int PASSAGE = 1;

    private static final int PASSAGE_DAYS = 5;

    private static final int SAID = 3;

    private final Tagged text;
    private final Optional<LocalDate> published;
    private final Reach reach;
    private final @Nullable Dated[] days;
    private final int says;
    /** How many paragraphs ago the story came to the day. */
    private final int[] ago;

    Story(Tagged text, Dates dates, Optional<LocalDate> published, Reach reach) {
        this.text = text;
        this.published = published;
        this.reach = reach;
        this.says = text.lexicon().wordClass("SAYS");
        Words words = text.words();
        this.days = new Dated[words.sentences()];
        this.ago = new int[words.sentences()];
        Dated day = null;
        boolean said = false;
        int untold = 0;
        int paragraphs = 0;
        for (int s = 0; s < days.length; s++) {
            days[s] = day;
            paragraphs += words.opensParagraph(s) && words.firstWord(s) < words.endWord(s) ? 1 : 0;
            ago[s] = paragraphs;
            for (var dated : dates.within(words.firstWord(s), words.endWord(s))) {
                boolean first = day == null || said && !isSaid(dated);
                if (isDay(dated) && !isBareHour(dated, s) && (first || !isSaid(dated) && moves(day, dated, s))) {
                    day = dated;
                    paragraphs = 0;
                    said = isSaid(dated);
                }
            }
            for (; day != null && untold <= s; untold++) {
                // a report that comes to speak of its own day has opened with it; a day before is set off against the
                // opening
                days[untold] = published.filter(day.period().lastDay()::equals).isPresent() ? day : days[untold];
            }
        }
    }

    /** The day of the sentence, where the report is fresh from it or looks back at it. */
    Optional<Dated> at(int sentence) {
        if (reach.looksBack()) {
            return Optional.ofNullable(days[sentence]).filter(day -> !reach.isBackground(day.period()));
        }
        int fresh = ago[sentence] <= PASSAGE ? PASSAGE_DAYS : FRESH_DAYS;
        return Optional.ofNullable(days[sentence]).filter(day -> published
                .filter(out -> !day.period().firstDay().isBefore(out.minusDays(fresh)))
                .isPresent());
    }

    /** Whether the date is one day, or one night, on which something happened. */
    private boolean isDay(Dated dated) {
        boolean happened = dated.bearing() == Bearing.IN || dated.bearing() == Bearing.BY;
        return happened
                && dated.period().precision().compareTo(TimePrecision.DAY) <= 0
                && dated.period().length() <= 2
                && published.filter(dated.period().lastDay()::isAfter).isEmpty();
    }

    /** An hour inside a sentence tells no new day; one at the head of a paragraph is a chronicle's. */
    private boolean isBareHour(Dated dated, int sentence) {
        return dated.period().precision() == TimePrecision.HOUR
                && !(text.words().opensParagraph(sentence)
                        && text.words().wordAt(dated.start()) <= text.words().firstWord(sentence) + 1);
    }

    private boolean isSaid(Dated dated) {
        int word = text.words().wordAt(dated.start());
        return text.any(Math.max(text.sentenceStart(word), word - SAID), word, says);
    }

    private boolean moves(Dated from, Dated to, int sentence) {
        boolean opens = text.words().opensParagraph(sentence)
                && text.words().wordAt(to.start()) <= text.words().firstWord(sentence) + 1;
        // the night behind the day that is told of is part of it
        boolean later = to.period().length() == 1
                ? !to.period().lastDay().isBefore(from.period().lastDay())
                : to.period().firstDay().isAfter(from.period().lastDay());
        return opens || later;
    }
}
