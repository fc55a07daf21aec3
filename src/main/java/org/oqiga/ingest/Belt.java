package org.oqiga.ingest;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things at the same time, one a core, and hands the results over in the order of the things. */
public final class Belt {

    // enough that no core waits for one slow report, few enough that the results of a large batch are never all held
    private static final int AHEAD = 8;

    private final int workers;

    private Belt(int workers) {
        this.workers = workers;
    }

    /** A belt with as many workers as the machine has cores. */
    public static Belt ofAllCores() {
        return new Belt(Runtime.getRuntime().availableProcessors());
    }

    /** Takes {@code things} one by one, lets any thread {@code work} on them, and hands each result to {@code sink}. */
    public <T, R> void run(Iterator<T> things, Function<T, R> work, Consumer<R> sink) {
        var pool = Executors.newFixedThreadPool(workers, Belt::thread);
        try {
            var under = new ArrayDeque<Future<R>>();
            while (things.hasNext()) {
                under.add(submit(pool, things.next(), work));
                if (under.size() >= workers * AHEAD) {
                    sink.accept(result(under.remove()));
                }
            }
            while (!under.isEmpty()) {
                sink.accept(result(under.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T, R> Future<R> submit(ExecutorService pool, T thing, Function<T, R> work) {
        return pool.submit(() -> work.apply(thing));
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working", e);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "belt");
        thread.setDaemon(true); // a belt never keeps a program from ending
        return thread;
    }
}
