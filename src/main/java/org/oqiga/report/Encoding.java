package org.oqiga.report;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Works out in which encoding bytes are text, and whether they are text at all. */
final class Encoding {

    private static final Set<String> LIKELY = Set.of("windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "windows-1252");
    private static final int SAMPLE = 64 * 1024;
    // compressed data has one byte in ten, and is never sound UTF-8; what is sound and full of them is a table or a
    // tape
    private static final double MOST_CONTROLS = 0.03;
    private static final double MOST_CONTROLS_IN_UTF8 = 0.2;
    private static final double MOST_UTF16_STRAYS = 0.05;

    private Encoding() {}

    /** The text of {@code bytes}, without a byte order mark. */
    static String decode(byte[] bytes) throws UnreadableException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        var wide = utf16(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        refuseBinary(bytes);
        return utf8(bytes).orElseGet(() -> new String(bytes, narrow(bytes)));
    }

    /** The text of {@code bytes} where they are sound UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Throws where {@code bytes} are some other kind of file. */
    static void refuseBinary(byte[] bytes) throws UnreadableException {
        var kind = Magic.kind(bytes);
        if (kind.isPresent()) {
            throw new UnreadableException(
                    "is " + kind.get() + "; give plain text, HTML, PDF, Word (.docx), e-mail or .jsonl");
        }
        int length = Math.min(bytes.length, SAMPLE);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            controls += bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\r\f\u001b".indexOf(bytes[i]) < 0 ? 1 : 0;
        }
        if (controls > length * MOST_CONTROLS
                && (controls > length * MOST_CONTROLS_IN_UTF8 || utf8(bytes).isEmpty())) {
            throw new UnreadableException(
                    "is binary, not text; give plain text, HTML, PDF, Word (.docx), e-mail or .jsonl");
        }
    }

    /** UTF-16 without a mark: every other byte is one of the few high bytes of Latin, Cyrillic and punctuation. */
    private static Optional<Charset> utf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int low = 0;
        int high = 0;
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            low += isHighByte(bytes[2 * i + 1]) ? 0 : 1;
            high += isHighByte(bytes[2 * i]) ? 0 : 1;
            zeros += bytes[2 * i] == 0 || bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 8 || zeros < pairs * MOST_UTF16_STRAYS || Math.min(low, high) > pairs * MOST_UTF16_STRAYS) {
            return Optional.empty();
        }
        return Optional.of(low < high ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static boolean isHighByte(byte b) {
        return b == 0 || b == 4 || b == 0x20;
    }

    /** The encoding with one byte a sign that fits best. */
    static Charset narrow(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (var match : detector.detectAll()) {
            if (LIKELY.contains(match.getName()) && Charset.isSupported(match.getName())) {
                return Charset.forName(match.getName());
            }
        }
        return Charset.forName("windows-1252");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
