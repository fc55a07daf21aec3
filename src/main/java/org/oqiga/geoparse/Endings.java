package org.oqiga.geoparse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endings that names take in a language, and what a name could be without them. */
final class Endings {

    /** The words of a language that are not rare. */
    private static final int REMEMBERED = 50_000;

    private static final int SHORTEST_STEM = 2;

    /** What an ending makes of a name. */
    enum Use {
        NAME,
        /** The name in a case that places are named in. */
        PLACE,
        /** No longer the place but what belongs to it. */
        DEMONYM
    }

    /** How a name changes: what is cut off and what is put there. */
    private record Ending(String from, String to, Use use) {}

    /** What a name could be without its ending. */
    record Base(String word, Use use) {}

    private final Map<Character, List<Ending>> byLastLetter = new HashMap<>();
    private final Remembered<Set<Base>> uninflected = new Remembered<>(REMEMBERED);

    void add(String from, String to, Use use) {
        byLastLetter
                .computeIfAbsent(from.charAt(from.length() - 1), letter -> new ArrayList<>())
                .add(new Ending(from, to, use));
    }

    /** Whether names change with what they do in their sentence. */
    boolean areMany() {
        return byLastLetter.size() > 1;
    }

    /** What the word could be without its ending; without the word itself. */
    Set<Base> off(String folded) {
        return byLastLetter.isEmpty() ? Set.of() : uninflected.of(folded, () -> without(folded));
    }

    private Set<Base> without(String folded) {
        var bases = new LinkedHashSet<Base>();
        for (Ending ending : byLastLetter.getOrDefault(folded.charAt(folded.length() - 1), List.of())) {
            int stem = folded.length() - ending.from.length();
            if (stem >= SHORTEST_STEM && folded.endsWith(ending.from)) {
                bases.add(new Base(folded.substring(0, stem) + ending.to, ending.use));
            }
        }
        return Collections.unmodifiableSet(bases);
    }
}
