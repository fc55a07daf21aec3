package org.oqiga.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that many ask for: each is made once for a state of the store, by whoever asks first, and the others wait for it. */
final class OnceARevision<K> {

    private static final int KEY_BYTES = 500;

    private final Cache<K, Kept> cache;
    // made outside of the cache, which cannot drop anything while an entry of its own is being reckoned
    private final Map<Asked<K>, CompletableFuture<byte[]>> underWay = new ConcurrentHashMap<>();

    /** {@code mostBytes} is how much is kept of what is asked for most. */
    OnceARevision(long mostBytes) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((K key, Kept kept) -> kept.bytes.length + KEY_BYTES)
                // whoever adds also drops: on a busy machine a thread of its own comes late, and a hundred megabytes
                // with it
                .executor(Runnable::run)
                .build();
    }

    /** An answer as of one state of the store, in whose place that of the next one comes. */
    private record Kept(long revision, byte[] bytes) {}

    private record Asked<K>(K key, long revision) {}

    byte[] get(K key, long revision, Function<K, byte[]> make) {
        var known = known(key, revision);
        if (known.isPresent()) {
            return known.get();
        }
        var asked = new Asked<>(key, revision);
        var mine = new CompletableFuture<byte[]>();
        var first = underWay.putIfAbsent(asked, mine);
        if (first != null) {
            return of(first);
        }
        try {
            // whoever made it may have ended since
            var bytes = known(key, revision).orElseGet(() -> make.apply(key));
            cache.asMap().merge(key, new Kept(revision, bytes), OnceARevision::later);
            mine.complete(bytes);
            return bytes;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(asked);
        }
    }

    private Optional<byte[]> known(K key, long revision) {
        return Optional.ofNullable(cache.getIfPresent(key))
                .filter(kept -> kept.revision >= revision)
                .map(Kept::bytes);
    }

    private static Kept later(Kept one, Kept other) {
        return one.revision > other.revision ? one : other;
    }

    private static byte[] of(CompletableFuture<byte[]> made) {
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
