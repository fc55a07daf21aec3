package org.oqiga.report;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What a lexicon knows of words wherever they stand, worked out once for each word that comes again. It should not change, and is
 * best a record: threads hand it to each other without ado.
 */
public final class Lore<T> {

    /** Three lexicons for each of three languages. More there are in tests only; what these know is not kept. */
    static final int MOST = 9;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.getAndIncrement();
    private final Function<Word, T> source;

    public Lore(Function<Word, T> source) {
        this.source = source;
    }

    public T of(Word word) {
        if (number >= MOST) {
            return source.apply(word);
        }
        Object known = word.known(number);
        if (known == null) {
            T found = source.apply(word);
            word.keep(number, found);
            return found;
        }
        @SuppressWarnings("unchecked") // nothing else is kept under the number
        T found = (T) known;
        return found;
    }
}
