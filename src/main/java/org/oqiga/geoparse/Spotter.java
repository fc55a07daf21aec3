package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.report.Words;

/** Finds the words that could name a place, the longest reading of each stretch first; decides nothing. */
final class Spotter {

    private static final String AFTER_A_COMMA = "after a comma";
    private static final int LONGEST = 9;
    private static final int MOST_CANDIDATES = 40;
    private static final int MOST_SHARING = 14;

    /** So many runs of words are kept with what they could name, some 1,000 bytes each at most for the few that name anything. */
    private static final int REMEMBERED = 60_000;

    /** Longer ones hardly come again. */
    private static final int LONGEST_REMEMBERED = 60;

    private final Gazetteer gazetteer;
    private final Inflections inflections;
    private final Map<Lexicon, Remembered<Optional<Mention>>> read = new ConcurrentHashMap<>();
    // some six hundred spellings are tried for each
    private final Remembered<List<Place>> similar = new Remembered<>(REMEMBERED);

    Spotter(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.inflections = new Inflections(gazetteer);
    }

    /** Every reading, by where it starts, longer before shorter. */
    List<Mention> spot(Words words, Lexicon lexicon) {
        var found = new ArrayList<Mention>();
        for (int i = 0; i < words.size(); i++) {
            if (!Character.isLetter(words.text().charAt(words.start(i)))) {
                continue;
            }
            if (words.capital(i)) {
                names(words, i, lexicon, found);
            } else if (i + 1 < words.size() && words.capital(i + 1) && lexicon.is(Cue.FACILITY_BEFORE, words, i)) {
                names(words, i, lexicon, found);
            } else if (lexicon.demonymsWrittenSmall()) {
                int first = i;
                (i + 1 < words.size() && words.hyphened(i + 1)
                                ? demonym(words, i, i + 2, lexicon)
                                : Optional.<Mention>empty())
                        .or(() -> demonym(words, first, first + 1, lexicon))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private void names(Words words, int from, Lexicon lexicon, List<Mention> found) {
        int before = found.size();
        int longest = longest(words, from, lexicon);
        for (int to = longest; to > from; to--) {
            if (words.speaks(to - 1) || lexicon.alias(slice(words, from, to)).isPresent()) {
                reading(words, from, to, lexicon).ifPresent(found::add);
            }
        }
        shared(words, from, longest, lexicon).ifPresent(mention -> found.add(before, mention));
        if (found.size() == before) {
            misspelt(words, from, longest, lexicon).ifPresent(found::add);
        }
    }

    /** The name in "Almaty and Mangystau regions" whose kind of place only the last of the row says. */
    private Optional<Mention> shared(Words words, int from, int longest, Lexicon lexicon) {
        int to = endOfCapitals(words, from, longest);
        boolean joint = false;
        for (int i = to; i < Math.min(words.size(), to + MOST_SHARING); i++) {
            boolean sign = words.printed(i).equals(",") || lexicon.is(Cue.AND, words, i);
            joint |= sign;
            if (lexicon.is(Cue.PLACE_AFTER, words, i) && joint && words.capital(i - 1)) {
                return kinds(words.folded(i), lexicon).stream()
                        .flatMap(kind -> inflections.withKind(words, from, to, kind, lexicon).stream())
                        .findFirst()
                        .map(mention -> lexicon.hasCases() ? mention : orPlain(mention, words, lexicon));
            }
            if (!sign && !words.capital(i) && !words.hyphened(i) || i == to && !sign) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The same name with what it means on its own. */
    private Mention orPlain(Mention mention, Words words, Lexicon lexicon) {
        return reading(words, mention.from(), mention.to(), lexicon)
                .map(plain -> mention.or(plain.candidates()))
                .orElse(mention);
    }

    private static int endOfCapitals(Words words, int from, int longest) {
        int to = from + 1;
        while (to < longest && (words.capital(to) || words.hyphened(to))) {
            to++;
        }
        return to;
    }

    private static List<String> kinds(String word, Lexicon lexicon) {
        var kinds = new ArrayList<String>();
        lexicon.bases(word).forEach(base -> kinds.add(base.word()));
        return kinds;
    }

    /** A name one letter off, only where a word beside it says that a place is meant. */
    private Optional<Mention> misspelt(Words words, int from, int longest, Lexicon lexicon) {
        for (int to = longest; to > from; to--) {
            boolean asked = lexicon.before(Cue.IN, words, from)
                    || lexicon.before(Cue.PART_OF, words, from)
                    || from > 0 && words.printed(from - 1).equals(",") && lexicon.before(Cue.PART_OF, words, from - 1)
                    || lexicon.after(Cue.PLACE_AFTER, words, to) > to;
            if (asked && words.speaks(to - 1) && !lexicon.everyday(words, from)) {
                String printed = slice(words, from, to);
                List<Place> near = similar.of(printed, () -> gazetteer.similar(printed));
                if (!near.isEmpty()) {
                    String key = Gazetteer.fold(near.get(0).name());
                    return Optional.of(new Mention(from, to, key, Mention.Kind.MISSPELT, near));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Mention> reading(Words words, int from, int to, Lexicon lexicon) {
        String printed = slice(words, from, to);
        boolean afterComma = lexicon.alias(printed)
                .filter(alias -> alias.use().equals(AFTER_A_COMMA))
                .isPresent();
        if (afterComma || words.end(to - 1) - words.start(from) > LONGEST_REMEMBERED) {
            return reading(words, from, to, lexicon, printed);
        }
        // several words with how they are cut, which may hang on what stands round them
        String run = to == from + 1
                ? printed
                : words.text().substring(words.start(from), words.end(to - 1))
                        + (char) (to - from)
                        + (char) (words.end(from) - words.start(from));
        return read.computeIfAbsent(lexicon, language -> new Remembered<>(REMEMBERED))
                .of(run, () -> reading(words, from, to, lexicon, printed))
                .map(mention -> mention.at(from, to));
    }

    private Optional<Mention> reading(Words words, int from, int to, Lexicon lexicon, String printed) {
        String key = Gazetteer.fold(printed);
        Optional<Lexicon.Fixed> alias = lexicon.alias(printed).filter(fixed -> fits(fixed, words, from));
        if (alias.isEmpty() && printed.length() > 4 && printed.equals(printed.toUpperCase(java.util.Locale.ROOT))) {
            alias = lexicon.aliasOf(key);
        }
        if (alias.isEmpty() && to - from == 1) {
            alias = lexicon.bases(words.folded(from)).stream()
                    .filter(base -> base.use() != Endings.Use.DEMONYM)
                    .flatMap(base -> lexicon.inflectedAlias(base.word()).stream())
                    .findFirst();
        }
        if (alias.isPresent()) {
            Optional<Mention> fixed = fixed(alias.get(), Mention.Kind.ALIAS, from, to, key);
            if (fixed.isPresent()) {
                return fixed;
            }
        }
        Optional<Mention> demonym = demonym(words, from, to, lexicon);
        if (demonym.isPresent()) {
            return demonym;
        }
        Set<Place> places = new LinkedHashSet<>();
        if (gazetteer.knows(words.printed(from))) {
            places.addAll(gazetteer.named(printed));
        }
        var bases = inflections.of(words, from, to, lexicon);
        if (bases.demonym().isPresent() && places.isEmpty()) {
            return Optional.of(new Mention(
                    from, to, key, Mention.Kind.DEMONYM, List.of(bases.demonym().get())));
        }
        String base = places.isEmpty() || lexicon.hasCases() ? bases.key() : "";
        if (!base.isEmpty()) {
            places.addAll(bases.places());
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mention(
                from,
                to,
                Gazetteer.fold(base.isEmpty() ? printed : base),
                Mention.Kind.NAME,
                places.stream().limit(MOST_CANDIDATES).toList(),
                bases.placed()));
    }

    /** A state's abbreviation means the state only after a comma: "Paris, Ky.". */
    private static boolean fits(Lexicon.Fixed alias, Words words, int from) {
        return !alias.use().equals(AFTER_A_COMMA)
                || from > 1 && words.printed(from - 1).equals(",") && words.capital(from - 2);
    }

    private Optional<Mention> demonym(Words words, int from, int to, Lexicon lexicon) {
        var demonym = to == from + 1 ? lexicon.demonym(words, from) : lexicon.demonym(joined(words, from, to));
        return demonym.flatMap(fixed -> fixed(
                fixed,
                fixed.use().equals("people") ? Mention.Kind.PEOPLE : Mention.Kind.DEMONYM,
                from,
                to,
                Gazetteer.fold(joined(words, from, to))));
    }

    private Optional<Mention> fixed(Lexicon.Fixed fixed, Mention.Kind kind, int from, int to, String key) {
        Optional<Place> place = fixed.place().contains(":")
                ? gazetteer.place(fixed.place())
                : gazetteer.named(fixed.place()).stream().findFirst();
        if (place.isEmpty() && kind == Mention.Kind.PEOPLE) {
            return Optional.empty();
        }
        return Optional.of(new Mention(from, to, key, kind, place.stream().toList()));
    }

    /** How far a name that starts here could reach. */
    private static int longest(Words words, int from, Lexicon lexicon) {
        int to = from + 1;
        int end = to;
        while (to < words.size() && to - from < LONGEST && connects(words, to)) {
            String printed = words.printed(to);
            boolean sign = !words.speaks(to);
            if (sign && !(printed.equals(".") && abbreviates(words, to))) {
                break;
            }
            if (!sign
                    && !words.capital(to)
                    && !words.hyphened(to)
                    && !lexicon.is(Cue.PARTICLE, words, to)
                    && !lexicon.is(Cue.PLACE_AFTER, words, to)
                    && !lexicon.is(Cue.FACILITY, words, to)) {
                break;
            }
            to++;
            end = to;
        }
        return end;
    }

    /** "St." in "St. Louis", "Ky." at a name's end. */
    private static boolean abbreviates(Words words, int sign) {
        return words.joined(sign) && words.end(sign - 1) - words.start(sign - 1) <= 5 && words.capital(sign - 1);
    }

    /** Whether nothing but a space, a hyphen or a wrapped line lies between this word and the one before. */
    private static boolean connects(Words words, int word) {
        if (!words.opensLine(word)) {
            return true;
        }
        String gap = words.text().substring(words.end(word - 1), words.start(word));
        return gap.indexOf('\n') == gap.lastIndexOf('\n');
    }

    static String slice(Words words, int from, int to) {
        if (to == from + 1) {
            return words.printed(from);
        }
        String printed = words.text().substring(words.start(from), words.end(to - 1));
        return printed.indexOf('\n') < 0 && printed.indexOf("  ") < 0 ? printed : printed.replaceAll("\\s+", " ");
    }

    /** The folded words with a space between, also where a hyphen is. */
    static String joined(Words words, int from, int to) {
        if (to == from + 1) {
            return words.folded(from);
        }
        var out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(out.length() > 0 ? " " : "").append(words.folded(i));
        }
        return out.toString();
    }
}
