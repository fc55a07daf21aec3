package org.oqiga.api.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many a minute for each of many who ask; whoever has been quiet for long is forgotten, and the number kept is bounded. */
final class Buckets {

    private static final int MOST = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            // by then a bucket is full again
            .expireAfterAccess(MINUTE.plusSeconds(1))
            .build();
    private final int perMinute;
    private final String what;

    /** {@code what} is counted, in the words of a refusal. */
    Buckets(int perMinute, String what) {
        this.perMinute = perMinute;
        this.what = what;
    }

    /** Counts one; refuses where {@code who} has had as many as there are in a minute. */
    void take(String who) {
        var probe = buckets.get(who, any -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new TooManyException(
                    "At most " + perMinute + " " + what + " a minute; try again in " + seconds + " s.", seconds);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }
}
