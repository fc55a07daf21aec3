package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.Locale;
import org.oqiga.report.Words;

/** The words that say where a report was written or its writers sat, not where anything happened. */
final class Datelines {

    private static final int LONGEST = 16;
    private static final int LONGEST_NAMES = 7;
    private static final int EARLY_SENTENCES = 6;

    private final BitSet datelines = new BitSet();
    private final BitSet bylines = new BitSet();

    Datelines(Words words, Lexicon lexicon, Sentences sentences) {
        int seen = 0;
        for (int i = 0; i < words.size(); i++) {
            if (sentences.begins(i) && lineBegins(words, i)) {
                int end = dateline(words, i, seen++ < EARLY_SENTENCES, lexicon);
                if (end > i) {
                    datelines.set(i, end);
                }
                if (lexicon.after(Cue.BYLINE_LINE, words, i) > i && hasByline(words, i, lexicon)) {
                    bylines.set(i, endOfLine(words, i));
                }
            }
            int cue = lexicon.after(Cue.BYLINE, words, i);
            if (cue > i && cue < words.size() && (i == 0 || words.capital(i - 1) || !words.speaks(i - 1))) {
                bylines.set(cue, words.endWord(words.sentence(cue)));
            }
        }
    }

    boolean dateline(int word) {
        return datelines.get(word);
    }

    boolean byline(int word) {
        return bylines.get(word);
    }

    /** "(Reporting by … in …; editing by …)": "by" or a colon comes soon after. */
    private static boolean hasByline(Words words, int i, Lexicon lexicon) {
        int next = i + 1;
        return next < words.size()
                && (lexicon.after(Cue.BYLINE, words, i) > i
                        || words.printed(next).equals(":"));
    }

    private static boolean lineBegins(Words words, int i) {
        if (i == 0) {
            return true;
        }
        return words.opensLine(i)
                || words.printed(i - 1).equals("(") && (i == 1 || lineBegins(words, i - 1))
                || onlyFiguresBefore(words, i);
    }

    /** " date 2022-01-06 BISHKEK": what stands before in the first line is only a date and the word for it. */
    private static boolean onlyFiguresBefore(Words words, int i) {
        if (i > 8) {
            return false;
        }
        for (int j = 0; j < i; j++) {
            char c = words.text().charAt(words.start(j));
            if (Character.isUpperCase(c)) {
                return false;
            }
        }
        return Character.isDigit(words.text().charAt(words.start(i - 1)));
    }

    private static int endOfLine(Words words, int i) {
        int line = words.text().indexOf('\n', words.start(i));
        return line < 0 ? words.size() : words.wordAt(line);
    }

    /** Where the names of a dateline that starts here end; the word itself if none does. */
    private static int dateline(Words words, int from, boolean early, Lexicon lexicon) {
        int capitals = capitals(words, from);
        if (early && capitals > from && capitals < endOfLine(words, from) && !allCapitals(words, capitals)) {
            return withRegion(words, capitals, lexicon);
        }
        int namesEnd = from;
        int names = 0;
        boolean figures = false;
        boolean month = false;
        boolean agency = false;
        for (int i = from; i < Math.min(words.size(), from + LONGEST); i++) {
            String word = words.printed(i);
            boolean spaced = i == from || words.start(i) > words.end(i - 1);
            boolean longDash = word.equals("—") || word.equals("–");
            boolean dash = longDash || word.equals("-") && spaced;
            if (dash
                    && names > 0
                    && (i + 1 >= words.size()
                            || longDash
                            || words.capital(i + 1)
                            || agency
                            || words.printed(i + 1).equals("-"))) {
                return namesEnd;
            }
            if (word.equals(".") && figures && month && names > 0 && early) {
                return namesEnd;
            }
            if (word.equals("(")) {
                agency = true;
            } else if (Character.isDigit(word.charAt(0))) {
                figures = true;
                if (names == 0) {
                    return from;
                }
            } else if (lexicon.is(Cue.WEEKDAY_OR_MONTH, words, i)) {
                month = true;
            } else if (words.speaks(i) && words.capital(i)) {
                if (!figures && !month && !agency) {
                    names++;
                    namesEnd = i + 1;
                }
                if (names > LONGEST_NAMES) {
                    return from;
                }
            } else if (!",./)-".contains(word)) {
                return from;
            }
        }
        return from;
    }

    /** Where the run of words all in capitals that starts here ends. */
    private static int capitals(Words words, int from) {
        int end = from;
        for (int i = from; i < words.size() && i < from + LONGEST_NAMES; i++) {
            if (allCapitals(words, i)) {
                end = i + 1;
            } else if (!words.printed(i).equals(".")) {
                break;
            }
        }
        boolean name =
                end > from && words.end(end - 1) - words.start(from) > 3 && words.end(from) - words.start(from) > 2;
        return name ? end : from;
    }

    private static boolean allCapitals(Words words, int i) {
        String word = words.printed(i);
        return words.speaks(i) && word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && words.capital(i);
    }

    /** Takes in the ", Kyrgyzstan" behind a town in capitals. */
    private static int withRegion(Words words, int end, Lexicon lexicon) {
        boolean named = end + 1 < words.size()
                && words.printed(end).equals(",")
                && words.capital(end + 1)
                && !lexicon.is(Cue.WEEKDAY_OR_MONTH, words, end + 1);
        return named ? end + 2 : end;
    }
}
