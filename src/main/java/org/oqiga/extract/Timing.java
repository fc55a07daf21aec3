package org.oqiga.extract;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.oqiga.dating.Dated;
import org.oqiga.dating.Dated.Bearing;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Period;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Words;

/**
 * When a lead happened: what its clause says, else its sentence, else the passage before it, else the two days up to the
 * publication at the precision of a week, so that nobody takes them for a date that the report gives.
 */
final class Timing {

    /** How a lead came by its period. */
    enum Basis {
        CLAUSE,
        SENTENCE,
        PASSAGE,
        /** The day that the story stands on, further off than the passage. */
        STORY,
        PUBLICATION,
        FUTURE,
        NONE;

        /** Whether no date stands by what is told. */
        boolean guessed() {
            return this == STORY || this == PUBLICATION;
        }
    }

    record Timed(Optional<Period> period, Optional<LocalDate> until, Basis basis) {}

    /** Older than this it dates only its own clause: "Zhanaozen, where police fired on strikers in 2011". */
    private static final int LONG_AGO_DAYS = 400;

    /** The most words a date has. */
    private static final int DATE_WORDS = 12;

    private static final Set<IncidentType> ONCE =
            EnumSet.of(IncidentType.SEIZURE, IncidentType.DEPLOYMENT, IncidentType.DISRUPTION, IncidentType.POLITICS);

    private final Tagged text;
    private final Dates dates;
    private final Story story;
    private final Context before;
    private final Optional<LocalDate> published;
    private final int now;
    private final int when;
    private final int relative;
    private final int counted;

    Timing(Tagged text, Dates dates, Optional<LocalDate> published) {
        this.text = text;
        this.dates = dates;
        var reach = Reach.of(dates, published);
        this.before = new Context(text, dates, reach);
        this.published = published;
        this.story = new Story(text, dates, published, reach);
        this.when = text.lexicon().wordClass("WHEN");
        this.relative = text.lexicon().wordClass("RELATIVE");
        this.counted = text.lexicon().wordClass("COUNTED");
        this.now = text.lexicon().wordClass("NOW");
    }

    /** The same where it is known which date is the lead's. */
    Timed at(Lead lead, Dated dated) {
        return timed(lead, dated, lasts(lead) ? until(lead) : Optional.empty(), Basis.CLAUSE);
    }

    Timed of(Lead lead) {
        Words words = text.words();
        int sentence = words.sentence(lead.from());
        var until = lasts(lead) ? until(lead) : Optional.<LocalDate>empty();
        var inClause = nearest(lead, text.clauseStart(lead.from()), text.clauseEnd(lead.to() - 1));
        if (inClause.isPresent()) {
            return timed(lead, inClause.get(), until, Basis.CLAUSE);
        }
        var antecedent = antecedent(text.clauseStart(lead.from()));
        if (antecedent.isPresent()) {
            return timed(lead, antecedent.get(), until, Basis.CLAUSE);
        }
        if (!before.isChronicle() && published.isPresent() && isNow(lead)) {
            return new Timed(published.map(Period::day), until, Basis.SENTENCE);
        }
        var inSentence = nearest(lead, text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()));
        if (inSentence.isPresent()
                && (opensSentence(inSentence.get())
                        || !olderThan(inSentence.get().period(), LONG_AGO_DAYS))) {
            return timed(lead, inSentence.get(), until, Basis.SENTENCE);
        }
        var carried = before.date(sentence);
        if (carried.isPresent()) {
            return timed(
                    lead,
                    before.isLabel(carried.get(), sentence) ? carried.get() : wholeDays(carried.get()),
                    until,
                    Basis.PASSAGE);
        }
        var told = story.at(sentence);
        if (told.isPresent()) {
            return timed(lead, wholeDays(told.get()), until, Basis.STORY);
        }
        return published
                .map(day -> new Timed(
                        Optional.of(Period.days(day.minusDays(1), day, TimePrecision.WEEK)), until, Basis.PUBLICATION))
                .orElse(new Timed(Optional.empty(), until, Basis.NONE));
    }

    /** The hour holds good for its own sentence; the day goes on. */
    private static Dated wholeDays(Dated dated) {
        var period = dated.period();
        return period.precision() == TimePrecision.HOUR
                ? new Dated(
                        dated.text(),
                        dated.start(),
                        Period.days(period.firstDay(), period.lastDay(), TimePrecision.DAY),
                        dated.bearing())
                : dated;
    }

    /** The date that a clause is about, where it says what happened then: "since June 3, when soldiers attacked". */
    private Optional<Dated> antecedent(int clause) {
        int when = text.first(clause, clause + 3, this.when);
        if (when < 0) {
            return Optional.empty();
        }
        return dates.within(Math.max(text.sentenceStart(when), when - DATE_WORDS), when).stream()
                .filter(dated -> text.words().wordAt(dated.end()) >= when - 1)
                .findFirst();
    }

    /** Whether the clause tells of what goes on as the report is written: "smoke is rising", "rallies continue". */
    private boolean isNow(Lead lead) {
        return text.any(text.clauseStart(lead.from()), text.clauseEnd(lead.to() - 1), now);
    }

    /** What is declared once and then lasts: its declaration is what is dated. */
    private static boolean lasts(Lead lead) {
        return lead.rule().type() == IncidentType.EMERGENCY || lead.rule().type() == IncidentType.BLACKOUT;
    }

    /** What happens once and is so from then on: "soldiers have been in the streets since Saturday". */
    private static boolean happensOnce(Lead lead) {
        return ONCE.contains(lead.rule().type());
    }

    private Timed timed(Lead lead, Dated dated, Optional<LocalDate> until, Basis basis) {
        var period = dated.period();
        boolean since = dated.bearing() == Bearing.SINCE;
        boolean range = dated.bearing() == Bearing.IN && period.precision() == TimePrecision.DAY && period.length() > 2;
        if (lasts(lead) && (since || range)) {
            var declared = new Dated(dated.text(), dated.start(), Period.day(period.firstDay()), Bearing.IN);
            return timed(lead, declared, since ? until : Optional.of(period.lastDay()), basis);
        }
        if (since && !lasts(lead) && isCounted(dated)) {
            // "on the square for a third day": the first two were told of then
            period = Period.day(period.lastDay());
        } else if (since && happensOnce(lead)) {
            period = Period.day(period.firstDay());
        }
        if (dated.bearing() == Bearing.UNTIL
                && published.isPresent()
                && period.firstDay().isBefore(published.get())
                && !period.lastDay().isBefore(published.get())) {
            period = Period.days(published.get(), period.lastDay(), period.precision());
        }
        if (future(period)) {
            return new Timed(Optional.empty(), until, Basis.FUTURE);
        }
        return new Timed(Optional.of(period), until, basis);
    }

    private boolean isCounted(Dated dated) {
        return text.any(text.words().wordAt(dated.start()), text.words().wordAt(dated.end()), counted);
    }

    /** The nearest date to the lead within the words; one behind it before one in front, when they are as near. */
    private Optional<Dated> nearest(Lead lead, int from, int to) {
        Optional<Dated> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (var dated : dates.within(from, to)) {
            if (dated.bearing() == Bearing.UNTIL && (lasts(lead) || future(dated.period()))) {
                continue;
            }
            if (dated.bearing() == Bearing.UNTIL && !lasts(lead) && olderThan(dated.period(), LONG_AGO_DAYS)) {
                // "took over from his predecessor, who led the country until 2019"
                continue;
            }
            int at = text.words().wordAt(dated.start());
            if (dated.bearing() == Bearing.UNTIL && text.clause(at) != text.clause(lead.from())) {
                // "Until last month gas was cheap; … thousands took to the streets"
                continue;
            }
            if (at >= lead.to() && isAside(lead, at)) {
                continue;
            }
            int distance = 2 * (at >= lead.to() ? at - lead.to() : lead.from() - at) + (at >= lead.to() ? 0 : 1);
            if (distance < least) {
                best = Optional.of(dated);
                least = distance;
            }
        }
        return best;
    }

    /** "An emergency in Almaty, where the protests began on Sunday": the date is that of what is told aside. */
    private boolean isAside(Lead lead, int date) {
        int clause = text.clauseStart(date);
        return text.clause(lead.to() - 1) != text.clause(date) && text.any(clause, clause + 2, relative);
    }

    private Optional<LocalDate> until(Lead lead) {
        return dates.within(lead.to(), text.sentenceEnd(lead.from())).stream()
                .filter(dated -> dated.bearing() == Bearing.UNTIL)
                .map(dated -> dated.period().lastDay())
                .findFirst();
    }

    /** "On 3 June 2019 people died when soldiers broke up the camp": what opens the sentence dates all of it. */
    private boolean opensSentence(Dated dated) {
        int word = text.words().wordAt(dated.start());
        return word == text.words().firstWord(text.words().sentence(word));
    }

    private boolean future(Period period) {
        return published.isPresent() && period.firstDay().isAfter(published.get());
    }

    private boolean olderThan(Period period, int days) {
        return published.isPresent()
                && period.lastDay().isBefore(published.get().minusDays(days));
    }
}
