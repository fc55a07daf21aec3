package org.oqiga.dating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/** Goes down one report from wording to wording, keeping in mind what it has told. */
final class Chronicle {

    private record Found(int word, Match<Frame> match) {}

    private final Lexicon lexicon;
    private final Words words;
    private final Page page;
    private final List<Found> found = new ArrayList<>();
    private final Scene scene;
    private final Meanings meanings;
    private final List<Dated> dates = new ArrayList<>();

    Chronicle(Lexicon lexicon, Optional<LocalDate> published, Words words) {
        this.lexicon = lexicon;
        this.words = words;
        this.page = new Page(words, lexicon.cues("header"));
        var reading = new Reading(lexicon, words);
        for (int word = 0; word < words.size(); ) {
            var match = reading.wordingAt(word);
            if (match != null) {
                found.add(new Found(word, match));
            }
            word = match == null ? word + 1 : match.end();
        }
        this.scene = new Scene(published, statedYear());
        this.meanings = new Meanings(lexicon, words, page, scene);
    }

    /** A year that the report states with a day or a month. */
    private int statedYear() {
        for (var each : found) {
            for (var date : each.match().dates()) {
                if (date.has(Field.YEAR) && date.has(Field.MONTH)) {
                    return date.get(Field.YEAR, 0);
                }
            }
        }
        return 0;
    }

    List<Dated> dates() {
        int paragraph = 0;
        int sentence = 0;
        for (var each : found) {
            for (; sentence < words.sentence(each.word()); sentence++) {
                paragraph += words.opensParagraph(sentence + 1) ? 1 : 0;
            }
            scene.enter(paragraph, sentence, opens(each.word()));
            read(each.word(), each.match());
        }
        return List.copyOf(dates);
    }

    private void read(int word, Match<Frame> match) {
        if (match.kind() == Frame.NOT) {
            return;
        }
        meanings.of(word, match, last()).ifPresent(meaning -> {
            var period = meaning.period();
            boolean dated = match.kind() == Frame.IN && isDayOfCalendar(match);
            // a second date that stands alone heads its part, also where it is the day of publication
            boolean published = period.length() == 1
                    && scene.heading().isEmpty()
                    && scene.published.filter(period.firstDay()::equals).isPresent();
            if (dated
                    && (page.isFurniture(word, match.end(), published, isFull(match))
                            || page.isDateline(word, match.end()))) {
                return;
            }
            int start = words.start(word);
            dates.add(new Dated(
                    words.text().substring(start, words.end(match.end() - 1)), start, period, meaning.bearing()));
            note(word, match, meaning);
        });
    }

    private boolean opens(int word) {
        return word == words.firstWord(words.sentence(word)) || ":.—–-".contains(words.printed(word - 1));
    }

    private Optional<Dated> last() {
        return dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1));
    }

    private void note(int word, Match<Frame> match, Meanings.Meaning meaning) {
        var date = match.dates().isEmpty() ? null : match.dates().get(0);
        if (date != null && date.has(Field.YEAR)) {
            scene.state(date.last(Field.YEAR, 0), date.get(Field.MONTH, 0));
        }
        boolean days = meaning.period().precision().compareTo(TimePrecision.DAY) <= 0;
        if (!days || meaning.bearing() == Bearing.UNTIL || meaning.bearing() == Bearing.FUTURE) {
            return;
        }
        boolean heads =
                match.kind() == Frame.IN && (page.fillsLine(word, match.end()) || page.headsLine(word, match.end()));
        if (heads && (isDayOfCalendar(match) || isWeekday(match))) {
            scene.head(meaning.period().firstDay());
        } else if (match.kind() != Frame.AFTERMATH && !isReckoned(match) && !looksBack(match, meaning)) {
            tell(word, match, meaning);
        }
    }

    private void tell(int word, Match<Frame> match, Meanings.Meaning meaning) {
        var period = meaning.period();
        boolean night = isNight(match);
        if (night && scene.day().filter(period.firstDay()::equals).isPresent() && match.kind() == Frame.IN) {
            // the night behind the day that is told of is part of it
            scene.count(period.firstDay(), true);
            return;
        }
        boolean aside = isLater(match) && !scene.opens() || isMorning(match);
        var from = aside ? scene.dayToCountFrom() : Optional.<LocalDate>empty();
        boolean begun = meaning.bearing() == Bearing.SINCE && !goesOn(match);
        scene.tell(
                begun ? period.firstDay() : period.lastDay(),
                words.opensParagraph(words.sentence(word)) && word <= words.firstWord(words.sentence(word)) + 1);
        if (night) {
            scene.count(period.firstDay(), true);
        } else {
            scene.count(from.orElse(begun ? period.firstDay() : period.lastDay()), isLate(word, match.end()));
        }
    }

    /** "Wednesday's blaze" in what is told of Thursday. */
    private boolean looksBack(Match<Frame> match, Meanings.Meaning meaning) {
        return match.kind() == Frame.OF
                && scene.dayOfStory()
                        .filter(meaning.period().lastDay()::isBefore)
                        .isPresent();
    }

    private static boolean isLater(Match<Frame> match) {
        return !match.dates().isEmpty() && match.dates().get(0).kind() == DateKind.LATER;
    }

    /** "By dawn": the next day is still the one after the evening before. */
    private static boolean isMorning(Match<Frame> match) {
        return !match.dates().isEmpty() && match.dates().get(0).kind() == DateKind.MORNING;
    }

    private static boolean isNight(Match<Frame> match) {
        return switch (match.kind()) {
            case NIGHT_OF, NIGHT_TO -> true;
            case IN -> !match.dates().isEmpty()
                    && (match.dates().get(0).kind() == DateKind.NIGHT
                            || match.dates().get(0).kind() == DateKind.LAST_NIGHT);
            default -> false;
        };
    }

    /** "On the evening of 4 January". */
    private boolean isLate(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lexicon.cues("late").contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** "For the third day" tells of the third. */
    private static boolean goesOn(Match<Frame> match) {
        return !match.dates().isEmpty()
                && switch (match.dates().get(0).kind()) {
                    case NTH, RUNNING, PAST -> true;
                    default -> false;
                };
    }

    /** "In the past day" counts back from the publication, and takes no story there. */
    private static boolean isReckoned(Match<Frame> match) {
        return !match.dates().isEmpty() && match.dates().get(0).kind() == DateKind.PAST;
    }

    private static boolean isDayOfCalendar(Match<Frame> match) {
        return !match.dates().isEmpty()
                && switch (match.dates().get(0).kind()) {
                    case DAY, DAYS, NUMERIC -> true;
                    default -> false;
                };
    }

    private static boolean isFull(Match<Frame> match) {
        var date = match.dates().get(0);
        return date.has(Field.YEAR) || date.kind() == DateKind.NUMERIC;
    }

    private static boolean isWeekday(Match<Frame> match) {
        return !match.dates().isEmpty() && match.dates().get(0).kind() == DateKind.WEEKDAY;
    }
}
