package org.oqiga.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
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
    private static final Set<String> EVERYBODY = Set.of("people", "person", "persons", "others", "человек", "адам");

    private record Group(Set<String> words, List<Integer> numbers) {}

    private Claims() {}

    static Toll toll(List<Incident> tellings) {
        var sources =
                tellings.stream().flatMap(telling -> telling.sources().stream()).toList();
        return new Toll(
                range(sources, Figures::deaths), range(sources, Figures::injured), range(sources, Figures::arrested));
    }

    /** Sources come in the order of publication, so the last number of a group is the latest. */
    private static Optional<Toll.Range> range(List<Source> sources, Function<Figures, OptionalInt> figure) {
        List<Group> groups = new ArrayList<>();
        for (var source : sources) {
            var number = figure.apply(source.figures());
            if (number.isPresent()) {
                var words = words(source.victims().orElse(""));
                var group = groups.stream()
                        .filter(other -> same(other, words, number.getAsInt()))
                        .findFirst()
                        .orElseGet(() -> {
                            groups.add(new Group(new HashSet<>(), new ArrayList<>()));
                            return groups.get(groups.size() - 1);
                        });
                group.words().addAll(words);
                group.numbers().add(number.getAsInt());
            }
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        var counted = groups.stream().filter(group -> group.words().isEmpty()).toList();
        int low = 0;
        int best = 0;
        int high = 0;
        for (var group : counted.isEmpty() ? groups : counted) {
            low += group.numbers().stream().min(Integer::compare).orElseThrow();
            best += group.numbers().get(group.numbers().size() - 1);
            high += group.numbers().stream().max(Integer::compare).orElseThrow();
        }
        return Optional.of(new Toll.Range(low, best, high));
    }

    private static boolean same(Group group, Set<String> words, int number) {
        boolean sameWords =
                group.words().isEmpty() && words.isEmpty() || words.stream().anyMatch(group.words()::contains);
        return sameWords || group.numbers().contains(number);
    }

    private static Set<String> words(String victims) {
        var words = new HashSet<String>();
        for (String word : victims.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (word.length() > 3 && !EVERYBODY.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
