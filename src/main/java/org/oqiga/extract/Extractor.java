package org.oqiga.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oqiga.dating.Dated;
import org.oqiga.dating.Dater;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.geoparse.Geoparser;
import org.oqiga.geoparse.Resolution;
import org.oqiga.incident.IncidentType;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** Reads a report for what happened, where and when. Safe for use by several threads. */
public final class Extractor {

    /** What is older is no answer to the story of a report. */
    private static final int NEWS_DAYS = 30;

    private final Gazetteer gazetteer;
    private final Geoparser geoparser;
    private final Confidence confidence;
    private final Dater dater = new Dater();

    public Extractor(Gazetteer gazetteer) {
        this(gazetteer, Confidence.load());
    }

    Extractor(Gazetteer gazetteer, Confidence confidence) {
        this.confidence = confidence;
        this.gazetteer = gazetteer;
        this.geoparser = new Geoparser(gazetteer);
    }

    /** Everything found in the report; a lead that came to nothing is a skip with its reason. */
    public Extraction read(Report report) {
        var words = Words.of(report.text(), report.language());
        List<Resolution> toponyms = geoparser.parse(report, words);
        List<Dated> dates = dater.date(report, words);
        var text = Tagged.of(words, Lexicon.of(report.language()));
        List<Skip> skips = new ArrayList<>();
        var drafts = drafts(text, toponyms, dates, report, skips);
        var told = new Repeats(gazetteer).join(drafts);
        for (var incident : told) {
            for (var other : incident.others()) {
                skips.add(skip(text, other.lead(), Skip.Reason.TOLD_BEFORE));
            }
        }
        var writing = new Writing(report, text, confidence);
        var incidents = told.stream().map(writing::incident).toList();
        return new Extraction(toponyms, dates, writing.distinct(incidents), skips);
    }

    private List<Draft> drafts(
            Tagged text, List<Resolution> toponyms, List<Dated> dates, Report report, List<Skip> skips) {
        var dated = new Dates(text.words(), dates);
        var leads = LeadFinder.find(text).stream()
                .filter(lead -> !dated.holds(lead.from()))
                .toList();
        String title = report.title().orElse("");
        var mentions = Mentions.of(text, toponyms, title, named(title, report.language()), gazetteer);
        var timing = new Timing(text, dated, report.published());
        var series = new Series(text, dated);
        var doubt = new Doubt(text, dated);
        var tolls = new Tolls(text, mentions);
        var kept = tolls.absorb(leads);
        var told = Stream.concat(leads.stream(), kept.stream()).toList();
        var chains = new Chains(text, dated, told, tolls.placesOfShares(), mentions);
        var placing = new Placing(text, mentions, chains, gazetteer);
        int another = text.lexicon().wordClass("ANOTHER");
        List<Draft> drafts = new ArrayList<>();
        var pending = new ArrayDeque<>(kept);
        while (!pending.isEmpty()) {
            var lead = pending.poll();
            var reason = doubt.of(lead);
            if (reason.isPresent()) {
                skips.add(skip(text, lead, reason.get()));
                continue;
            }
            var placed = placing.of(lead);
            var timed = timing.of(lead);
            if (placed.basis() == Placing.Basis.ABROAD || !anchored(text, dated, lead, placing, placed, timed, tolls)) {
                skips.add(skip(text, lead, Skip.Reason.GENERAL));
            } else if (placed.places().isEmpty()) {
                skips.add(skip(text, lead, Skip.Reason.NO_PLACE));
            } else if (timed.period().isEmpty()) {
                boolean future = timed.basis() == Timing.Basis.FUTURE;
                skips.add(skip(text, lead, future ? Skip.Reason.DATE_IN_FUTURE : Skip.Reason.NO_DATE));
            } else {
                boolean old = report.published()
                        .filter(timed.period().get().lastDay().plusDays(NEWS_DAYS)::isBefore)
                        .isPresent();
                boolean several = placed.places().size() > 1;
                if (several) {
                    tolls.release(lead).ifPresent(pending::add);
                }
                var own = series.dates(lead, placed.named());
                for (int i = 0; i < placed.places().size(); i++) {
                    var place = placed.places().get(i);
                    var at = own.isEmpty()
                            ? timed
                            : own.get(i).map(date -> timing.at(lead, date)).orElse(timed);
                    if (old && !mentions.about(place)) {
                        // what once happened abroad is a comparison
                        skips.add(skip(text, lead, Skip.Reason.GENERAL));
                        continue;
                    }
                    drafts.add(new Draft(
                            lead,
                            place,
                            placed.basis(),
                            at.period().or(timed::period).get(),
                            at.basis(),
                            at.until(),
                            // a number that is told of several places is none of theirs
                            several ? List.of() : tolls.claims(lead),
                            Side.of(text, lead),
                            Target.of(text, lead),
                            text.words().sentence(lead.from()),
                            text.headline(lead.from()),
                            text.any(text.clauseStart(lead.from()), text.clauseEnd(lead.to() - 1), another)));
                }
            }
        }
        drafts.sort(Comparator.comparingInt(draft -> draft.lead().from()));
        return drafts;
    }

    /** The places that a title names, which the text itself may take for granted. */
    private List<Resolution> named(String title, String language) {
        if (title.isBlank()) {
            return List.of();
        }
        var heading = new Report("title", title, Optional.empty(), language, Optional.empty(), Optional.empty());
        return geoparser.parse(heading, Words.of(title, language));
    }

    /** A noun or a toll alone is talk; with a place, a date, a figure or a verb of happening it is news. */
    private static boolean anchored(
            Tagged text,
            Dates dated,
            Lead lead,
            Placing placing,
            Placing.Placed placed,
            Timing.Timed timed,
            Tolls tolls) {
        boolean noun = lead.rule().is(Rule.Trait.NOUN);
        boolean toll = lead.rule().type() == IncidentType.CASUALTIES;
        if (lead.rule().is(Rule.Trait.TOLL) && tolls.claims(lead).isEmpty() && !dozens(text, lead)) {
            return false;
        }
        if (!noun && !toll) {
            return true;
        }
        boolean known = text.is(lead.from(), text.lexicon().wordClass("KNOWN"));
        if (known && timed.basis() != Timing.Basis.CLAUSE && placed.basis() != Placing.Basis.CLAUSE) {
            // "the death of her brother": told as known
            return false;
        }
        int oblique = text.lexicon().wordClass("OBLIQUE");
        if (noun && tolls.claims(lead).isEmpty() && inPassing(text, dated, lead, oblique)) {
            // "killed in the unrest", "amid protests": told only in passing, unless its place follows at once
            return placed.basis() == Placing.Basis.CLAUSE && placing.follows(lead);
        }
        int behind = text.lexicon().wordClass("OBLIQUE_BEHIND");
        if (noun
                && tolls.claims(lead).isEmpty()
                && text.any(lead.to(), Math.min(text.clauseEnd(lead.to() - 1), lead.to() + 2), behind)) {
            // "тәртіпсіздік кезінде": the same in a language that says so behind the noun
            return placed.basis() == Placing.Basis.CLAUSE && placing.precedes(lead);
        }
        if (noun
                && tolls.claims(lead).isEmpty()
                && placed.basis() != Placing.Basis.CLAUSE
                && text.is(text.clauseStart(lead.from()), oblique)
                && !dated.holds(text.clauseStart(lead.from()))) {
            // "…, two days after protests turned into riots": background, where it names no place of its own
            return false;
        }
        int happening = text.lexicon().wordClass("HAPPENING");
        boolean happens = text.any(
                Math.max(text.clauseStart(lead.from()), lead.from() - 6),
                Math.min(text.reachAfter(lead.to() - 1), lead.to() + 6),
                happening);
        return placed.basis() == Placing.Basis.CLAUSE
                || timed.basis() == Timing.Basis.CLAUSE
                || (noun && happens)
                || (toll && (!tolls.claims(lead).isEmpty() || dozens(text, lead)));
    }

    /** Whether a word of passing stands before it that belongs to no date: "amid protests", but not "by Tuesday protests". */
    private static boolean inPassing(Tagged text, Dates dated, Lead lead, int oblique) {
        for (int i = Math.max(text.clauseStart(lead.from()), lead.from() - 3); i < lead.from(); i++) {
            if (text.is(i, oblique) && !dated.holds(i)) {
                return true;
            }
        }
        return false;
    }

    /** "Dozens were killed": a number all the same. */
    private static boolean dozens(Tagged text, Lead lead) {
        int dozens = text.lexicon().wordClass("DOZENS");
        return text.any(Math.max(text.clauseStart(lead.from()), lead.from() - 5), lead.from(), dozens)
                || text.any(lead.to(), Math.min(text.clauseEnd(lead.to() - 1), lead.to() + 3), dozens);
    }

    private static Skip skip(Tagged text, Lead lead, Skip.Reason reason) {
        int start = text.words().start(lead.from());
        int end = text.words().end(lead.to() - 1);
        return new Skip(
                reason, lead.rule().type().label() + ": " + text.words().text().substring(start, end), start, end);
    }
}
