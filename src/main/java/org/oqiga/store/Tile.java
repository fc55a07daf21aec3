package org.oqiga.store;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One square of the web map's plane: {@code 4^zoom} of them cover the world, counted from its north-west corner. */
public record Tile(int zoom, int x, int y) {

    /** Deeper than any place is known. */
    public static final int MAX_ZOOM = 22;

    private static final int CELL_ZOOM = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    public Tile {
        if (zoom < 0 || zoom > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw new IllegalArgumentException("there is no tile " + zoom + "/" + x + "/" + y);
        }
    }

    /** The tile that a path names; empty where there is none. */
    public static Optional<Tile> of(String zoom, String x, String y) {
        if (!Stream.of(zoom, x, y).allMatch(number -> NUMBER.matcher(number).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tile(Integer.parseInt(zoom), Integer.parseInt(x), Integer.parseInt(y)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first of its cells, of which there are 2^20 each way, numbered so that those of a tile follow one another. */
    long firstCell() {
        int finer = CELL_ZOOM - zoom;
        return finer >= 0 ? cell() << 2 * finer : cell() >> -2 * finer;
    }

    /** The last of its cells. */
    long lastCell() {
        return firstCell() + (1L << 2 * Math.max(0, CELL_ZOOM - zoom)) - 1;
    }

    private long cell() {
        long cell = 0;
        for (int bit = 0; bit < zoom; bit++) {
            cell |= (long) (x >> bit & 1) << 2 * bit | (long) (y >> bit & 1) << 2 * bit + 1;
        }
        return cell;
    }
}
