package org.oqiga.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes as nobody would write them: a good file with a few things wrong. */
public final class Mutation {

    private static final List<String> WORDS = List.of(
            "<",
            ">",
            "</p>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "&e;",
            "\u0000",
            "{",
            "}",
            "[[[[[[",
            "\"",
            "\\ud800",
            "\r\n\r\n",
            "--b\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "charset=\"x-none\"",
            "stream\n",
            "endobj",
            "/Length -1",
            "99999999999",
            "PK\u0003\u0004",
            "%PDF-1.7",
            "\ufeff",
            "=?utf-8?B?////?=",
            "0000-00-00",
            "<div>".repeat(300),
            "(((((((",
            "\u202e");

    private final Random chance;

    public Mutation(long seed) {
        this.chance = new Random(seed);
    }

    /** Another version of {@code good}, with up to five things wrong. */
    public byte[] of(byte[] good) {
        var bytes = good;
        for (int i = chance.nextInt(5); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = chance.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + chance.nextInt(40));
        switch (chance.nextInt(6)) {
            case 0: // some bits turned
                var turned = bytes.clone();
                for (int i = at; i < to; i++) {
                    turned[i] ^= (byte) (1 << chance.nextInt(8));
                }
                return turned;
            case 1: // cut off
                return Arrays.copyOf(bytes, at);
            case 2: // some left out
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 3: // some written twice
                return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            case 4: // some noise
                var noise = new byte[1 + chance.nextInt(30)];
                chance.nextBytes(noise);
                return joined(Arrays.copyOf(bytes, at), noise, Arrays.copyOfRange(bytes, at, bytes.length));
            default:
                var word = WORDS.get(chance.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
                return joined(Arrays.copyOf(bytes, at), word, Arrays.copyOfRange(bytes, to, bytes.length));
        }
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
