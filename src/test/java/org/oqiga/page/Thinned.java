package org.oqiga.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Leaves incidents out of a vector tile, as the service does where there are too many for one. */
final class Thinned {

    private static final int LAYER = 3 << 3 | 2;
    private static final int FEATURE = 2 << 3 | 2;
    private static final int WITH_A_LENGTH = 2;

    private Thinned() {}

    /** The tile without every other incident. */
    static byte[] byHalf(byte[] tile) {
        if (tile.length == 0) {
            return tile;
        }
        var bytes = ByteBuffer.wrap(tile);
        if (number(bytes) != LAYER || number(bytes) != bytes.remaining()) {
            throw new IllegalArgumentException("a tile of one layer is wanted");
        }
        var layer = new ByteArrayOutputStream();
        boolean kept = false;
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            int field = number(bytes);
            int last = number(bytes);
            if ((field & 7) == WITH_A_LENGTH) {
                bytes.position(bytes.position() + last);
            }
            kept = field == FEATURE ? !kept : kept;
            if (field != FEATURE || kept) {
                layer.write(tile, start, bytes.position() - start);
            }
        }
        var thinned = new ByteArrayOutputStream();
        thinned.write(LAYER);
        int rest = layer.size();
        while (rest > 127) {
            thinned.write(rest & 127 | 128);
            rest >>= 7;
        }
        thinned.write(rest);
        thinned.writeBytes(layer.toByteArray());
        return thinned.toByteArray();
    }

    private static int number(ByteBuffer bytes) {
        int number = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes.get();
            number |= (part & 127) << shift;
            shift += 7;
        } while (part < 0);
        return number;
    }
}
