package org.oqiga.dating;

import java.util.Set;
import org.oqiga.report.Words;

/** Tells a date in prose from a heading, a dateline and the furniture of a page. */
final class Page {

    private static final int HEAD_LINES = 8;
    private static final int SHORT_LINE = 14;
    private static final int DATELINE = 8;

    /** So many words behind a date are no hour, zone or name any more. */
    private static final int TOLD = 3;

    private final Words words;
    private final Set<String> headerCues;
    private final int headEnd;

    Page(Words words, Set<String> headerCues) {
        this.words = words;
        this.headerCues = headerCues;
        this.headEnd = headEnd(words.text());
    }

    private static int headEnd(String text) {
        int lines = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines += blank ? 0 : 1;
                blank = true;
            } else if (!Character.isWhitespace(text.charAt(i))) {
                blank = false;
            }
            if (lines == HEAD_LINES) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether nothing but bullets stands before the word on its line. */
    boolean opensLine(int word) {
        for (int i = words.start(word) - 1; i >= 0; i--) {
            char c = words.text().charAt(i);
            if (c == '\n') {
                return true;
            }
            if (Character.isLetterOrDigit(c) || c == '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether the words fill their line, but for signs. */
    boolean fillsLine(int from, int to) {
        return opensLine(from) && (to >= words.size() || nextSpeakingIsBelow(to));
    }

    private boolean nextSpeakingIsBelow(int to) {
        int next = to;
        while (next < words.size() && next < to + 4 && !words.speaks(next)) {
            next++;
        }
        int until = next < words.size() ? words.start(next) : words.text().length();
        int line = words.text().indexOf('\n', words.end(to - 1));
        return line >= 0 ? line < until : next == words.size();
    }

    /** Whether the words head the rest of their line: "5 January: …". */
    boolean headsLine(int from, int to) {
        return opensLine(from) && to < words.size() && ":.—–-".contains(words.printed(to));
    }

    /** Whether the date belongs to the page rather than to the story: its first word, a "Published" line, a byline. */
    boolean isFurniture(int from, int to, boolean isPublication, boolean fullDate) {
        if (from <= 1 && words.folded(0).equals("date")) {
            return from == 1 && words.end(to - 1) < 24;
        }
        int sentence = words.sentence(from);
        int length = words.endWord(sentence) - words.firstWord(sentence);
        boolean label = length <= SHORT_LINE && !goesOn(sentence, to);
        for (int i = Math.max(words.firstWord(sentence), from - 5); label && i < from; i++) {
            if (headerCues.contains(words.folded(i))) {
                return true;
            }
        }
        return isPublication
                && words.start(from) < headEnd
                && (fillsLine(from, to) || fullDate && isByline(sentence, length));
    }

    /** "A video posted on 5 January showed people …": the sentence has more to tell behind the date. */
    private boolean goesOn(int sentence, int to) {
        int end = words.sentenceEnd(sentence);
        int told = 0;
        for (int i = to; i < words.endWord(sentence); i++) {
            told += words.speaks(i) && !Character.isDigit(words.folded(i).charAt(0)) ? 1 : 0;
        }
        return told >= TOLD && ".!?…”\"»".contains(words.text().substring(end - 1, end));
    }

    private boolean isByline(int sentence, int length) {
        int end = words.sentenceEnd(sentence);
        return length <= SHORT_LINE
                && words.opensParagraph(sentence)
                && !".!?…”\"".contains(words.text().substring(end - 1, end))
                && (end == words.text().length() || words.text().indexOf('\n', end) == end);
    }

    /** Whether the date stands between a report's place and its agency: "ALMATY, Jan 5 (Reuters) -". */
    boolean isDateline(int from, int to) {
        int sentence = words.sentence(from);
        int first = words.firstWord(sentence);
        if (!words.opensParagraph(sentence) || from - first > DATELINE || to >= words.size()) {
            return false;
        }
        if (!words.capital(from) && !Character.isDigit(words.printed(from).charAt(0))) {
            return false;
        }
        for (int i = first; i < from; i++) {
            if (words.speaks(i) && !words.capital(i)) {
                return false;
            }
        }
        String next = words.printed(to);
        String after = to + 1 < words.size() ? words.printed(to + 1) : "";
        boolean agency = next.equals("/") || next.equals(".") && after.equals("/");
        return agency || from > first && (next.equals("(") || "—–-".contains(next));
    }
}
