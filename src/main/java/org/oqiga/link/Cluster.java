package org.oqiga.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Joined;
import org.oqiga.incident.Source;

/** Tellings taken for one incident. */
final class Cluster {

    /** What a further report that tells it in words of its own leaves of the doubt. */
    private static final double DOUBT_LEFT = 0.7;

    private static final double MOST_CONFIDENT = 0.99;

    private final List<Incident> tellings = new ArrayList<>();
    private final Set<String> reports = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final List<Joined> joined = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    /** The days that all tellings of one type and place allow; a person may have joined several such. */
    private record Span(IncidentType type, String placeId, LocalDate first, LocalDate last) {

        static Span of(Incident telling) {
            return new Span(
                    telling.type(),
                    telling.place().id(),
                    telling.period().firstDay(),
                    telling.period().lastDay());
        }

        boolean meets(Span other) {
            return type == other.type
                    && placeId.equals(other.placeId)
                    && !first.isAfter(other.last)
                    && !other.first.isAfter(last);
        }

        Span and(Span other) {
            return new Span(
                    type,
                    placeId,
                    first.isAfter(other.first) ? first : other.first,
                    last.isBefore(other.last) ? last : other.last);
        }
    }

    Cluster(Incident telling) {
        spans.add(Span.of(telling));
        take(telling);
    }

    /** The ids of its tellings. */
    Set<String> ids() {
        return ids;
    }

    /** Whether a day remains that the telling and all others allow, and its report tells none of the others. */
    boolean admits(Incident telling) {
        var days = Span.of(telling);
        return spans.stream().anyMatch(days::meets)
                && telling.sources().stream()
                        .noneMatch(source -> reports.contains(source.report().name()));
    }

    /** How many words of its quotes a telling shares with the cluster's, as a share of its own. */
    double likeness(Incident telling) {
        var own = words(telling);
        double most = 0;
        for (var other : tellings) {
            var shared = words(other);
            shared.retainAll(own);
            most = Math.max(most, shared.size() / (double) Math.max(1, own.size()));
        }
        return most;
    }

    /** Joins a telling, by a person's decision or because it is admitted. */
    void add(Incident telling, OptionalLong decision) {
        double likeness = Math.round(likeness(telling) * 100) / 100.0;
        var agreement = Claims.agree(tellings, telling);
        boolean sameText = telling.sources().stream()
                .anyMatch(source -> texts.contains(source.report().text()));
        var days = narrowed(Span.of(telling));
        take(telling);
        joined.add(new Joined(telling.id(), days.first(), days.last(), likeness, agreement, sameText, decision));
    }

    private Span narrowed(Span days) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).meets(days)) {
                spans.set(i, spans.get(i).and(days));
                return spans.get(i);
            }
        }
        spans.add(days);
        return days;
    }

    private void take(Incident telling) {
        tellings.add(telling);
        ids.add(telling.id());
        telling.sources().forEach(source -> {
            reports.add(source.report().name());
            texts.add(source.report().text());
        });
    }

    /** The incident as all tell it; the most exact and surest telling gives its date and title. */
    Linked linked(Comparator<Incident> order) {
        tellings.sort(order);
        if (tellings.size() == 1) {
            return new Linked(tellings.get(0), List.of(tellings.get(0).id()), List.of());
        }
        var surest = tellings.stream()
                .min(Comparator.comparingLong(
                                (Incident telling) -> telling.period().length())
                        .thenComparing(telling -> -telling.standing().confidence()))
                .orElseThrow();
        var actors = new LinkedHashSet<String>();
        var sources = new ArrayList<Source>();
        for (var telling : tellings) {
            actors.addAll(telling.what().actors());
            sources.addAll(telling.sources());
        }
        boolean stated = tellings.stream().anyMatch(telling -> telling.what().assertion() == Assertion.STATED);
        var what = new Incident.What(
                surest.type(),
                surest.what().title(),
                List.copyOf(actors),
                stated ? Assertion.STATED : surest.what().assertion());
        var until = tellings.stream()
                .flatMap(telling -> telling.when().inForceUntil().stream())
                .max(LocalDate::compareTo);
        double doubt = (1 - surest.standing().confidence()) * Math.pow(DOUBT_LEFT, texts.size() - 1.0);
        var standing = new Incident.Standing(
                Math.min(MOST_CONFIDENT, Math.round((1 - doubt) * 100) / 100.0),
                surest.standing().status());
        var incident = new Incident(
                tellings.get(0).id(),
                what,
                new Incident.When(surest.period(), until),
                surest.place(),
                Claims.toll(tellings),
                standing,
                sources);
        return new Linked(incident, tellings.stream().map(Incident::id).toList(), joined);
    }

    private static Set<String> words(Incident telling) {
        var words = new HashSet<String>();
        for (var source : telling.sources()) {
            for (String word : source.quote().text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() > 3) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
