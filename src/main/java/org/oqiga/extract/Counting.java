package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.oqiga.extract.Numbers.Number;
import org.oqiga.incident.Figures;

/** The numbers of dead, injured and arrested that a stretch of text gives. */
final class Counting {

    /** A number of people and what became of them; {@code victims} as the report calls them. */
    record Claim(Kind kind, int number, int at, String victims) {}

    /** What became of people, in the order of {@link Figures}. */
    enum Kind {
        KILLED,
        INJURED,
        ARRESTED
    }

    private record Pair(Kind kind, int verb, Number number, int distance) {}

    /** How far a number may stand from what became of the people, in words. */
    private static final int REACH = 9;

    private static final int CROSSING = 4;

    /** How far before a number the words may stand that make it a part: "of whom nearly 400 were in hospitals and 62". */
    private static final int PART = 8;

    /** How far the one person may stand before what became of him, and behind it. */
    private static final int ONE_BEFORE = 12;

    private static final int ONE_BEHIND = 4;

    private final Tagged text;
    private final Numbers numbers;
    private final int and;
    private final int subset;
    private final int onePerson;
    private final int people;
    private final int[] kinds;

    Counting(Tagged text) {
        this.text = text;
        this.numbers = new Numbers(text);
        this.and = text.lexicon().wordClass("AND");
        this.subset = text.lexicon().wordClass("SUBSET");
        this.onePerson = text.lexicon().wordClass("ONE_PERSON");
        this.people = text.lexicon().wordClass("PEOPLE");
        this.kinds = new int[] {
            text.lexicon().wordClass("KILLED"),
            text.lexicon().wordClass("INJURED"),
            text.lexicon().wordClass("ARRESTED")
        };
    }

    /** The claims within words {@code from} to {@code to}; each number is used once, by the nearest verb. */
    List<Claim> within(int from, int to) {
        List<Integer> usedVerbs = new ArrayList<>();
        var found = numbers.within(from, to);
        var claims = paired(pairs(from, to, found), found, usedVerbs);
        singles(from, to, usedVerbs, claims);
        claims.sort(Comparator.comparingInt(Claim::at));
        return claims;
    }

    private List<Pair> pairs(int from, int to, List<Number> found) {
        List<Pair> pairs = new ArrayList<>();
        for (var kind : Kind.values()) {
            int kindClass = kinds[kind.ordinal()];
            for (int i = from; i < to; i++) {
                if (!text.is(i, kindClass)) {
                    continue;
                }
                // "lost their lives" is one wording
                int last = i;
                while (last + 1 < to && text.is(last + 1, kindClass)) {
                    last++;
                }
                for (var number : found) {
                    int distance = number.from() > last ? number.from() - last : i - number.to() + 1;
                    if (distance > 0 && distance <= REACH && !parted(i, number, ";", ".")) {
                        // "18 people, including two children, died": the part stands nearer
                        pairs.add(new Pair(kind, i, number, distance(i, number) + (isPart(number) ? REACH : 0)));
                    }
                }
                i = last;
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance));
        return pairs;
    }

    private List<Claim> paired(List<Pair> pairs, List<Number> found, List<Integer> usedVerbs) {
        List<Claim> claims = new ArrayList<>();
        List<Number> usedNumbers = new ArrayList<>();
        for (var pair : pairs) {
            boolean counted = claims.stream().anyMatch(claim -> claim.kind() == pair.kind());
            if (counted && isPart(pair.number())) {
                usedNumbers.add(pair.number());
            }
            if (!usedVerbs.contains(pair.verb()) && !usedNumbers.contains(pair.number())) {
                usedVerbs.add(pair.verb());
                usedNumbers.add(pair.number());
                claims.add(claim(pair, before(pair, found)));
            }
        }
        return claims;
    }

    private Claim claim(Pair pair, Optional<Number> other) {
        var number = pair.number();
        var victims = victims(number, pair.verb());
        return other.map(first -> new Claim(
                        pair.kind(),
                        first.value() + number.value(),
                        first.from(),
                        words(first.to(), number.from()) + " " + victims))
                .orElse(new Claim(pair.kind(), number.value(), number.from(), victims));
    }

    /** What is added to a number before its verb: "51 protesters and 14 officers were injured". */
    private Optional<Number> before(Pair pair, List<Number> found) {
        var number = pair.number();
        return found.stream()
                .filter(first -> number.to() < pair.verb()
                        && first.to() < number.from() - 1
                        && number.from() - first.to() <= CROSSING
                        && text.is(number.from() - 1, and)
                        && !text.any(first.to(), number.from(), kinds)
                        && text.is(number.from() - 2, people)
                        && text.any(number.to(), pair.verb(), people)
                        && !isPart(first)
                        && !isPart(number))
                .findFirst();
    }

    private String words(int from, int to) {
        return text.words()
                .text()
                .substring(text.words().start(from), text.words().end(to - 1));
    }

    /** "A man died", "killing a student": one, where no number is told. */
    private void singles(int from, int to, List<Integer> usedVerbs, List<Claim> claims) {
        for (var kind : Kind.values()) {
            int verb = text.first(from, to, kinds[kind.ordinal()]);
            if (verb < 0 || usedVerbs.contains(verb) || claims.stream().anyMatch(claim -> claim.kind() == kind)) {
                continue;
            }
            int start = Math.max(from, Math.max(text.clauseStart(verb), verb - ONE_BEFORE));
            int person = text.last(start, verb, onePerson);
            if (person < 0) {
                person = text.first(verb + 1, Math.min(to, verb + 1 + ONE_BEHIND), onePerson);
            }
            int age = person < 0 ? numbers.ageOfSubject(start, verb) : -1;
            if (person >= 0) {
                claims.add(new Claim(kind, 1, person, text.words().printed(person)));
            } else if (age >= 0) {
                claims.add(new Claim(kind, 1, age, ""));
            }
        }
    }

    /** The first figure of each kind among the claims. */
    static Figures figures(List<Claim> claims) {
        return new Figures(first(claims, Kind.KILLED), first(claims, Kind.INJURED), first(claims, Kind.ARRESTED));
    }

    private static OptionalInt first(List<Claim> claims, Kind kind) {
        return claims.stream()
                .filter(claim -> claim.kind() == kind)
                .mapToInt(Claim::number)
                .findFirst();
    }

    /** In words; a list's "and" or another fate between a number and a verb makes it less likely that they belong together. */
    private int distance(int verb, Number number) {
        boolean behind = number.from() > verb;
        int between = behind ? number.from() - verb : verb - number.to() + 1;
        boolean crosses = behind
                ? text.any(verb + 1, number.from(), and) || parted(verb, number, ",")
                : text.any(number.to(), verb, kinds[0], kinds[1], kinds[2]);
        return crosses ? between + CROSSING : between;
    }

    /** Whether one of the signs stands between a number and a verb. */
    private boolean parted(int verb, Number number, String... signs) {
        int from = Math.min(verb, number.from()) + 1;
        int to = Math.max(verb, number.to());
        for (int i = from; i < to - 1; i++) {
            if (List.of(signs).contains(text.words().folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is a part of another: "225 people died, among them 19 officers", "two of them". */
    private boolean isPart(Number number) {
        return text.any(Math.max(text.clauseStart(number.from()), number.from() - PART), number.to() + 1, subset);
    }

    private String victims(Number number, int verb) {
        int from = number.to();
        int to = verb >= from ? verb : Math.min(text.clauseEnd(number.to() - 1), from + 5);
        var words = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (text.is(i, text.lexicon().wordClass("AUXILIARY"))
                    || !text.words().speaks(i)) {
                break;
            }
            words.append(words.isEmpty() ? "" : " ").append(text.words().printed(i));
        }
        return words.toString();
    }

    /** Whom the claims of figures are about, as the report calls them; empty where it does not say. */
    static Optional<String> victims(List<Claim> claims) {
        return claims.stream()
                .map(Claim::victims)
                .filter(words -> !words.isBlank())
                .findFirst();
    }
}
