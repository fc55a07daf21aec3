package org.oqiga.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;

/** Turns a date as worded into days, by the publication and what the report told before. */
final class Calendar {

    private static final int SOON = 45;
    /** Nobody tells of the same days a year ago without saying so. */
    private static final int VERY_SOON = 14;

    private static final int FAR = 60;
    /** Of the week round a day told of, so many days lie before it. */
    private static final int DAYS_BEFORE = 3;

    private static final int HALF_YEAR = 180;
    private static final int WELL_OVER_HALF_YEAR = 320;

    private final Scene scene;
    private final Spans spans;

    Calendar(Scene scene) {
        this.scene = scene;
        this.spans = new Spans(scene);
    }

    Optional<Period> period(Match<DateKind> date, Lean lean) {
        return switch (date.kind()) {
            case DAY -> (date.has(Field.MONTH)
                            ? day(date.get(Field.MONTH, 0), date.get(Field.DAY, 0), year(date), lean)
                            : dayOfTheMonth(date.get(Field.DAY, 0)))
                    .map(Period::day);
            case DAY_OF_THAT_YEAR -> scene.yearStated()
                    .flatMap(year -> valid(year, date.get(Field.MONTH, 0), date.get(Field.DAY, 0)))
                    .map(Period::day);
            case DAY_OF_THE_MONTH -> dayOfTheMonth(date.get(Field.DAY, 0)).map(Period::day);
            case DAYS -> days(date, lean);
            case HOLIDAY -> day(date.get(Field.HOLIDAY, 0) / 100, date.get(Field.HOLIDAY, 0) % 100, year(date), lean)
                    .map(Period::day);
            case NUMERIC -> numeric(date.get(Field.NUMERIC, 0)).map(Period::day);
            case WEEKDAY -> weekday(date.get(Field.WEEKDAY, 1), lean).map(Period::day);
            case WEEKDAYS -> weekday(date.last(Field.WEEKDAY, 1), lean)
                    .map(last -> Period.days(
                            last.with(TemporalAdjusters.previousOrSame(dayOfWeek(date))), last, TimePrecision.DAY));
            case LAST_WEEKDAY -> scene.published
                    .map(day -> day.with(TemporalAdjusters.previous(dayOfWeek(date))))
                    .map(Period::day);
            case FOLLOWING_WEEKDAY -> scene.day()
                    .map(day -> day.with(TemporalAdjusters.next(dayOfWeek(date))))
                    .filter(day -> lean != Lean.FUTURE && !isAhead(day))
                    .or(() -> scene.published.map(day -> day.with(TemporalAdjusters.next(dayOfWeek(date)))))
                    .map(Period::day);
            case NEXT_WEEKDAY -> scene.published
                    .map(day -> day.with(TemporalAdjusters.next(dayOfWeek(date))))
                    .map(Period::day);
            case MONTH -> month(date, lean)
                    .map(month -> upToNow(month.atDay(1), month.atEndOfMonth(), TimePrecision.MONTH, lean));
            case THIRD_OF_MONTH -> month(date, lean).map(month -> third(month, date.get(Field.THIRD, 1), lean));
            case SEASON -> season(date, lean);
            case YEAR -> Optional.of(years(date.get(Field.YEAR, 0), date.get(Field.YEAR, 0), lean));
            case YEARS -> years(date, lean);
            case DECADE -> Optional.of(years(date.get(Field.YEAR, 0), date.get(Field.YEAR, 0) + 9, lean));
            default -> spans.period(date, lean);
        };
    }

    /** "By Monday" in a passage about a day of the week before means the Monday behind that day. */
    Optional<Period> by(Match<DateKind> date, Lean lean) {
        return period(date, lean)
                .map(period -> date.kind() != DateKind.WEEKDAY
                        ? period
                        : scene.dayNearby()
                                .filter(day -> day.isBefore(
                                                period.firstDay().minusWeeks(1).plusDays(1))
                                        && day.isAfter(period.firstDay().minusDays(FAR)))
                                .map(day -> Period.day(day.with(TemporalAdjusters.next(dayOfWeek(date)))))
                                .orElse(period));
    }

    /** The beginning of a stretch whose end is known: "from December 30 to January 2". */
    Optional<Period> before(Match<DateKind> date, Period end) {
        var last = end.lastDay();
        return switch (date.kind()) {
            case WEEKDAY -> Optional.of(Period.day(last.with(TemporalAdjusters.previousOrSame(dayOfWeek(date)))));
            case DAY -> valid(
                            date.get(Field.YEAR, last.getYear()),
                            date.get(Field.MONTH, last.getMonthValue()),
                            date.get(Field.DAY, 0))
                    .map(first -> first.isAfter(last) ? first.minusYears(1) : first)
                    .map(Period::day);
            case MONTH -> Optional.of(YearMonth.of(date.get(Field.YEAR, last.getYear()), date.get(Field.MONTH, 1)))
                    .map(first -> first.isAfter(YearMonth.from(last)) ? first.minusYears(1) : first)
                    .map(first -> Period.days(first.atDay(1), first.atEndOfMonth(), TimePrecision.MONTH));
            default -> period(date, Lean.PAST);
        };
    }

    /** A day of a month; where no year is stated, the one that tense, passage and publication speak for. */
    private Optional<LocalDate> day(int month, int day, int year, Lean lean) {
        if (month < 1 || day < 1 || day > 31) {
            return Optional.empty();
        }
        if (year > 0) {
            return valid(year, month, day);
        }
        var usual = scene.published.flatMap(published -> usual(month, day, published, lean));
        boolean far =
                usual.isEmpty() || Math.abs(ChronoUnit.DAYS.between(usual.get(), scene.published.orElseThrow())) > FAR;
        return scene.yearInForce(month, far)
                .flatMap(stated -> valid(stated, month, day))
                .or(() -> usual);
    }

    /** The day of the month told of last, of the month before where that lies ahead. */
    private Optional<LocalDate> dayOfTheMonth(int day) {
        return scene.day().or(() -> scene.published).map(YearMonth::from).flatMap(month -> valid(
                        month.getYear(), month.getMonthValue(), day)
                .filter(found -> !isAhead(found))
                .or(() -> valid(
                        month.minusMonths(1).getYear(), month.minusMonths(1).getMonthValue(), day)));
    }

    private boolean isAhead(LocalDate day) {
        return scene.published.filter(day::isAfter).isPresent();
    }

    /** The year stated, or counted from the publication's ("last year"); 0 where neither is. */
    private int year(Match<DateKind> date) {
        return date.has(Field.SHIFT)
                ? scene.published
                        .map(day -> day.getYear() + date.get(Field.SHIFT, 0))
                        .orElse(0)
                : date.last(Field.YEAR, 0);
    }

    private static Optional<LocalDate> usual(int month, int day, LocalDate published, Lean lean) {
        var same = valid(published.getYear(), month, day);
        if (same.isEmpty()) {
            return valid(published.getYear() - 1, month, day);
        }
        long ahead = ChronoUnit.DAYS.between(published, same.get());
        int shift = 0;
        if (ahead > 0) {
            shift = lean == Lean.FUTURE || ahead <= (lean == Lean.PAST ? VERY_SOON : SOON) ? 0 : -1;
        } else if (lean == Lean.FUTURE && ahead < -HALF_YEAR || lean != Lean.PAST && ahead < -WELL_OVER_HALF_YEAR) {
            shift = 1;
        }
        return valid(published.getYear() + shift, month, day);
    }

    private Optional<Period> days(Match<DateKind> date, Lean lean) {
        int firstMonth = date.get(Field.MONTH, 0);
        int lastMonth = date.last(Field.MONTH, 0);
        int firstDay = date.get(Field.DAY, 0);
        return day(lastMonth, date.last(Field.DAY, 0), year(date), lean)
                .flatMap(last -> valid(last.getYear() - (firstMonth > lastMonth ? 1 : 0), firstMonth, firstDay)
                        .filter(first -> !first.isAfter(last))
                        .map(first -> Period.days(first, last, TimePrecision.DAY)));
    }

    private static Optional<LocalDate> numeric(int packed) {
        return valid(packed / 10_000, packed / 100 % 100, packed % 100);
    }

    static Optional<LocalDate> valid(int year, int month, int day) {
        return month < 1
                        || month > 12
                        || day < 1
                        || day > YearMonth.of(year, month).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    private static DayOfWeek dayOfWeek(Match<DateKind> date) {
        return DayOfWeek.of(date.get(Field.WEEKDAY, 1));
    }

    private Optional<LocalDate> weekday(int weekday, Lean lean) {
        var name = DayOfWeek.of(weekday);
        var told = scene.headingLongAgo();
        if (told.isPresent() && lean != Lean.FUTURE) {
            return told.map(day -> day.minusDays(DAYS_BEFORE).with(TemporalAdjusters.nextOrSame(name)));
        }
        return scene.published.map(published -> {
            var last = published.with(TemporalAdjusters.previousOrSame(name));
            var next = published.with(TemporalAdjusters.nextOrSame(name));
            boolean nextIsNearer = ChronoUnit.DAYS.between(published, next) < ChronoUnit.DAYS.between(last, published);
            return lean == Lean.FUTURE || lean == Lean.NEAR && nextIsNearer ? next : last;
        });
    }

    private Optional<YearMonth> month(Match<DateKind> date, Lean lean) {
        int month = date.get(Field.MONTH, 1);
        if (year(date) > 0) {
            return Optional.of(YearMonth.of(year(date), month));
        }
        var usual = scene.published.map(published -> {
            var same = YearMonth.of(published.getYear(), month);
            boolean soon =
                    lean == Lean.NEAR && !same.isAfter(YearMonth.from(published).plusMonths(2));
            return same.isAfter(YearMonth.from(published)) && lean != Lean.FUTURE && !soon ? same.minusYears(1) : same;
        });
        return scene.yearInForce(month, usual.isEmpty())
                .map(year -> YearMonth.of(year, month))
                .or(() -> usual);
    }

    private Period third(YearMonth month, int third, Lean lean) {
        var first = month.atDay(third * 10 - 9);
        var last = third == 3 ? month.atEndOfMonth() : month.atDay(third * 10);
        return upToNow(first, last, TimePrecision.WEEK, lean);
    }

    private Optional<Period> season(Match<DateKind> date, Lean lean) {
        int month = date.get(Field.SEASON, 3);
        var stated = year(date) > 0
                ? Optional.of(year(date))
                : scene.published.map(published -> {
                    int year = published.getYear();
                    return LocalDate.of(year, month, 1).isAfter(published) && lean != Lean.FUTURE ? year - 1 : year;
                });
        return stated.map(year -> YearMonth.of(year, month))
                .map(first -> upToNow(first.atDay(1), first.plusMonths(2).atEndOfMonth(), TimePrecision.MONTH, lean));
    }

    private Optional<Period> years(Match<DateKind> date, Lean lean) {
        int first = date.get(Field.YEAR, 0);
        int last = date.last(Field.YEAR, 0);
        return first > last ? Optional.empty() : Optional.of(years(first, last, lean));
    }

    private Period years(int first, int last, Lean lean) {
        return upToNow(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), TimePrecision.YEAR, lean);
    }

    /** A stretch that is still running ends with the publication, unless the future is spoken of. */
    private Period upToNow(LocalDate first, LocalDate last, TimePrecision precision, Lean lean) {
        return spans.upToNow(first, last, precision, lean);
    }
}
