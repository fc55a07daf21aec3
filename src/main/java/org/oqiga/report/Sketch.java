package org.oqiga.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text's likeness in few numbers: hashes of its runs of five words, one of four kept. The same text in another paper, with
 * another headline or a paragraph less, has most of them; another text on the same event, that quotes the same people, has few.
 */
public final class Sketch {

    private static final int RUN = 5;
    private static final int ONE_IN = 4;

    /** With fewer hashes than this a text is too short for a share of them to mean anything; it must be the same throughout. */
    private static final int LEAST = 8;

    /** The share of the shorter text's runs that the longer one must have. */
    private static final double SAME = 0.6;

    /** How many times as long the longer may be: a round-up that has a whole short text in it is no copy of it. */
    private static final int LONGER = 3;

    private final long[] hashes;

    private Sketch(long[] hashes) {
        this.hashes = hashes;
    }

    /** The sketch of a text, in time linear in its length. */
    public static Sketch of(String text) {
        long[] kept = new long[text.length() / (RUN * ONE_IN) + 16];
        long[] run = new long[RUN];
        long whole = 0;
        int words = 0;
        int n = 0;
        int at = 0;
        while (at < text.length()) {
            long word = 0;
            int from = at;
            for (; at < text.length() && Character.isLetterOrDigit(text.charAt(at)); at++) {
                word = word * 31 + Character.toLowerCase(text.charAt(at));
            }
            if (at == from) {
                at++;
                continue;
            }
            run[words++ % RUN] = word;
            whole = mixed(whole * 31 + word);
            long hash = words < RUN ? 1 : hash(run, words);
            if (hash % ONE_IN == 0) {
                kept = n < kept.length ? kept : Arrays.copyOf(kept, n * 2);
                kept[n++] = hash;
            }
        }
        long[] distinct = Arrays.stream(kept, 0, n).sorted().distinct().toArray();
        return new Sketch(distinct.length >= LEAST || words == 0 ? distinct : new long[] {whole});
    }

    /** The sketch with these hashes, as {@link #hashes} gave them. */
    public static Sketch of(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return new Sketch(sorted);
    }

    /** In rising order, none twice. */
    public long[] hashes() {
        return hashes.clone();
    }

    /**
     * The hashes by which every copy of this text is found: all but some of the most common ones, fewer of these than any copy
     * must share.
     *
     * @param common how common hashes are; those that it does not have are rare
     */
    public long[] telling(Map<Long, ? extends Number> common) {
        int least = (int) Math.ceil(SAME * Math.max(LEAST, Math.ceil(hashes.length / (double) LONGER)));
        var dispensable = Arrays.stream(hashes)
                .boxed()
                .filter(common::containsKey)
                .sorted(Comparator.comparingDouble(
                        (Long hash) -> -common.get(hash).doubleValue()))
                .limit(hashes.length < LEAST ? 0 : least - 1)
                .collect(Collectors.toSet());
        return Arrays.stream(hashes).filter(hash -> !dispensable.contains(hash)).toArray();
    }

    /** Whether one of the texts is the other, as papers print what an agency sends them. */
    public boolean isSameTextAs(Sketch other) {
        int fewer = Math.min(hashes.length, other.hashes.length);
        int more = Math.max(hashes.length, other.hashes.length);
        return fewer > 0 && more <= LONGER * fewer && shared(other) >= SAME * fewer;
    }

    private int shared(Sketch other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static long hash(long[] run, int words) {
        long hash = 0;
        for (int i = 0; i < RUN; i++) {
            hash = mixed(hash * 31 + run[(words + i) % RUN]);
        }
        return hash;
    }

    /** The end of MurmurHash3, which spreads a change of one bit over all. */
    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
