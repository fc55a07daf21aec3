package org.oqiga.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/** Answers that many ask for: each is made once for a state of the store, by whoever asks first, and the others wait for it. */
final class OnceARevision<K> {

    private static final int KEY_BYTES = 500;

    private final Cache<K, Kept> cache;

    /** {@code mostBytes} is how much is kept of what is asked for most. */
    OnceARevision(long mostBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((K key, Kept kept) -> kept.bytes.length + KEY_BYTES)
                .build();
    }

    /** An answer as of one state of the store, in whose place that of the next one comes. */
    private record Kept(long revision, byte[] bytes) {}

    byte[] get(K key, long revision, Function<K, byte[]> make) {
        var kept = cache.getIfPresent(key);
        if (kept != null && kept.revision >= revision) {
            return kept.bytes;
        }
        return cache.asMap()
                .compute(
                        key,
                        (same, meanwhile) -> meanwhile != null && meanwhile.revision >= revision
                                ? meanwhile
                                : new Kept(revision, make.apply(same)))
                .bytes;
    }
}
