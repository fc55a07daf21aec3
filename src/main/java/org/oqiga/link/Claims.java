package org.oqiga.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oqiga.incident.Figures;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Source;
import org.oqiga.incident.Toll;

/**
 * Many claims of figures as low, best and high, in UCDP's meaning: over the claims about the same victims the least and the
 * most claimed, and as the best the last published. Claims about different victims are never a range; they add up.
 */
final class Claims {

    /** Words that name no group of victims. */
    private static final Set<String> EVERYBODY = Set.of(
            "people", "person", "persons", "others", "armed", "least", "more", "about", "nearly", "человек", "адам");

    /** As much of a word as its endings leave alone: "officers", "полицейских". */
    private static final int STEM = 6;

    private static final Set<String> FORCES = forces();

    private static final List<Function<Figures, OptionalInt>> KINDS =
            List.of(Figures::deaths, Figures::injured, Figures::arrested);

    /**
     * Claims about the same victims.
     *
     * @param claims the numbers, by their source's place in the order of publication
     * @param tellings the sentences and reports that they come from
     */
    private record Group(Set<String> words, TreeMap<Integer, Integer> claims, Set<String> tellings) {

        private Group() {
            this(new HashSet<>(), new TreeMap<>(), new HashSet<>());
        }

        /** Whether the victims are the same by number, though not by name. */
        boolean isOther(Group group) {
            return words.isEmpty() == group.words.isEmpty()
                    && forces() == group.forces()
                    && claims.values().stream().anyMatch(group.claims::containsValue)
                    && tellings.stream().noneMatch(group.tellings::contains);
        }

        private boolean forces() {
            return words.stream().anyMatch(word -> FORCES.stream().anyMatch(word::startsWith));
        }

        void take(Group group) {
            words.addAll(group.words);
            claims.putAll(group.claims);
            tellings.addAll(group.tellings);
        }

        void add(Set<String> called, int order, int number, Source source) {
            words.addAll(called);
            claims.put(order, number);
            tellings.add(sentence(source));
            tellings.add(source.report().name());
        }
    }

    private Claims() {}

    private static Set<String> forces() {
        try (var stream = Claims.class.getResourceAsStream("forces.txt");
                var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, Math.min(line.length(), STEM - 1)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Toll toll(List<Incident> tellings) {
        var sources =
                tellings.stream().flatMap(telling -> telling.sources().stream()).toList();
        return new Toll(
                range(sources, Figures::deaths), range(sources, Figures::injured), range(sources, Figures::arrested));
    }

    /** Whether a telling gives a number that others give too; empty where not both give any of one kind. */
    static Optional<Boolean> agree(List<Incident> others, Incident telling) {
        boolean compared = false;
        for (var figure : KINDS) {
            var given = numbers(others, figure);
            var own = numbers(List.of(telling), figure);
            if (own.stream().anyMatch(given::contains)) {
                return Optional.of(true);
            }
            compared |= !own.isEmpty() && !given.isEmpty();
        }
        return compared ? Optional.of(false) : Optional.empty();
    }

    private static Set<Integer> numbers(List<Incident> tellings, Function<Figures, OptionalInt> figure) {
        var numbers = new HashSet<Integer>();
        for (var telling : tellings) {
            telling.sources().forEach(source -> figure.apply(source.figures()).ifPresent(numbers::add));
        }
        return numbers;
    }

    /** Sources come in the order of publication, so the last number of a group is the latest. */
    private static Optional<Toll.Range> range(List<Source> sources, Function<Figures, OptionalInt> figure) {
        List<Group> groups = new ArrayList<>();
        for (int order = 0; order < sources.size(); order++) {
            var source = sources.get(order);
            var number = figure.apply(source.figures());
            if (number.isPresent()) {
                var words = words(source.victims().orElse(""));
                var group = called(groups, words, source).orElseGet(() -> {
                    groups.add(new Group());
                    return groups.get(groups.size() - 1);
                });
                group.add(words, order, number.getAsInt(), source);
            }
        }
        mergeEqual(groups);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        var counted = groups.stream().filter(group -> group.words().isEmpty()).toList();
        int low = 0;
        int best = 0;
        int high = 0;
        for (var group : counted.isEmpty() ? groups : counted) {
            low += group.claims().values().stream().min(Integer::compare).orElseThrow();
            best += group.claims().lastEntry().getValue();
            high += group.claims().values().stream().max(Integer::compare).orElseThrow();
        }
        return Optional.of(new Toll.Range(low, best, high));
    }

    /** The victims of that name; two numbers of one sentence are about different ones, whatever they are called. */
    private static Optional<Group> called(List<Group> groups, Set<String> words, Source source) {
        return groups.stream()
                .filter(group -> !group.tellings().contains(sentence(source)))
                .filter(group -> group.words().isEmpty() && words.isEmpty()
                        || words.stream().anyMatch(group.words()::contains))
                .findFirst();
    }

    /**
     * Joins victims of one number under two names: criminals to one side, protesters to the other. Never those that one
     * report tells apart, nor members of the security forces with others.
     */
    private static void mergeEqual(List<Group> groups) {
        for (int i = 0; i < groups.size(); i++) {
            for (int j = groups.size() - 1; j > i; j--) {
                if (groups.get(i).isOther(groups.get(j))) {
                    groups.get(i).take(groups.remove(j));
                }
            }
        }
    }

    private static String sentence(Source source) {
        return source.report().name() + "\u0000" + source.quote().start();
    }

    private static Set<String> words(String victims) {
        var words = new HashSet<String>();
        for (String word : victims.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (word.length() > 3 && !EVERYBODY.contains(word)) {
                String stem = word.substring(0, Math.min(word.length(), STEM));
                words.add(stem.endsWith("s") ? stem.substring(0, stem.length() - 1) : stem);
            }
        }
        return words;
    }
}
