package org.oqiga.dating;

import java.time.LocalDate;
import java.util.Optional;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/** Says what a wording means where it stands: which period, and how what is told bears on it. */
final class Meanings {

    /** What a wording means. */
    record Meaning(Period period, Bearing bearing) {}

    private final Lexicon lexicon;
    private final Words words;
    private final Page page;
    private final Scene scene;
    private final Calendar calendar;

    Meanings(Lexicon lexicon, Words words, Page page, Scene scene) {
        this.lexicon = lexicon;
        this.words = words;
        this.page = page;
        this.scene = scene;
        this.calendar = new Calendar(scene);
    }

    /** The meaning of a wording that begins with the word; {@code last} is the date told before it. */
    Optional<Meaning> of(int word, Match<Frame> match, Optional<Dated> last) {
        return switch (match.kind()) {
            case CLOCK, ENTRY -> clock(word, match);
            case AFTERMATH -> last.flatMap(before -> aftermath(word, match, before));
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
        return (match.kind() == Frame.BY ? calendar.by(date, lean) : calendar.period(date, lean)).map(period -> {
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
            case UNTIL -> said == Lean.PAST && (date.kind() == DateKind.DAY || date.kind() == DateKind.MONTH)
                    ? Lean.OPEN
                    : Lean.FUTURE;
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
                : scene.dayInForce().or(scene::dayOfStory).or(() -> scene.published);
        return day.map(on -> new Meaning(
                match.has(Field.ZONE) ? Period.day(on) : at(on, minute, match.last(Field.CLOCK, minute)), Bearing.IN));
    }

    private Optional<Meaning> aftermath(int word, Match<Frame> match, Dated last) {
        if (last.end() + 2 < words.start(word) || last.bearing() != Bearing.IN) {
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
