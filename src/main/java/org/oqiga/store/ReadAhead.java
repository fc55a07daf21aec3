package org.oqiga.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Hands out the rows of a long answer, a stroke at a time, while another thread reads the next stroke: the database does not wait for
 * whoever takes them, nor they for it. What fits into one stroke is read without a thread.
 */
final class ReadAhead {

    /** How many rows are read at a time. */
    static final int STROKE = 1000;

    // no more of them than answers are under way, each of which holds a connection
    private static final Executor READERS = Executors.newCachedThreadPool(reading -> {
        var thread = new Thread(reading, "read-ahead");
        thread.setDaemon(true);
        return thread;
    });

    private ReadAhead() {}

    /** Makes something of rows, a stroke of them at a time. */
    interface Form<T> {

        /** Adds the row that a result stands on. */
        void add(ResultSet row) throws SQLException;

        /** What has been added since the last stroke. */
        T stroke();
    }

    private record Stroke<T>(T made, int rows, boolean last) {}

    /** Gives all rows to {@code taker}, a stroke at a time, and says how many there were; nobody reads {@code rows} any more when it returns. */
    static <T> long all(ResultSet rows, Form<T> form, Taker<T> taker) throws SQLException, IOException {
        var stroke = read(rows, form);
        long given = 0;
        while (!stroke.last) {
            var next = new FutureTask<>(() -> read(rows, form));
            READERS.execute(next);
            try {
                given += give(stroke, taker);
            } finally {
                await(next);
            }
            stroke = of(next);
        }
        return given + give(stroke, taker);
    }

    private static <T> Stroke<T> read(ResultSet rows, Form<T> form) throws SQLException {
        for (int read = 0; read < STROKE; read++) {
            if (!rows.next()) {
                return new Stroke<>(form.stroke(), read, true);
            }
            form.add(rows);
        }
        return new Stroke<>(form.stroke(), STROKE, false);
    }

    private static <T> int give(Stroke<T> stroke, Taker<T> taker) throws IOException {
        taker.take(stroke.made);
        return stroke.rows;
    }

    /** Waits whatever happens, since the connection is to be another's afterwards. */
    private static void await(FutureTask<?> next) {
        boolean interrupted = false;
        while (!next.isDone()) {
            try {
                next.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // told by whoever asks for the stroke
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Stroke<T> of(FutureTask<Stroke<T>> done) throws SQLException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new SQLException("the rest of an answer could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading", e);
        }
    }
}
