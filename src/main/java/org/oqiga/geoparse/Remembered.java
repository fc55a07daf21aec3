package org.oqiga.geoparse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers kept by the words they are about, because reports share most of their words and many of their names. Safe for use by
 * several threads. When full it begins anew, so that texts of made-up words cannot fill the memory.
 */
final class Remembered<T> {

    private final int most;
    private final Map<String, T> kept = new ConcurrentHashMap<>();

    Remembered(int most) {
        this.most = most;
    }

    /** The answer for the words; two threads may both work it out. */
    T of(String words, Supplier<T> answer) {
        T known = kept.get(words);
        if (known == null) {
            known = answer.get();
            if (kept.size() >= most) {
                kept.clear();
            }
            kept.put(words, known);
        }
        return known;
    }
}
