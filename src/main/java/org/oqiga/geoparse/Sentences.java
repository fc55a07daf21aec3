package org.oqiga.geoparse;

import java.util.BitSet;
import org.oqiga.report.Words;

/** Where a capital letter says nothing because a sentence, a heading or a quotation begins. */
final class Sentences {

    private static final int WRAPPED_FROM = 60;

    private final BitSet beginnings = new BitSet();

    Sentences(Words words) {
        boolean open = true;
        for (int i = 0; i < words.size(); i++) {
            if (words.speaks(i)) {
                if (open || newBlock(words, i)) {
                    beginnings.set(i);
                }
                open = false;
            } else if (".!?:…•*".contains(words.printed(i))) {
                open = !words.joined(i)
                        || i == 0
                        || words.end(i - 1) - words.start(i - 1) > 3
                        || nextIsEverything(words, i);
            } else if ("“\"«".contains(words.printed(i)) && i > 0 && ",:".contains(words.printed(i - 1))) {
                open = true;
            }
        }
    }

    /** Whether the word begins a sentence, so that its capital is no sign of a name. */
    boolean begins(int word) {
        return beginnings.get(word);
    }

    private static boolean nextIsEverything(Words words, int sign) {
        return !".".equals(words.printed(sign));
    }

    /** A line that begins anew, not one that was only wrapped. */
    private static boolean newBlock(Words words, int i) {
        if (i == 0) {
            return true;
        }
        String text = words.text();
        int line = text.indexOf('\n', words.end(i - 1));
        if (line < 0 || line >= words.start(i)) {
            return false;
        }
        int start = text.lastIndexOf('\n', words.end(i - 1) - 1);
        return text.indexOf('\n', line + 1) >= 0 && text.indexOf('\n', line + 1) < words.start(i)
                || words.end(i - 1) - start < WRAPPED_FROM;
    }
}
