package org.oqiga.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.oqiga.store.Claimed;
import org.oqiga.store.StorageException;

/** Works on some arrivals at the same time, and leaves one that takes too long. */
final class Workbench implements AutoCloseable {

    // the other half is for those who look at the map meanwhile
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Duration limit;
    private ExecutorService pool = pool();

    /** {@code limit} is how long all that is given at once may take. */
    Workbench(Duration limit) {
        this.limit = limit;
    }

    /** What came of each; those that were not come to, because another took all the time, are left out. */
    Map<Claimed, Outcome> work(List<Claimed> all, Function<Claimed, Outcome> how) {
        var begun = new ArrayList<AtomicBoolean>();
        var tasks = new ArrayList<Callable<Outcome>>();
        for (var one : all) {
            var sign = new AtomicBoolean();
            begun.add(sign);
            tasks.add(() -> {
                sign.set(true);
                return how.apply(one);
            });
        }
        try {
            var futures = pool.invokeAll(tasks, limit.toMillis(), TimeUnit.MILLISECONDS);
            var outcomes = new LinkedHashMap<Claimed, Outcome>();
            for (int i = 0; i < futures.size(); i++) {
                if (!futures.get(i).isCancelled()) {
                    outcomes.put(all.get(i), result(all.get(i), futures.get(i)));
                } else if (begun.get(i).get()) {
                    outcomes.put(all.get(i), tooLong(all.get(i)));
                }
            }
            if (outcomes.size() < all.size() || futures.stream().anyMatch(Future::isCancelled)) {
                // whoever does not listen to being told to stop keeps the old pool to himself
                pool.shutdownNow();
                pool = pool();
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading");
        }
    }

    private Outcome tooLong(Claimed one) {
        return new Outcome.Failed(
                one.sent().name(), "took longer to read than " + limit.toSeconds() + " seconds", true);
    }

    private static Outcome result(Claimed one, Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageException storage) {
                throw storage;
            }
            return new Outcome.Failed(
                    one.sent().name(), "could not be read, which is a fault of this program: " + e.getCause(), false);
        }
    }

    private static ExecutorService pool() {
        return Executors.newFixedThreadPool(CORES, work -> {
            var thread = new Thread(work, "oqiga-arrivals-reading");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
