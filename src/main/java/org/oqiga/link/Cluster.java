package org.oqiga.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Source;

/** Tellings taken for one incident. */
final class Cluster {

    /** What a further report that tells it leaves of the doubt. */
    private static final double DOUBT_LEFT = 0.7;

    private static final double MOST_CONFIDENT = 0.99;

    private final List<Incident> tellings = new ArrayList<>();
    private final Set<String> reports = new HashSet<>();
    private LocalDate first;
    private LocalDate last;

    Cluster(Incident telling) {
        this.first = telling.period().firstDay();
        this.last = telling.period().lastDay();
        add(telling);
    }

    /** Whether a day remains that the telling and all others allow, and its report tells none of the others. */
    boolean admits(Incident telling) {
        return !telling.period().firstDay().isAfter(last)
                && !telling.period().lastDay().isBefore(first)
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

    void add(Incident telling) {
        tellings.add(telling);
        telling.sources().forEach(source -> reports.add(source.report().name()));
        first = later(first, telling.period().firstDay());
        last = earlier(last, telling.period().lastDay());
    }

    /** The incident as all tell it; the most exact and surest telling gives its date and title. */
    Linked linked(Comparator<Incident> order) {
        tellings.sort(order);
        if (tellings.size() == 1) {
            return new Linked(tellings.get(0), List.of(tellings.get(0).id()), "");
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
        double doubt = (1 - surest.standing().confidence()) * Math.pow(DOUBT_LEFT, reports.size() - 1.0);
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
        return new Linked(incident, tellings.stream().map(Incident::id).toList(), reason());
    }

    private String reason() {
        return reports.size() + " reports tell of " + tellings.get(0).type().label() + " in "
                + tellings.get(0).place().name() + " and all allow "
                + (first.equals(last) ? first : first + " to " + last);
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

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
