package org.oqiga.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.Tile;
import org.oqiga.store.TileRepository;

/** Vector tiles as bytes to be sent, kept while they are asked for and nothing in the store changes. */
@ApplicationScoped
class Tiles {

    private static final long MOST_BYTES = 96L << 20;

    // more would be no faster, and a tile of a whole country takes some twenty megabytes while it is made
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final TileRepository repository;
    private final OnceARevision<Key> tiles = new OnceARevision<>(MOST_BYTES);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Tiles(TileRepository repository) {
        this.repository = repository;
    }

    private record Key(IncidentFilter filter, Tile tile, boolean gzip) {}

    byte[] tile(long revision, IncidentFilter filter, Tile tile, boolean gzip) {
        return tiles.get(new Key(filter, tile, gzip), revision, this::made);
    }

    private byte[] made(Key key) {
        turns.acquireUninterruptibly();
        try {
            var bytes = repository.tile(key.filter, key.tile);
            return key.gzip ? gzip(bytes) : bytes;
        } finally {
            turns.release();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var gzip = new Fast(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The more thorough levels cost three times as much for a tenth less. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
