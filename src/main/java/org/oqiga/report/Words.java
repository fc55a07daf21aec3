package org.oqiga.report;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A text cut into words and sentences, with offsets in UTF-16 units.
 *
 * <p>Hyphens and apostrophes part words ("Nur" "Sultan", "country" "'s", "didn" "'t"), and a hyphen between letters is
 * no word itself; a figure with its separators
 * ("3,800", "16:44") and an abbreviation of single letters ("U.S.") are one word each; every other sign is a word of its own.
 */
public final class Words {

    private static final Set<String> SHORTENED = Set.of("sept", "approx", "сент", "нояб", "февр", "прим");
    private static final int LONG_WORD = 4;

    // made once, because making one builds the tree of all abbreviations; each text takes a copy
    private static final BreakIterator ENGLISH = boundaries("en");
    private static final Map<String, BreakIterator> BOUNDARIES =
            Map.of("en", ENGLISH, "ru", boundaries("ru"), "kk", boundaries("kk"));

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final Word[] words;
    private final int[] sentenceOf;
    private final int[] sentenceStarts;
    private final int[] firstWords;

    private Words(String text, int[] starts, int[] ends, int[] sentenceStarts) {
        this.text = text;
        this.size = starts.length;
        this.starts = starts;
        this.ends = ends;
        this.words = new Word[size];
        this.sentenceOf = new int[size];
        this.sentenceStarts = sentenceStarts;
        this.firstWords = new int[sentenceStarts.length + 1];
        int sentence = -1;
        for (int i = 0; i < size; i++) {
            words[i] = Vocabulary.word(text, starts[i], ends[i]);
            while (sentence + 1 < sentenceStarts.length && sentenceStarts[sentence + 1] <= starts[i]) {
                firstWords[++sentence] = i;
            }
            sentenceOf[i] = sentence;
        }
        Arrays.fill(firstWords, sentence + 1, firstWords.length, size);
    }

    /** Cuts {@code text}; {@code language} ({@code en}, {@code ru}, {@code kk}) says whose abbreviations end no sentence. */
    public static Words of(String text, String language) {
        var starts = new int[text.length() / 3 + 8];
        var ends = new int[starts.length];
        int n = 0;
        var cutter = new Cutter(text);
        while (cutter.next()) {
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, n * 2);
                ends = Arrays.copyOf(ends, n * 2);
            }
            starts[n] = cutter.start();
            ends[n++] = cutter.end();
        }
        return new Words(text, Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), sentences(text, language));
    }

    /** The form in which words are compared: lower case, one kind of apostrophe, no soft hyphen or sign of no width, ё as е. */
    public static String fold(String word) {
        return Word.fold(word);
    }

    private static BreakIterator boundaries(String language) {
        return FilteredBreakIteratorBuilder.getInstance(ULocale.forLanguageTag(language))
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language)));
    }

    private static int[] sentences(String text, String language) {
        var boundaries = BOUNDARIES.getOrDefault(language, ENGLISH).clone();
        boundaries.setText(text);
        var starts = new int[16];
        int n = 0;
        int from = 0;
        for (int to = boundaries.next(); to != BreakIterator.DONE; from = to, to = boundaries.next()) {
            // a line's end is a sentence's end too (headlines, bylines), unless the next line goes on in lower case
            for (int start = from; start < to; start = afterLine(text, start, to)) {
                if (n == starts.length) {
                    starts = Arrays.copyOf(starts, n * 2);
                }
                starts[n++] = start;
            }
        }
        return Arrays.copyOf(starts, n);
    }

    private static int afterLine(String text, int from, int to) {
        // looked for in this stretch alone: the next line's end may be as far off as the whole text's
        for (int end = from; end < to; end++) {
            if (text.charAt(end) != '\n') {
                continue;
            }
            int next = end;
            while (next < to && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next == to || !Character.isLowerCase(text.charAt(next)) || text.startsWith("\n\n", end)) {
                return beforeFigure(text, from, Math.max(next, end + 1));
            }
        }
        return beforeFigure(text, from, to);
    }

    /**
     * Where a sentence within the stretch begins with a figure, else {@code to}: "The road was blocked. 4 января цену снизили".
     * Unicode's rules go on over full stop and figure as long as a small letter follows.
     */
    private static int beforeFigure(String text, int from, int to) {
        for (int sign = from; sign < to; sign++) {
            char c = text.charAt(sign);
            int figure = c == '.' || c == '!' || c == '?' ? figureBehind(text, sign, to) : -1;
            if (figure < 0) {
                continue;
            }
            int word = sign;
            while (word > from && sign - word < 2 * LONG_WORD && Character.isLetter(text.charAt(word - 1))) {
                word--;
            }
            boolean quoted = sign > from && text.charAt(sign - 1) == '»';
            boolean isLong = sign - word >= LONG_WORD && !SHORTENED.contains(fold(text.substring(word, sign)));
            if (quoted || isLong) {
                return figure;
            }
        }
        return to;
    }

    /** Where the figure stands that nothing but a closing quote and blanks part from the sign; -1 where there is none. */
    private static int figureBehind(String text, int sign, int to) {
        int blank = sign + 1 < to && text.charAt(sign + 1) == '»' ? sign + 2 : sign + 1;
        int at = blank;
        while (at < to && " \t\u00a0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > blank && at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9' ? at : -1;
    }

    public String text() {
        return text;
    }

    /** How many words there are. */
    public int size() {
        return size;
    }

    public int start(int word) {
        return starts[word];
    }

    /** Where the word stops; the character here is no longer part of it. */
    public int end(int word) {
        return ends[word];
    }

    /** The word itself, wherever it stands. */
    public Word word(int word) {
        return words[word];
    }

    /** The word as printed. */
    public String printed(int word) {
        return words[word].printed();
    }

    /** The word as {@link #fold} makes it. */
    public String folded(int word) {
        return words[word].folded();
    }

    /** Whether the word begins with a capital letter. */
    public boolean capital(int word) {
        return words[word].capital();
    }

    /** The same; nothing stands behind the last word. */
    public boolean capitalAt(int word) {
        return word < size() && capital(word);
    }

    /** Whether the word is letters or figures rather than a sign. */
    public boolean speaks(int word) {
        return words[word].speaks();
    }

    /** Whether the word hangs on the one before by a hyphen or nothing at all. */
    public boolean joined(int word) {
        int gap = word == 0 ? 2 : starts[word] - ends[word - 1];
        return gap == 0 || (gap == 1 && "-‐‑".indexOf(text.charAt(ends[word - 1])) >= 0);
    }

    /** Whether a hyphen ties the word to the one before. */
    public boolean hyphened(int word) {
        return joined(word) && starts[word] > ends[word - 1];
    }

    /** Whether a line's end stands between the word and the one before. */
    public boolean opensLine(int word) {
        for (int i = ends[word - 1]; i < starts[word]; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** How many sentences there are; a line of its own counts as one. */
    public int sentences() {
        return sentenceStarts.length;
    }

    /** The sentence a word stands in. */
    public int sentence(int word) {
        return sentenceOf[word];
    }

    public int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    /** Where a sentence stops, without the space behind it. */
    public int sentenceEnd(int sentence) {
        int last = firstWords[sentence + 1] - 1;
        return last < firstWords[sentence] ? sentenceStarts[sentence] : ends[last];
    }

    /** The first word of a sentence; of the next where the sentence has none. */
    public int firstWord(int sentence) {
        return firstWords[sentence];
    }

    /** The first word that is no longer part of the sentence. */
    public int endWord(int sentence) {
        return firstWords[sentence + 1];
    }

    /** Whether an empty line stands before the sentence. */
    public boolean opensParagraph(int sentence) {
        if (sentence == 0) {
            return true;
        }
        for (int i = sentenceEnd(sentence - 1); i < sentenceStarts[sentence]; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The first word that starts at or after {@code offset}. */
    public int wordAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 1;
    }
}
