package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Figures;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Source;
import org.oqiga.incident.Status;
import org.oqiga.incident.Toll;
import org.oqiga.report.Report;

/** Writes a draft down as an incident: its headline, its quoted sentence, who says so, its figures and its id. */
final class Writing {

    /** How many sentences of one report an incident shows; more prove nothing more. */
    private static final int MAX_QUOTES = 4;

    private final Confidence confidence;
    private final Report report;
    private final Tagged text;
    private final Headline headline;
    private final Attribution attribution;
    private final Doubt doubt;

    Writing(Report report, Tagged text, Confidence confidence) {
        this.confidence = confidence;
        this.report = report;
        this.text = text;
        this.headline = new Headline(text);
        this.attribution = new Attribution(text);
        this.doubt = new Doubt(text);
    }

    Incident incident(Repeats.Told told) {
        var draft = told.firmest();
        var lead = draft.lead();
        var assertion = doubt.assertion(lead);
        var what = new Incident.What(draft.type(), headline.of(lead, draft.place()), headline.actors(lead), assertion);
        var when = new Incident.When(draft.period(), draft.until());
        var quote = quote(lead);
        var grounds = Grounds.of(told, assertion, quote.text().length());
        var standing = new Incident.Standing(confidence.of(grounds), Status.EXTRACTED);
        return new Incident(
                id(draft), what, when, draft.place(), toll(draft.claims()), standing, sources(told, quote, assertion));
    }

    /** The incidents with ids told apart: a second one of the same type, place and day gets a number. */
    List<Incident> distinct(List<Incident> incidents) {
        var seen = new LinkedHashMap<String, Integer>();
        List<Incident> out = new ArrayList<>();
        for (var i : incidents) {
            int nth = seen.merge(i.id(), 1, Integer::sum);
            out.add(
                    nth == 1
                            ? i
                            : new Incident(
                                    i.id() + "-" + nth,
                                    i.what(),
                                    i.when(),
                                    i.place(),
                                    i.toll(),
                                    i.standing(),
                                    i.sources()));
        }
        return out;
    }

    // Report, type, place and first day: what better rules are least likely to change.
    private String id(Draft draft) {
        return Ids.of(
                report.name(),
                draft.type().label(),
                draft.place().id(),
                draft.period().firstDay().toString());
    }

    /** The firmest telling with a source for each group of victims, and the other sentences that tell it. */
    private List<Source> sources(Repeats.Told told, Source.Quote quote, Assertion assertion) {
        var draft = told.firmest();
        List<Source> sources = new ArrayList<>();
        for (var group : groups(draft.claims())) {
            sources.add(source(draft.lead(), quote, assertion, Counting.figures(group), Counting.victims(group)));
        }
        if (sources.isEmpty()) {
            sources.add(source(draft.lead(), quote, assertion, Figures.NONE, Optional.empty()));
        }
        var starts = new HashSet<>(Set.of(quote.start()));
        for (var other : inOrder(told.others())) {
            var again = quote(other.lead());
            if (starts.size() < MAX_QUOTES && starts.add(again.start())) {
                sources.add(source(
                        other.lead(),
                        again,
                        doubt.assertion(other.lead()),
                        Counting.figures(other.claims()),
                        Counting.victims(other.claims())));
            }
        }
        return sources;
    }

    /** The sentences in the order of the report; a headline, which says least, comes last. */
    private static List<Draft> inOrder(List<Draft> tellings) {
        return tellings.stream()
                .sorted(Comparator.comparing(Draft::headline)
                        .thenComparing(draft -> draft.lead().from()))
                .toList();
    }

    private Source source(
            Lead lead, Source.Quote quote, Assertion assertion, Figures figures, Optional<String> victims) {
        var ref = new Source.ReportRef(report.name(), report.title(), report.url(), report.published());
        return new Source(ref, quote, attribution.of(lead), assertion, figures, victims);
    }

    /** The claims by victims: a second number of the same kind is about somebody else. */
    private static List<List<Counting.Claim>> groups(List<Counting.Claim> claims) {
        List<List<Counting.Claim>> groups = new ArrayList<>();
        for (var claim : claims) {
            boolean opens = groups.isEmpty()
                    || groups.get(groups.size() - 1).stream().anyMatch(other -> other.kind() == claim.kind());
            if (opens) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(claim);
        }
        return groups;
    }

    private static Toll toll(List<Counting.Claim> claims) {
        return new Toll(
                sum(claims, Counting.Kind.KILLED),
                sum(claims, Counting.Kind.INJURED),
                sum(claims, Counting.Kind.ARRESTED));
    }

    /** Claims of one sentence about different victims add up. */
    private static Optional<Toll.Range> sum(List<Counting.Claim> claims, Counting.Kind kind) {
        OptionalInt sum = claims.stream()
                .filter(claim -> claim.kind() == kind)
                .mapToInt(Counting.Claim::number)
                .reduce(Integer::sum);
        return sum.isPresent()
                ? Optional.of(new Toll.Range(sum.getAsInt(), sum.getAsInt(), sum.getAsInt()))
                : Optional.empty();
    }

    /** The sentence of the lead; its clause, or what fits round the lead, where the sentence is too long to quote. */
    private Source.Quote quote(Lead lead) {
        var words = text.words();
        int sentence = words.sentence(lead.from());
        int start = words.start(words.firstWord(sentence));
        int end = words.sentenceEnd(sentence);
        if (end - start > Source.Quote.MAX_LENGTH) {
            int from = text.clauseStart(lead.from());
            int to = text.clauseEnd(lead.to() - 1);
            while (words.end(to - 1) - words.start(from) > Source.Quote.MAX_LENGTH) {
                if (lead.from() - from >= to - lead.to()) {
                    from++;
                } else {
                    to--;
                }
            }
            start = words.start(from);
            end = words.end(to - 1);
        }
        return new Source.Quote(words.text().substring(start, end), start, end);
    }
}
