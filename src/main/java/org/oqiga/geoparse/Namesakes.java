package org.oqiga.geoparse;

import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.report.Words;

/** Tells names that only sound like a place's: of the man a square or a street is called after, of a newspaper, of a club. */
final class Namesakes {

    /** A town of so many people rather has a square than one called after it. */
    private static final long TOWN_WITH_SQUARE = 60_000;

    /** The most words of a name between quotes, with the first quote. */
    private static final int NAME_WORDS = 5;

    private final Words words;
    private final Lexicon lexicon;

    Namesakes(Words words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
    }

    /** Whether the name is that of a square or of an enterprise rather than a place's. */
    boolean isOne(Mention mention) {
        return isSquare(mention) && !isTown(mention) || isQuoted(mention) && !isSite(mention);
    }

    /** "Площадь Исатая и Махамбета", "Абай алаңы": called after people. */
    private boolean isSquare(Mention mention) {
        int from = mention.from();
        int to = mention.to();
        boolean second = from > 1 && lexicon.is(Cue.AND, words, from - 1) && words.capitalAt(from - 2);
        boolean first = to + 1 < words.size() && lexicon.is(Cue.AND, words, to) && words.capitalAt(to + 1);
        return lexicon.before(Cue.SQUARE_BEFORE, words, second ? from - 2 : from)
                || lexicon.before(Cue.SQUARE_BEFORE, words, from)
                || lexicon.after(Cue.SQUARE_AFTER, words, to) > to
                || first && lexicon.after(Cue.SQUARE_AFTER, words, to + 2) > to + 2;
    }

    /** A newspaper, a club, a movement: «Казахстан», «Оян, Казахстан» between its quotes, in languages that mark them so. */
    private boolean isQuoted(Mention mention) {
        if (!lexicon.hasCases()) {
            return false;
        }
        int open = mention.from() - 1;
        while (open > 0 && mention.to() - open <= NAME_WORDS && !ends(open)) {
            open--;
        }
        int close = mention.to();
        while (close < words.size() && close - open <= NAME_WORDS && !ends(close)) {
            close++;
        }
        return open > 0
                && close < words.size()
                && words.printed(open).equals("«")
                && words.printed(close).equals("»")
                // behind these somebody speaks
                && !",:—–-".contains(words.printed(open - 1))
                && !lexicon.before(Cue.FACILITY_BEFORE, words, open)
                && !lexicon.before(Cue.PART_OF, words, open);
    }

    private boolean ends(int word) {
        return ".!?»«".contains(words.printed(word));
    }

    private static boolean isTown(Mention mention) {
        return mention.length() > 1
                || mention.candidates().stream()
                        .anyMatch(place -> place.level() == PlaceLevel.TOWN && place.population() >= TOWN_WITH_SQUARE)
                || isSite(mention);
    }

    private static boolean isSite(Mention mention) {
        return mention.candidates().stream().anyMatch(place -> place.level() == PlaceLevel.SITE);
    }

    /** "На Абая", "угол Сатпаева": the ending is that of a man's name, not of a place where something is. */
    boolean isStreet(Mention mention) {
        String printed = words.folded(mention.to() - 1);
        return lexicon.before(Cue.STREET_OF, words, mention.from())
                && (printed.endsWith("а") || printed.endsWith("я"))
                && !mention.key().endsWith(printed.substring(printed.length() - 1));
    }
}
