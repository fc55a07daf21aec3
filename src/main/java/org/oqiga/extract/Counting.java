package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
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

    private record Number(int value, int from, int to) {}

    /** How far a number may stand from what became of the people, in words. */
    private static final int REACH = 9;

    private static final int CROSSING = 4;

    private static final Pattern GROUP_HEAD = Pattern.compile("\\d{1,3}");
    private static final Pattern GROUP = Pattern.compile("\\d{3}");
    private static final Pattern SEPARATOR = Pattern.compile("[,.](?=\\d{3}(\\D|$))");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}[,.]\\d");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,8}");
    private static final Pattern SHARE = Pattern.compile("%|°|percent|per|процент.*|пайыз.*");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private final Tagged text;
    private final int and;
    private final int noPeople;
    private final int noPeopleBefore;
    private final int people;
    private final int subset;
    private final int[] kinds;

    Counting(Tagged text) {
        this.text = text;
        this.and = text.lexicon().wordClass("AND");
        this.noPeople = text.lexicon().wordClass("NO_PEOPLE");
        this.noPeopleBefore = text.lexicon().wordClass("NO_PEOPLE_BEFORE");
        this.subset = text.lexicon().wordClass("SUBSET");
        this.people = text.lexicon().wordClass("PEOPLE");
        this.kinds = new int[] {
            text.lexicon().wordClass("KILLED"),
            text.lexicon().wordClass("INJURED"),
            text.lexicon().wordClass("ARRESTED")
        };
    }

    /** The claims within words {@code from} to {@code to}; each number is used once, by the nearest verb. */
    List<Claim> within(int from, int to) {
        var numbers = numbers(from, to);
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
                for (var number : numbers) {
                    int distance = number.from() > last ? number.from() - last : i - number.to() + 1;
                    if (distance > 0 && distance <= REACH && !parted(i, number)) {
                        pairs.add(new Pair(kind, i, number, distance));
                    }
                }
                i = last;
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::distance));
        List<Claim> claims = new ArrayList<>();
        List<Integer> usedVerbs = new ArrayList<>();
        List<Number> usedNumbers = new ArrayList<>();
        for (var pair : pairs) {
            boolean counted = claims.stream().anyMatch(claim -> claim.kind() == pair.kind());
            if (counted && isPart(pair.number())) {
                usedNumbers.add(pair.number());
            }
            if (!usedVerbs.contains(pair.verb()) && !usedNumbers.contains(pair.number())) {
                usedVerbs.add(pair.verb());
                usedNumbers.add(pair.number());
                claims.add(new Claim(
                        pair.kind(), pair.number().value(), pair.number().from(), victims(pair.number(), pair.verb())));
            }
        }
        claims.sort(Comparator.comparingInt(Claim::at));
        return claims;
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
                ? text.any(verb + 1, number.from(), and)
                : text.any(number.to(), verb, kinds[0], kinds[1], kinds[2]);
        return crosses ? between + CROSSING : between;
    }

    /** Whether a full break stands between a number and a verb. */
    private boolean parted(int verb, Number number) {
        int from = Math.min(verb, number.from()) + 1;
        int to = Math.max(verb, number.to());
        for (int i = from; i < to - 1; i++) {
            String word = text.words().folded(i);
            if (word.equals(";") || word.equals(".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is a part of another: "225 people died, among them 19 officers", "two of them". */
    private boolean isPart(Number number) {
        return text.any(Math.max(text.clauseStart(number.from()), number.from() - 3), number.to() + 3, subset);
    }

    private List<Number> numbers(int from, int to) {
        List<Number> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int end = i;
            double value = 0;
            if (thousands(i, to)) {
                value = value(i);
                while (thousands(end, to)) {
                    value = value * 1000 + value(++end);
                }
                end++;
            }
            double part = end < to ? value(end) : Double.NaN;
            while (end < to && !Double.isNaN(part)) {
                value = part >= 100 && value > 0 && value < part ? value * part : value + part;
                end++;
                part = end < to ? value(end) : Double.NaN;
            }
            if (end > i) {
                value = Math.round(value * 10) / 10.0;
                if (ofPeople(i, end, to) && value >= 1 && value < 10_000_000 && value == Math.rint(value)) {
                    found.add(new Number((int) value, i, end));
                }
                i = end - 1;
            }
        }
        return found;
    }

    /** Whether a figure goes on in the next word: "4 578". */
    private boolean thousands(int word, int to) {
        return word + 1 < to
                && GROUP_HEAD.matcher(text.words().folded(word)).matches()
                && GROUP.matcher(text.words().folded(word + 1)).matches()
                && text.words().start(word + 1) - text.words().end(word) == 1;
    }

    private double value(int word) {
        String folded = text.words().folded(word);
        if (!Character.isDigit(folded.charAt(0))) {
            return text.lexicon().number(folded);
        }
        String digits = SEPARATOR.matcher(folded).replaceAll("");
        if (DECIMAL.matcher(digits).matches() && word + 1 < text.size()) {
            // "3.8 thousand"
            return text.lexicon().number(text.words().folded(word + 1)) >= 1000
                    ? Double.parseDouble(digits.replace(',', '.'))
                    : Double.NaN;
        }
        return WHOLE.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    }

    /** Whether a number can count people: no year, share, age, hour, price or number of things. */
    private boolean ofPeople(int from, int end, int limit) {
        if (from > 0
                && (text.is(from - 1, noPeopleBefore)
                        || "$€£₽".contains(text.words().folded(from - 1)))) {
            return false;
        }
        if (end < text.size() && SHARE.matcher(text.words().folded(end)).matches()) {
            return false;
        }
        String printed = text.words().printed(from);
        if (YEAR.matcher(printed).matches() && !text.any(end, Math.min(limit, end + 2), people)) {
            return false;
        }
        return !text.any(end, Math.min(limit, end + 2), noPeople);
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
