package org.oqiga.dating;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader keeps in mind going down a report: its publication, the day last told of, the heading, the year. */
final class Scene {

    private static final int PASSAGE = 2;
    private static final int WEEK = 7;
    private static final int LONG_BEFORE = 10;
    private static final int NIGHTS_TURN = 12 * 60;

    final Optional<LocalDate> published;
    private final int reportYear;
    private @Nullable LocalDate day;
    private int dayParagraph = -1;
    private @Nullable LocalDate begun;
    private boolean late;
    private int sentence;
    private int daySentence = -1;
    private @Nullable LocalDate story;
    private int storyParagraph = -1;
    private @Nullable LocalDate heading;
    private @Nullable LocalDate entryDay;
    private int entryMinute = -1;
    private int statedYear;
    private int statedMonth;
    private int statedParagraph = -1;
    private int paragraph;
    private int headingParagraph = -1;
    private boolean opens;

    /** Begins a report; {@code reportYear} is one that it states somewhere, or 0. */
    Scene(Optional<LocalDate> published, int reportYear) {
        this.published = published;
        this.reportYear = reportYear;
    }

    /** Goes on to a wording, which may open what is told, right behind a heading or at the head of a sentence. */
    void enter(int paragraph, int sentence, boolean opens) {
        this.paragraph = paragraph;
        this.sentence = sentence;
        this.opens = opens;
    }

    /** Whether the wording opens what is told. */
    boolean opens() {
        return opens;
    }

    /**
     * Notes the day of what is being told. The story itself goes back to an earlier day only where a paragraph opens with it: one
     * named in passing is looked back at.
     */
    void tell(LocalDate told, boolean opensParagraph) {
        boolean back = story != null && told.isBefore(story);
        if (!back || opensParagraph && !told.isBefore(story.minusDays(LONG_BEFORE))) {
            story = told;
            storyParagraph = paragraph;
        }
        if (day == null && heading == null && paragraph <= 2) {
            entryDay = told;
        }
        day = told;
        begun = told;
        late = false;
        dayParagraph = paragraph;
        daySentence = sentence;
    }

    /** Notes from which day the next ones are counted on, and whether it was late in it: a night's is the day it began on. */
    void count(LocalDate from, boolean late) {
        this.begun = from;
        this.late = late;
    }

    /** The day that "the next day" is counted on from. */
    Optional<LocalDate> dayToCountFrom() {
        return Optional.ofNullable(begun);
    }

    /** The morning told of: behind an evening of this paragraph the next one. */
    Optional<LocalDate> morning() {
        return late && dayParagraph == paragraph ? dayToCountFrom().map(evening -> evening.plusDays(1)) : dayInForce();
    }

    /** Notes a day that stands over what follows. */
    void head(LocalDate under) {
        heading = under;
        headingParagraph = paragraph;
        entryDay = under;
        entryMinute = -1;
        tell(under, true);
    }

    void state(int year, int month) {
        statedYear = year;
        statedMonth = month;
        statedParagraph = paragraph;
    }

    /** The day last told of. */
    Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** The day last told of in this paragraph. */
    Optional<LocalDate> dayNearby() {
        return dayParagraph == paragraph ? day() : Optional.empty();
    }

    /** The day last told of in this sentence. */
    Optional<LocalDate> dayInSentence() {
        return daySentence == sentence ? day() : Optional.empty();
    }

    /** The day told of here: in this paragraph, else by the heading. */
    Optional<LocalDate> dayInForce() {
        return dayNearby().or(() -> Optional.ofNullable(heading));
    }

    /** The day the story stands on. */
    Optional<LocalDate> dayOfStory() {
        return Optional.ofNullable(story);
    }

    /** The day the story stands on in this passage, a few paragraphs long. */
    Optional<LocalDate> dayOfPassage() {
        // an older day is one looked back at: the story has not moved there
        return dayOfStory()
                .filter(told -> storyParagraph >= paragraph - PASSAGE
                        && published
                                .filter(out -> told.isBefore(out.minusDays(2)))
                                .isEmpty());
    }

    /** The heading's day, where the publication is more than a week off: the weekdays told under it are those round that day. */
    Optional<LocalDate> headingLongAgo() {
        return heading().filter(told -> published
                .filter(out -> told.isBefore(out.minusDays(WEEK)))
                .isPresent());
    }

    /** Whether something has been told of the heading's day on the heading's own line. */
    boolean underWay() {
        return headingParagraph == paragraph && !opens;
    }

    Optional<LocalDate> heading() {
        return Optional.ofNullable(heading);
    }

    /** The day of a chronology's entry; the clock turning far back means that midnight has passed. */
    Optional<LocalDate> entry(int minute) {
        if (entryDay == null) {
            entryDay = published.orElse(null);
        }
        if (entryDay != null && entryMinute >= 0 && entryMinute - minute > NIGHTS_TURN && heading == null) {
            entryDay = entryDay.plusDays(1);
        }
        entryMinute = minute;
        return Optional.ofNullable(entryDay);
    }

    Optional<Integer> yearStated() {
        return statedYear > 0 ? Optional.of(statedYear) : published.map(LocalDate::getYear);
    }

    /** The year that a background passage has just stated, where it fits the month better than the publication does. */
    Optional<Integer> yearInForce(int month, boolean farFromPublication) {
        if (statedParagraph == paragraph && (statedMonth == month || farFromPublication && month > statedMonth)) {
            return Optional.of(statedYear);
        }
        return published.isEmpty() && reportYear > 0 ? Optional.of(reportYear) : Optional.empty();
    }
}
