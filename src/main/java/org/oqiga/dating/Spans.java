package org.oqiga.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;

/** Turns what is counted from another day ("two weeks ago", "over the weekend", "the next day") into days. */
final class Spans {

    /** Longer than this nothing is news all the time, days: a price is fixed "for 180 days". */
    private static final int LONGEST_RUN = 62;

    private static final int DAY = 1;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int YEAR = 365;
    /** Units that stand alone in the plural ("days ago") are listed with this added: how many is not said. */
    private static final int BARE = 1000;

    private static final int SEVERAL = 4;

    private static final int HOURS = 24;

    /** A story that stands so few days before the publication is told from there. */
    private static final int RECENT = 2;

    private final Scene scene;

    Spans(Scene scene) {
        this.scene = scene;
    }

    Optional<Period> period(Match<DateKind> date, Lean lean) {
        var published = scene.published;
        return switch (date.kind()) {
            case OFFSET -> published.map(day -> Period.day(day.plusDays(date.get(Field.OFFSET, 0))));
            case AGO -> published.flatMap(day -> ago(date, day));
            case AHEAD -> published.map(day -> Period.day(shift(day, number(date), unit(date))));
            case EARLIER -> scene.dayNearby()
                    .or(scene::dayOfStory)
                    .or(() -> published)
                    .flatMap(day -> earlier(date, day));
            case LATER -> scene.dayToCountFrom()
                    .filter(day -> number(date) > 0 || unit(date) == 0)
                    .map(day -> Period.day(shift(day, number(date), unit(date))));
            case SAME_DAY -> scene.dayNearby()
                    .or(scene::dayOfStory)
                    .or(() -> published)
                    .map(Period::day);
            case DAY_BEFORE -> scene.dayNearby().or(() -> published).map(day -> Period.day(day.minusDays(1)));
            case THIS -> published.map(day -> around(day, unit(date), lean));
            case LAST -> published.map(day -> around(shift(day, -1, unit(date)), unit(date), Lean.FUTURE));
            case NEXT -> published.map(day -> around(shift(day, 1, unit(date)), unit(date), Lean.FUTURE));
            case WEEKEND -> published.map(day -> weekend(weekendOf(day, lean)));
            case MIDWEEK -> published.map(Spans::midweek);
            case LAST_WEEKEND -> published.map(day -> weekend(day.with(
                            TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY))
                    .with(TemporalAdjusters.previous(DayOfWeek.SATURDAY))
                    .plusWeeks(day.getDayOfWeek().getValue() <= 5 && day.getDayOfWeek() != DayOfWeek.FRIDAY ? 1 : 0)));
            case NEXT_WEEKEND -> published.map(day -> weekend(day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY))));
            case NIGHT -> night();
            case LAST_NIGHT -> published.map(day -> Period.days(day.minusDays(1), day, TimePrecision.DAY));
            case MORNING -> scene.morning().or(scene::dayOfPassage).map(Period::day);
            case EVE -> eve();
            case PART -> scene.dayInForce().or(scene::dayOfPassage).map(Period::day);
            case PAST -> published.map(day -> since(day, length(date)));
            case RUNNING -> published
                    .filter(day -> unit(date) > 0 && length(date) <= LONGEST_RUN)
                    .map(day -> since(day, length(date) - 1));
            case NTH -> scene.dayNearby()
                    .or(() -> published)
                    .map(day -> since(day, (Math.max(1, date.get(Field.ORDINAL, 1)) - 1L) * unit(date)));
            default -> Optional.empty();
        };
    }

    /** The day before the publication, unless another day is told of; one only looked back at leaves it so. */
    private Optional<Period> eve() {
        var told = scene.dayInSentence().or(() -> scene.dayNearby()
                .filter(day -> isBefore(day, 1)
                        && scene.dayOfStory()
                                .filter(story -> day.isBefore(story) && !isBefore(story, RECENT))
                                .isEmpty()));
        return told.or(() -> scene.published).map(day -> Period.day(day.minusDays(1)));
    }

    private boolean isBefore(LocalDate day, int days) {
        return scene.published.filter(out -> !day.isBefore(out.minusDays(days))).isEmpty();
    }

    private static int unit(Match<DateKind> date) {
        return date.get(Field.UNIT, DAY) % BARE;
    }

    /** How many units; 0 where the wording leaves it open. */
    private static int number(Match<DateKind> date) {
        return date.get(Field.UNIT, DAY) >= BARE ? 0 : Math.min(date.get(Field.NUMBER, 1), BARE);
    }

    private static long length(Match<DateKind> date) {
        int number = number(date) == 0 ? SEVERAL : number(date);
        return unit(date) == 0 ? Math.max(1, number / HOURS) : (long) number * unit(date);
    }

    private static LocalDate shift(LocalDate day, int number, int unit) {
        return switch (unit) {
            case WEEK -> day.plusWeeks(number);
            case MONTH -> day.plusMonths(number);
            case YEAR -> day.plusYears(number);
            case DAY -> day.plusDays(number);
            default -> day.plusDays(number / HOURS);
        };
    }

    private Optional<Period> ago(Match<DateKind> date, LocalDate from) {
        int number = number(date);
        int unit = unit(date);
        if (number == 0) {
            return vaguely(from, unit);
        }
        var day = shift(from, -number, unit);
        return Optional.of(
                switch (unit) {
                        // one week ago is counted to the day, several are not
                    case WEEK -> number == 1
                            ? Period.day(day)
                            : Period.days(day.minusDays(3), day.plusDays(3), TimePrecision.WEEK);
                    case MONTH, YEAR -> around(day, unit, Lean.FUTURE);
                    default -> Period.day(day);
                });
    }

    private static Optional<Period> earlier(Match<DateKind> date, LocalDate from) {
        int number = number(date);
        int unit = unit(date);
        return number == 0 ? vaguely(from, unit) : Optional.of(Period.day(shift(from, -number, unit)));
    }

    private static Optional<Period> vaguely(LocalDate from, int unit) {
        return switch (unit) {
            case 0 -> Optional.of(Period.day(from));
            case DAY -> Optional.of(Period.days(from.minusDays(6), from.minusDays(2), TimePrecision.DAY));
            case WEEK -> Optional.of(Period.days(from.minusWeeks(5), from.minusWeeks(2), TimePrecision.MONTH));
            case MONTH -> Optional.of(Period.days(from.minusMonths(6), from.minusMonths(2), TimePrecision.YEAR));
            default -> Optional.empty();
        };
    }

    /** The calendar's week, month or year that holds the day. */
    private Period around(LocalDate day, int unit, Lean lean) {
        return switch (unit) {
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield upToNow(monday, monday.plusDays(6), TimePrecision.WEEK, lean);
            }
            case MONTH -> upToNow(
                    day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()), TimePrecision.MONTH, lean);
            case YEAR -> upToNow(
                    day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()), TimePrecision.YEAR, lean);
            default -> Period.day(day);
        };
    }

    /** A weekend told of on a Saturday is the one before: the new one has hardly begun. */
    private static LocalDate weekendOf(LocalDate published, Lean lean) {
        boolean ahead = lean == Lean.NEAR && published.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) >= 0;
        if (lean == Lean.FUTURE || ahead) {
            return published.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        }
        return published.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
    }

    /** Tuesday to Thursday of the running week, once Wednesday has come. */
    private static Period midweek(LocalDate published) {
        var wednesday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY));
        return Period.days(wednesday.minusDays(1), wednesday.plusDays(1), TimePrecision.DAY);
    }

    private static Period weekend(LocalDate saturday) {
        return Period.days(saturday, saturday.plusDays(1), TimePrecision.DAY);
    }

    private Optional<Period> night() {
        var told = scene.dayNearby();
        boolean entry = told.equals(scene.heading()) && !scene.underWay();
        if (told.isPresent() && !entry && !told.equals(scene.published)) {
            return told.map(day -> Period.days(day, day.plusDays(1), TimePrecision.DAY));
        }
        return scene.heading()
                .or(() -> scene.published)
                .map(day -> Period.days(day.minusDays(1), day, TimePrecision.DAY));
    }

    private static Period since(LocalDate day, long days) {
        var precision = days <= WEEK
                ? TimePrecision.DAY
                : days <= MONTH + 1 ? TimePrecision.WEEK : days <= YEAR ? TimePrecision.MONTH : TimePrecision.YEAR;
        return Period.days(day.minusDays(days), day, precision);
    }

    /** A stretch that is still running ends with the publication, unless the future is spoken of. */
    Period upToNow(LocalDate first, LocalDate last, TimePrecision precision, Lean lean) {
        boolean running = lean != Lean.FUTURE
                && scene.published.isPresent()
                && !first.isAfter(scene.published.get())
                && last.isAfter(scene.published.get());
        return Period.days(first, running ? scene.published.orElseThrow() : last, precision);
    }
}
