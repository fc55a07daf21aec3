package org.oqiga.store;

import java.util.Arrays;

/** Bytes in the wire format of Protocol Buffers, as far as vector tiles need it. */
final class Protobuf {

    private static final int MOST_OF_A_NUMBER = 5;

    private byte[] bytes;
    private int size;

    Protobuf(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    static byte[] joined(Protobuf... parts) {
        var whole = new byte[Arrays.stream(parts).mapToInt(Protobuf::size).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part.bytes, 0, whole, at, part.size);
            at += part.size;
        }
        return whole;
    }

    /** How many bytes {@link #number} takes for it. */
    static int lengthOf(int number) {
        return Math.max(1, (38 - Integer.numberOfLeadingZeros(number)) / 7);
    }

    int size() {
        return size;
    }

    /** An unsigned number, seven binary digits a byte. */
    Protobuf number(int number) {
        room(MOST_OF_A_NUMBER);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    Protobuf signed(int number) {
        return number(number << 1 ^ number >> 31);
    }

    Protobuf bytes(int field, byte[] content) {
        return number(field).number(content.length).raw(content, 0, content.length);
    }

    /** Begins a short part, of fewer than 128 bytes, and says where; {@link #close} ends it. */
    int open(int field) {
        number(field);
        room(1);
        return ++size;
    }

    void close(int part) {
        int length = size - part;
        if (length > 0x7F) {
            throw new IllegalStateException(length + " bytes are no short part");
        }
        bytes[part - 1] = (byte) length;
    }

    Protobuf raw(byte[] from, int at, int length) {
        room(length);
        System.arraycopy(from, at, bytes, size, length);
        size += length;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
