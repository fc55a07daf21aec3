package org.oqiga.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.oqiga.api.door.Limits;

/** Lets only so many long answers be written at a time, so that the map always finds a connection to the store free. */
@ApplicationScoped
class Turns {

    private static final int EXPORTS = 4;
    private static final int COLLECTIONS = 8;
    private static final long PATIENCE_S = 20;

    private final Semaphore exports = new Semaphore(EXPORTS, true);
    private final Semaphore collections = new Semaphore(COLLECTIONS, true);
    private final Limits limits;

    Turns(Limits limits) {
        this.limits = limits;
    }

    /** Writes {@code file} when its turn has come. */
    StreamingOutput export(StreamingOutput file) {
        limits.export();
        return inTurn(exports, file);
    }

    /** Writes {@code features} when their turn has come. */
    StreamingOutput collection(StreamingOutput features) {
        limits.collection();
        return inTurn(collections, features);
    }

    /** Makes {@code columns}, which are quickly made. */
    byte[] atOnce(Supplier<byte[]> columns) {
        limits.collection();
        return columns.get();
    }

    private static StreamingOutput inTurn(Semaphore turns, StreamingOutput answer) {
        return out -> {
            if (!waited(turns)) {
                throw new ServiceUnavailableException(PATIENCE_S);
            }
            try {
                answer.write(out);
            } finally {
                turns.release();
            }
        };
    }

    private static boolean waited(Semaphore turns) {
        try {
            return turns.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
