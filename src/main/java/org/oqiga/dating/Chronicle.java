package org.oqiga.dating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/** Goes down one report from wording to wording, keeping in mind what it has told. */
final class Chronicle {

    private record Found(int word, Match<Frame> match) {}

    private record Meaning(Period period, Bearing bearing) {}

    private final Lexicon lexicon;
    private final Words words;
    private final Page page;
    private final List<Found> found = new ArrayList<>();
    private final Scene scene;
    private final Calendar calendar;
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
        this.calendar = new Calendar(scene);
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
            scene.enter(paragraph);
            read(each.word(), each.match());
        }
        return List.copyOf(dates);
    }

    private void read(int word, Match<Frame> match) {
        if (match.kind() == Frame.NOT) {
            return;
        }
        meaning(word, match).ifPresent(meaning -> {
            var period = meaning.period();
            boolean dated = match.kind() == Frame.IN && isDayOfCalendar(match);
            boolean published = period.length() == 1
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

    private void note(int word, Match<Frame> match, Meaning meaning) {
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
        } else if (match.kind() != Frame.AFTERMATH) {
            scene.tell(
                    meaning.bearing() == Bearing.SINCE
                            ? meaning.period().firstDay()
                            : meaning.period().lastDay());
        }
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

    private Optional<Meaning> meaning(int word, Match<Frame> match) {
        return switch (match.kind()) {
            case CLOCK, ENTRY -> clock(word, match);
            case AFTERMATH -> aftermath(word, match);
            case RANGE, TO_DAY -> range(word, match);
            default -> framed(word, match);
        };
    }

    private Optional<Meaning> framed(int word, Match<Frame> match) {
        var date = match.dates().get(match.dates().size() - 1);
        var said = Lean.of(lexicon, words, word, match.end());
        var lean = lean(match.kind(), said, date);
        if (date.kind() == DateKind.RUNNING && !isPerfect(word)) {
            return Optional.empty();
        }
        return calendar.period(date, lean).map(period -> {
            boolean ahead = isAhead(period) || lean == Lean.FUTURE && isNotOver(period);
            boolean running = date.kind() == DateKind.RUNNING || date.kind() == DateKind.NTH;
            return switch (match.kind()) {
                case UNTIL -> new Meaning(period, isToday(date) ? Bearing.BY : Bearing.UNTIL);
                case BY -> new Meaning(atClock(match, period), isAhead(period) ? Bearing.FUTURE : Bearing.BY);
                case AFTER -> date.kind() == DateKind.WEEKDAY
                        ? new Meaning(sameAsTold(period), ahead ? Bearing.FUTURE : Bearing.IN)
                        : since(period, date, ahead);
                case SINCE, FROM -> since(period, date, ahead);
                case NIGHT_TO -> new Meaning(
                        nights(period.lastDay().minusDays(1)), ahead ? Bearing.FUTURE : Bearing.IN);
                case NIGHT_OF -> new Meaning(
                        period.length() > 1 ? period : nights(period.lastDay()), ahead ? Bearing.FUTURE : Bearing.IN);
                default -> new Meaning(
                        atClock(match, period), running ? Bearing.SINCE : ahead ? Bearing.FUTURE : Bearing.IN);
            };
        });
    }

    private static Lean lean(Frame frame, Lean said, Match<DateKind> date) {
        return switch (frame) {
            case SINCE -> Lean.PAST;
            case UNTIL -> said == Lean.PAST && date.kind() != DateKind.WEEKDAY ? Lean.OPEN : Lean.FUTURE;
            case FROM -> said == Lean.OPEN || said == Lean.PAST && date.kind() == DateKind.DAY ? Lean.NEAR : said;
            case FOR -> said == Lean.FUTURE ? said : Lean.NEAR;
            default -> said;
        };
    }

    private static boolean isToday(Match<DateKind> date) {
        return date.kind() == DateKind.OFFSET && date.get(Field.OFFSET, 0) == 0;
    }

    /** "For two days" is a date only where it still goes on. */
    private boolean isPerfect(int word) {
        int sentence = words.sentence(word);
        int last = Math.min(words.endWord(sentence), word + 20);
        for (int i = Math.max(words.firstWord(sentence), word - 12); i < last; i++) {
            if (lexicon.cues("perfect").contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private Meaning since(Period period, Match<DateKind> date, boolean ahead) {
        boolean stretch = date.kind() == DateKind.DAYS || date.kind() == DateKind.YEARS;
        if (ahead || stretch) {
            return new Meaning(period, ahead ? Bearing.FUTURE : Bearing.IN);
        }
        var end = scene.published.filter(day -> day.isAfter(period.lastDay())).orElse(period.lastDay());
        return new Meaning(Period.days(period.firstDay(), end, period.precision()), Bearing.SINCE);
    }

    /** "After Friday prayers" in a passage about a Friday means that one. */
    private Period sameAsTold(Period weekday) {
        return scene.dayNearby()
                .filter(day -> day.getDayOfWeek() == weekday.firstDay().getDayOfWeek())
                .map(Period::day)
                .orElse(weekday);
    }

    private boolean isAhead(Period period) {
        return scene.published.filter(period.firstDay()::isAfter).isPresent();
    }

    private boolean isNotOver(Period period) {
        return scene.published.filter(day -> !period.lastDay().isBefore(day)).isPresent();
    }

    private static Period nights(LocalDate evening) {
        return Period.days(evening, evening.plusDays(1), TimePrecision.DAY);
    }

    /** Another place's clock says nothing sure about the hour here. */
    private static Period atClock(Match<Frame> match, Period period) {
        int minute = match.get(Field.CLOCK, -1);
        return minute < 0 || match.has(Field.ZONE) || period.length() > 1
                ? period
                : at(period.firstDay(), minute, minute);
    }

    private static Period at(LocalDate day, int from, int to) {
        var start = day.atStartOfDay().plusMinutes(from);
        return new Period(start, to < from ? start : day.atStartOfDay().plusMinutes(to), TimePrecision.HOUR);
    }

    private Optional<Meaning> clock(int word, Match<Frame> match) {
        int minute = match.get(Field.CLOCK, 0);
        boolean opens = page.opensLine(word) || words.firstWord(words.sentence(word)) == word;
        if (match.kind() == Frame.ENTRY && !opens) {
            return Optional.empty();
        }
        var day = match.kind() == Frame.ENTRY && page.opensLine(word)
                ? scene.entry(minute)
                : scene.dayInForce().or(() -> scene.published);
        return day.map(on -> new Meaning(
                match.has(Field.ZONE) ? Period.day(on) : at(on, minute, match.last(Field.CLOCK, minute)), Bearing.IN));
    }

    private Optional<Meaning> aftermath(int word, Match<Frame> match) {
        var last = dates.isEmpty() ? null : dates.get(dates.size() - 1);
        if (last == null || word == 0 || last.end() + 2 < words.start(word) || last.bearing() != Bearing.IN) {
            return Optional.empty();
        }
        int days = match.get(Field.NUMBER, 1) * match.get(Field.UNIT, 1);
        return days < 1 || days > 1000
                ? Optional.empty()
                : Optional.of(new Meaning(Period.day(last.period().firstDay().minusDays(days)), Bearing.IN));
    }

    private Optional<Meaning> range(int word, Match<Frame> match) {
        // what was declared "from January 5 to 19" may run on into the future
        var told = Lean.of(lexicon, words, word, match.end());
        var said = told == Lean.PAST && !match.dates().get(0).has(Field.WEEKDAY) ? Lean.OPEN : told;
        var from = match.dates().get(0);
        Optional<Period> last;
        Optional<Period> first;
        if (match.kind() == Frame.TO_DAY) {
            first = calendar.period(from, said);
            last = first.flatMap(period -> Calendar.valid(
                            period.firstDay().getYear(), period.firstDay().getMonthValue(), match.last(Field.DAY, 0)))
                    .map(Period::day);
        } else {
            last = calendar.period(match.dates().get(1), said);
            first = last.flatMap(period -> calendar.before(from, period));
        }
        var until = last;
        return first.filter(period -> until.isPresent()
                        && !period.firstDay().isAfter(until.get().lastDay()))
                .map(period -> {
                    var end = until.orElseThrow();
                    var precision = end.precision() == TimePrecision.HOUR ? TimePrecision.DAY : end.precision();
                    var whole = Period.days(period.firstDay(), end.lastDay(), precision);
                    return new Meaning(whole, isAhead(whole) ? Bearing.FUTURE : Bearing.IN);
                });
    }
}
