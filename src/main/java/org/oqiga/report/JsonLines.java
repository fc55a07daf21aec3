package org.oqiga.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lines of a {@code .jsonl}, one at a time, so that a file of any size can be read. */
final class JsonLines extends AbstractSpliterator<JsonLines.Line> {

    /**
     * A line that is not blank.
     *
     * @param number counted from 1, blank lines too
     * @param bytes without the line's end; one more than {@link Reports#MAX_BYTES} where there are more
     */
    record Line(int number, byte[] bytes) {}

    private final InputStream in;
    private int number = 0;
    private boolean found = false;

    private JsonLines(InputStream in) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.in = in;
    }

    /** The lines of a file, which is closed with the stream; of one without any, a single empty line. */
    static Stream<Line> in(Path path) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return StreamSupport.stream(new JsonLines(in), false).onClose(() -> {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Stream<Line> of(byte[] bytes) {
        return StreamSupport.stream(new JsonLines(new ByteArrayInputStream(bytes)), false);
    }

    /** How many lines end in a file; 0 where it cannot be read. */
    static long count(Path path) {
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(path)) {
            long lines = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Line> action) {
        try {
            var line = new ByteArrayOutputStream(4096);
            boolean more = true;
            while (more && isBlank(line)) {
                line.reset();
                more = readLine(line);
            }
            if (isBlank(line) && found) {
                return false;
            }
            found = true;
            action.accept(new Line(number, isBlank(line) ? new byte[0] : line.toByteArray()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything stood behind the line read. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        number++;
        int c = in.read();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() <= Reports.MAX_BYTES) {
                line.write(c);
            }
        }
        return c >= 0;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        return line.size() < 64 && line.toString(StandardCharsets.ISO_8859_1).isBlank();
    }
}
