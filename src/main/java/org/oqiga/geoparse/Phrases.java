package org.oqiga.geoparse;

import java.util.HashSet;
import java.util.Set;
import org.oqiga.report.Words;

/** Wordings of a few words, found in a text at or before a word. A hyphen in them is as good as a space. */
final class Phrases {

    private static final int LONGEST = 5;

    private final Set<String> phrases = new HashSet<>();
    // of the wordings of several words: most words begin and end none, and a look here saves putting words together
    private final Set<String> firsts = new HashSet<>();
    private final Set<String> lasts = new HashSet<>();

    void add(String... wordings) {
        for (String given : wordings) {
            String wording = given.replaceAll("(?<=\\p{L})-(?=\\p{L})", " ");
            phrases.add(wording);
            int gap = wording.indexOf(' ');
            if (gap >= 0) {
                firsts.add(wording.substring(0, gap));
                lasts.add(wording.substring(wording.lastIndexOf(' ') + 1));
            }
        }
    }

    boolean has(String phrase) {
        return phrases.contains(phrase);
    }

    /** Whether a wording of several words begins with the word. */
    boolean open(String word) {
        return firsts.contains(word);
    }

    /** Whether a wording of several words ends with the word. */
    boolean close(String word) {
        return lasts.contains(word);
    }

    /** Where a wording that starts at {@code word} ends, the longest; {@code word} itself if none starts there. */
    int after(Words words, int word) {
        int found = word;
        String phrase = "";
        for (int i = word; i < Math.min(words.size(), word + LONGEST); i++) {
            phrase = i == word ? words.folded(i) : phrase + " " + words.folded(i);
            if (phrases.contains(phrase)) {
                found = i + 1;
            }
        }
        return found;
    }

    /** Whether a wording ends right before {@code word}. */
    boolean before(Words words, int word) {
        String phrase = "";
        for (int i = word - 1; i >= Math.max(0, word - LONGEST); i--) {
            phrase = i == word - 1 ? words.folded(i) : words.folded(i) + " " + phrase;
            if (phrases.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
