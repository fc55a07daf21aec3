package org.oqiga.geoparse;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.report.Lore;
import org.oqiga.report.Words;

/** What one language contributes: the words around names, the names that are none, the endings and the demonyms. */
final class Lexicon {

    private static final int LONGEST_ADJECTIVE_ENDING = 6;

    /** A word that means a place by itself; {@code place} is an id, or a name where it has no colon. */
    record Fixed(String place, String use) {}

    /** A part of a country: {@code english} is the adjective the gazetteer's areas are called by. */
    record Direction(String english, boolean adjective) {}

    /** What is known of a word wherever it stands; of the wordings of the cues a bit each by the cue's place among them. */
    private record Known(
            long are,
            long opens,
            long closes,
            boolean everyday,
            boolean givenName,
            Optional<Fixed> demonym,
            Optional<Direction> direction) {}

    private final Lore<Known> known = new Lore<>(word -> know(word.folded()));
    private final Map<String, Set<Cue>> cuesWith = new HashMap<>();
    private final Map<Cue, Phrases> cues = new EnumMap<>(Cue.class);
    private final Map<String, Fixed> demonyms = new HashMap<>();
    private final Map<String, Fixed> aliases = new HashMap<>();
    private final Map<String, String> aliasesFolded = new HashMap<>();
    private final Set<String> everydayWords = new HashSet<>();
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> seats = new HashSet<>();
    private final Map<String, Direction> directions = new HashMap<>();
    private final Endings endings = new Endings();
    private final boolean demonymsWrittenSmall;

    private Lexicon(String language) {
        var files = new LexiconFiles(language);
        for (Cue cue : Cue.values()) {
            cues.put(cue, new Phrases());
        }
        files.rows("cues.tsv", row -> cue(row[0]).add(row[1].split("\\|")));
        cues.forEach((cue, phrases) -> phrases.words()
                .forEach(word -> cuesWith.computeIfAbsent(word, key -> EnumSet.noneOf(Cue.class))
                        .add(cue)));
        files.rows(
                "demonyms.tsv", row -> demonyms.put(Words.fold(row[0]).replace('-', ' '), new Fixed(row[1], row[2])));
        files.rows("aliases.tsv", row -> {
            aliases.put(row[0], new Fixed(row[1], row[2]));
            aliasesFolded.put(Gazetteer.fold(row[0]), row[0]);
        });
        files.rows(
                "endings.tsv",
                row -> endings.add(row[0], row[1], Endings.Use.valueOf(row[2].toUpperCase(Locale.ROOT))));
        files.rows("words.txt", row -> everydayWords.add(Words.fold(row[0])));
        files.rows("given-names.txt", row -> givenNames.add(Words.fold(row[0])));
        files.rows("surnames.txt", row -> surnames.add(Words.fold(row[0])));
        files.rows("seats.txt", row -> seats.add(Gazetteer.fold(row[0])));
        files.rows("directions.tsv", row -> directions.put(row[0], new Direction(row[2], "adjective".equals(row[1]))));
        demonymsWrittenSmall = demonyms.keySet().stream().anyMatch(word -> word.endsWith("*"));
    }

    /** The lexicon of a report's language; English where there is none of its own. */
    static Lexicon of(String language) {
        return switch (language) {
            case "ru" -> Russian.LEXICON;
            case "kk" -> Kazakh.LEXICON;
            default -> English.LEXICON;
        };
    }

    private Phrases cue(String label) {
        for (Cue cue : Cue.values()) {
            if (cue.label().equals(label)) {
                return cues.get(cue);
            }
        }
        throw new IllegalStateException("a lexicon names the cue " + label + ", which there is not");
    }

    private Known know(String folded) {
        long are = 0;
        long opens = 0;
        long closes = 0;
        for (var cue : cuesWith.getOrDefault(folded, Set.of())) {
            var phrases = cues.get(cue);
            are |= phrases.has(folded) ? bit(cue) : 0;
            opens |= phrases.open(folded) ? bit(cue) : 0;
            closes |= phrases.close(folded) ? bit(cue) : 0;
        }
        return new Known(are, opens, closes, everyday(folded), givenName(folded), demonym(folded), direction(folded));
    }

    private Known known(Words words, int word) {
        return known.of(words.word(word));
    }

    private static long bit(Cue cue) {
        return 1L << cue.ordinal();
    }

    boolean is(Cue cue, Words words, int word) {
        return (known(words, word).are & bit(cue)) != 0;
    }

    boolean is(Cue cue, String phrase) {
        return cues.get(cue).has(phrase);
    }

    /** Where a cue that starts at {@code word} ends; {@code word} itself if none starts there. */
    int after(Cue cue, Words words, int word) {
        if (word >= words.size()) {
            return word;
        }
        var known = known(words, word);
        int found = (known.opens & bit(cue)) == 0 ? word : cues.get(cue).after(words, word);
        return found == word && (known.are & bit(cue)) != 0 ? word + 1 : found;
    }

    /** Whether a cue ends right before {@code word}. */
    boolean before(Cue cue, Words words, int word) {
        if (word == 0) {
            return false;
        }
        var known = known(words, word - 1);
        return (known.are & bit(cue)) != 0
                || (known.closes & bit(cue)) != 0 && cues.get(cue).before(words, word);
    }

    boolean everyday(Words words, int word) {
        return known(words, word).everyday;
    }

    private boolean everyday(String folded) {
        return everydayWords.contains(folded) || is(Cue.NEVER, folded) || is(Cue.WEEKDAY_OR_MONTH, folded);
    }

    /** A given name, in any case. */
    boolean givenName(Words words, int word) {
        return known(words, word).givenName;
    }

    private boolean givenName(String folded) {
        return givenNames.contains(folded)
                || hasCases() && bases(folded).stream().anyMatch(base -> givenNames.contains(base.word()));
    }

    /** Whether a word that could also be an everyday one may end a person's name. */
    boolean surname(Words words, int word) {
        return !everyday(words, word) || surnames.contains(words.folded(word));
    }

    boolean seat(String key) {
        return seats.contains(key);
    }

    /** Whether names change with what they do in their sentence. */
    boolean hasCases() {
        return endings.areMany();
    }

    /** Whether demonyms must be looked for among words without a capital. */
    boolean demonymsWrittenSmall() {
        return demonymsWrittenSmall;
    }

    /** A demonym by the words as they stand, or by a stem that the endings of adjectives follow. */
    Optional<Fixed> demonym(String folded) {
        Fixed whole = demonyms.get(folded);
        if (whole != null || !demonymsWrittenSmall) {
            return Optional.ofNullable(whole);
        }
        return demonymByStem(folded);
    }

    /** The same by one word of a text. */
    Optional<Fixed> demonym(Words words, int word) {
        return known(words, word).demonym;
    }

    private Optional<Fixed> demonymByStem(String folded) {
        for (int cut = folded.length() - 1; cut >= Math.max(3, folded.length() - LONGEST_ADJECTIVE_ENDING); cut--) {
            if (!Character.isLetter(folded.charAt(cut))) {
                break;
            }
            Fixed stem = demonyms.get(folded.substring(0, cut) + "*");
            if (stem != null) {
                return Optional.of(stem);
            }
        }
        return Optional.empty();
    }

    Optional<Fixed> alias(String printed) {
        return Optional.ofNullable(aliases.get(printed));
    }

    /** The alias whose letters are these, whatever their case. */
    Optional<Fixed> aliasOf(String key) {
        return Optional.ofNullable(aliasesFolded.get(key)).flatMap(this::alias);
    }

    /** The alias a form without its ending stands for, in a language that has cases. */
    Optional<Fixed> inflectedAlias(String base) {
        return hasCases() ? aliasOf(Gazetteer.fold(base)) : Optional.empty();
    }

    /** The part of a country this word says, if it is a direction. */
    Optional<Direction> direction(String folded) {
        return Optional.ofNullable(directions.get(folded));
    }

    Optional<Direction> direction(Words words, int word) {
        return known(words, word).direction;
    }

    /** Whether the word may stand in a case that places are named in: "президент Алматыда" is where he is, not his name. */
    boolean placed(String folded) {
        return hasCases() && bases(folded).stream().anyMatch(base -> base.use() == Endings.Use.PLACE);
    }

    /** What the word could be without its ending; without the word itself. */
    Set<Endings.Base> bases(String folded) {
        return endings.off(folded);
    }

    private static final class English {
        static final Lexicon LEXICON = new Lexicon("en");
    }

    private static final class Russian {
        static final Lexicon LEXICON = new Lexicon("ru");
    }

    private static final class Kazakh {
        static final Lexicon LEXICON = new Lexicon("kk");
    }
}
