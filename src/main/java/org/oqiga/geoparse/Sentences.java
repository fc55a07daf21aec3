package org.oqiga.geoparse;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.oqiga.report.Words;

/** Where a capital letter says nothing because a sentence, a heading or a quotation begins. */
final class Sentences {

    private static final int WRAPPED_FROM = 60;
    private static final int LONGEST_ABBREVIATION = 3;

    private final BitSet beginnings = new BitSet();
    private final Set<String> small = new HashSet<>();

    Sentences(Words words) {
        boolean open = true;
        for (int i = 0; i < words.size(); i++) {
            if (words.speaks(i)) {
                if (!words.capital(i)) {
                    small.add(words.folded(i));
                }
                if (open || newBlock(words, i)) {
                    beginnings.set(i);
                }
                open = false;
            } else if (".!?:…•*".contains(words.printed(i))) {
                open = !abbreviates(words, i);
            } else if ("“\"«".contains(words.printed(i)) && i > 0 && ",:".contains(words.printed(i - 1))) {
                open = true;
            }
        }
    }

    /** Whether the word begins a sentence, so that its capital is no sign of a name. */
    boolean begins(int word) {
        return beginnings.get(word);
    }

    /** Whether the report writes the word without a capital somewhere. */
    boolean writtenSmall(String folded) {
        return small.contains(folded);
    }

    /** "St." and "B." end no sentence. */
    private static boolean abbreviates(Words words, int sign) {
        return words.printed(sign).equals(".")
                && words.joined(sign)
                && words.capital(sign - 1)
                && words.end(sign - 1) - words.start(sign - 1) <= LONGEST_ABBREVIATION;
    }

    /** A line that begins anew, not one that was only wrapped. */
    private static boolean newBlock(Words words, int i) {
        if (i == 0) {
            return true;
        }
        if (!words.opensLine(i)) {
            return false;
        }
        String gap = words.text().substring(words.end(i - 1), words.start(i));
        int line = gap.indexOf('\n');
        int end = words.end(i - 1);
        int start = words.text().substring(Math.max(0, end - WRAPPED_FROM), end).lastIndexOf('\n');
        boolean shortLine = start >= 0 || end < WRAPPED_FROM;
        return gap.indexOf('\n', line + 1) >= 0 || shortLine;
    }
}
