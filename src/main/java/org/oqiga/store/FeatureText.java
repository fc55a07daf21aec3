package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Features as JSON in UTF-8, strung together a stroke at a time: one by one, each would be copied four times on its way. */
final class FeatureText implements ReadAhead.Form<byte[]> {

    private final Writer writer;
    private final byte[] between;
    // Jackson's, since the JDK's takes a lock for each write
    private final ByteArrayBuilder out = new ByteArrayBuilder(1 << 16);
    private boolean begun;

    /** Writes the feature of the row that a result stands on. */
    interface Writer {
        void write(ResultSet row, ByteArrayBuilder out) throws SQLException;
    }

    private FeatureText(Writer writer, byte[] between) {
        this.writer = writer;
        this.between = between;
    }

    /** Of rows with the feature first; with commas between them. */
    static FeatureText whole() {
        return picked((row, out) -> out.write(row.getBytes(1)));
    }

    /** What {@code writer} makes of rows, with commas between. */
    static FeatureText picked(Writer writer) {
        return new FeatureText(writer, ",\n".getBytes(US_ASCII));
    }

    /** Of rows with the feature first; with {@code ending} in place of the last brace of each. */
    static FeatureText ending(byte[] ending) {
        Writer writer = (row, out) -> {
            var feature = row.getBytes(1);
            out.write(feature, 0, feature.length - 1);
            out.write(ending);
        };
        return new FeatureText(writer, new byte[0]);
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        if (begun) {
            out.write(between);
        }
        begun = true;
        writer.write(row, out);
    }

    @Override
    public byte[] stroke() {
        var text = out.toByteArray();
        out.reset();
        return text;
    }
}
