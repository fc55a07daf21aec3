package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oqiga.report.Words;

/** Wordings of a few words, found in a text at or before a word. A hyphen in them is as good as a space. */
final class Phrases {

    private static final int LONGEST = 5;

    private final Set<String> phrases = new HashSet<>();
    /** The wordings of several words by their first, and by their last. */
    private final Map<String, List<String[]>> byFirst = new HashMap<>();

    private final Map<String, List<String[]>> byLast = new HashMap<>();

    void add(String... wordings) {
        for (String given : wordings) {
            String wording = given.replaceAll("(?<=\\p{L})-(?=\\p{L})", " ");
            phrases.add(wording);
            String[] parts = wording.split(" ");
            if (parts.length > 1 && parts.length <= LONGEST) {
                byFirst.computeIfAbsent(parts[0], word -> new ArrayList<>()).add(parts);
                byLast.computeIfAbsent(parts[parts.length - 1], word -> new ArrayList<>())
                        .add(parts);
            }
        }
    }

    /** The wordings of one word, and the words that open or close longer ones. */
    Set<String> words() {
        var words = new HashSet<>(phrases);
        words.addAll(byFirst.keySet());
        words.addAll(byLast.keySet());
        return words;
    }

    boolean has(String phrase) {
        return phrases.contains(phrase);
    }

    /** Whether a wording of several words begins with the word. */
    boolean open(String word) {
        return byFirst.containsKey(word);
    }

    /** Whether a wording of several words ends with the word. */
    boolean close(String word) {
        return byLast.containsKey(word);
    }

    /** Where a wording of several words that starts at {@code word} ends, the longest; {@code word} itself if none starts there. */
    int after(Words words, int word) {
        int found = word;
        for (var parts : byFirst.getOrDefault(words.folded(word), List.of())) {
            if (word + parts.length > found && stands(parts, words, word)) {
                found = word + parts.length;
            }
        }
        return found;
    }

    /** Whether a wording of several words ends right before {@code word}. */
    boolean before(Words words, int word) {
        for (var parts : byLast.getOrDefault(words.folded(word - 1), List.of())) {
            if (stands(parts, words, word - parts.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(String[] parts, Words words, int from) {
        if (from < 0 || from + parts.length > words.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals(words.folded(from + i))) {
                return false;
            }
        }
        return true;
    }
}
