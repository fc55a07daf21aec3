package org.oqiga.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.Tile;
import org.oqiga.store.TileRepository;

/** Vector tiles as bytes to be sent, kept while they are asked for and nothing in the store changes. */
@ApplicationScoped
class Tiles {

    private static final long MOST_BYTES = 96L << 20;

    private final TileRepository repository;
    private final Cache<Key, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Kept tile) -> tile.bytes.length + Key.BYTES)
            .build();

    Tiles(TileRepository repository) {
        this.repository = repository;
    }

    private record Key(IncidentFilter filter, Tile tile, boolean gzip) {

        static final int BYTES = 500;
    }

    /** A tile as of one state of the store, in whose place that of the next one comes. */
    private record Kept(long revision, byte[] bytes) {}

    byte[] tile(long revision, IncidentFilter filter, Tile tile, boolean gzip) {
        var key = new Key(filter, tile, gzip);
        var kept = cache.getIfPresent(key);
        return kept != null && kept.revision == revision ? kept.bytes : made(key, revision);
    }

    private byte[] made(Key key, long revision) {
        return cache.asMap()
                .compute(
                        key,
                        (same, meanwhile) -> meanwhile != null && meanwhile.revision == revision
                                ? meanwhile
                                : new Kept(revision, made(same)))
                .bytes;
    }

    private byte[] made(Key key) {
        var bytes = repository.tile(key.filter, key.tile);
        return key.gzip ? gzip(bytes) : bytes;
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
