package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes a vector tile (Mapbox Vector Tile 2.1) out of the marks that the store keeps; several times faster than the database
 * can, which has to look at each value's type.
 */
final class TileWriter {

    static final int EXTENT = 4096;
    static final List<String> ATTRIBUTES = List.of("id", "start", "end", "type", "precision", "level");

    private static final int PLANE_BITS = 31;
    private static final int EXTENT_BITS = 12;
    private static final int POINT = 1;
    private static final int MOVE_TO_ONE = 9;

    // numbers of the fields, with the kind of what follows
    private static final int LAYER = 3 << 3 | 2;
    private static final int NAME = 1 << 3 | 2;
    private static final int FEATURE = 2 << 3 | 2;
    private static final int KEY = 3 << 3 | 2;
    private static final int VALUE = 4 << 3 | 2;
    private static final int TILE_EXTENT = 5 << 3;
    private static final int VERSION = 15 << 3;
    private static final int TAGS = 2 << 3 | 2;
    private static final int KIND = 3 << 3;
    private static final int GEOMETRY = 4 << 3 | 2;
    private static final int STRING = 1 << 3 | 2;
    private static final int SINT = 6 << 3;

    private final Tile tile;
    private final ByteBuffer marks;
    private final int shift;
    private final Protobuf features;
    private final Protobuf values;
    private final Numbers numbers = new Numbers();
    private int distinct;

    private TileWriter(Tile tile, byte[] marks) {
        this.tile = tile;
        this.marks = ByteBuffer.wrap(marks);
        this.shift = PLANE_BITS - tile.zoom();
        this.features = new Protobuf(marks.length);
        this.values = new Protobuf(marks.length);
    }

    /** The tile's one layer; nothing at all where no mark lies on it. */
    static byte[] write(String layer, Tile tile, byte[] marks) {
        return new TileWriter(tile, marks).layer(layer);
    }

    private byte[] layer(String name) {
        int count = 0;
        while (marks.hasRemaining()) {
            count += feature() ? 1 : 0;
        }
        if (count == 0) {
            return new byte[0];
        }
        var body = new Protobuf(256);
        body.number(VERSION).number(2);
        body.bytes(NAME, name.getBytes(UTF_8));
        for (var attribute : ATTRIBUTES) {
            body.bytes(KEY, attribute.getBytes(UTF_8));
        }
        body.number(TILE_EXTENT).number(EXTENT);
        var head = new Protobuf(8).number(LAYER).number(body.size() + features.size() + values.size());
        return Protobuf.joined(head, body, features, values);
    }

    private boolean feature() {
        int x = marks.getInt();
        int y = marks.getInt();
        int start = marks.getInt();
        int end = marks.getInt();
        int codes = marks.getShort();
        int id = marks.position() + Short.BYTES;
        int length = marks.getShort();
        marks.position(id + length);
        // below the finest cells that the store knows, a tile's marks come with those of its neighbours
        if (x >>> shift != tile.x() || y >>> shift != tile.y()) {
            return false;
        }
        int feature = features.open(FEATURE);
        int tags = features.open(TAGS);
        features.number(0).number(text(id, length));
        features.number(1).number(value(start));
        features.number(2).number(value(end));
        features.number(3).number(value((codes >> 8) - 1));
        features.number(4).number(value((codes >> 4 & 15) - 1));
        features.number(5).number(value((codes & 15) - 1));
        features.close(tags);
        features.number(KIND).number(POINT);
        int geometry = features.open(GEOMETRY);
        features.number(MOVE_TO_ONE).signed(inTile(x)).signed(inTile(y));
        features.close(geometry);
        features.close(feature);
        return true;
    }

    private int inTile(int plane) {
        int within = plane & (1 << shift) - 1;
        return shift >= EXTENT_BITS ? within >> shift - EXTENT_BITS : within << EXTENT_BITS - shift;
    }

    /** No two incidents share an id: it need not be looked for among the values. */
    private int text(int at, int length) {
        part(at, length);
        return distinct++;
    }

    private void part(int at, int length) {
        int whole = 1 + Protobuf.lengthOf(length) + length;
        values.number(VALUE).number(whole);
        values.number(STRING).number(length).raw(marks.array(), at, length);
    }

    private int value(int number) {
        int known = numbers.get(number);
        if (known >= 0) {
            return known;
        }
        int zigzag = number << 1 ^ number >> 31;
        values.number(VALUE).number(1 + Protobuf.lengthOf(zigzag));
        values.number(SINT).signed(number);
        numbers.put(number, distinct);
        return distinct++;
    }
}
