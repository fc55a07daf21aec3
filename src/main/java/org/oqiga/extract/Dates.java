package org.oqiga.extract;

import java.util.List;
import java.util.function.ToIntFunction;
import org.oqiga.dating.Dated;
import org.oqiga.report.Words;

/** The dates of a report by the words they stand at. */
record Dates(Words words, List<Dated> all) {

    /** Those that begin within the words {@code from} to {@code to}, the last excluded. */
    List<Dated> within(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        int first = firstAt(all, Dated::start, words.start(from));
        return all.subList(first, Math.max(first, firstAt(all, Dated::start, words.end(to - 1))));
    }

    /** Whether the word is part of a date: March is a month before it is a march. */
    boolean holds(int word) {
        int start = words.start(word);
        int behind = firstAt(all, Dated::start, start + 1);
        return behind > 0 && all.get(behind - 1).end() > start;
    }

    /** The index of the first of what is sorted by its start that begins at or after {@code at}. */
    static <T> int firstAt(List<T> sorted, ToIntFunction<T> start, int at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start.applyAsInt(sorted.get(middle)) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
