package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.oqiga.incident.IncidentRow;

/**
 * Features with some of their attributes, cut out of what the index of the drawers has of each: to have the database write JSON, or
 * to read the whole feature, takes several times as long (docs/speed.md).
 */
final class Picking implements ReadAhead.Row {

    private static final byte[] BEGINNING = bytes("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = bytes(",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] PROPERTIES = bytes("]},\"properties\":{");
    private static final byte[] END = bytes("}}");
    private static final byte[] NULL = bytes("null");
    private static final byte UNIT_SEPARATOR = 0x1f;
    private static final String SOURCES = "sources";

    /** What a brief has before the attributes: id, longitude, latitude. */
    private static final int BEFORE = 3;

    // the whole feature is looked up only where the brief was too long for the index
    private static final String BRIEF =
            "coalesce(brief, (SELECT brief_of(whole.feature::jsonb, 1 << 30) FROM incident whole"
                    + " WHERE whole.id = incident.id))";
    private static final String WITH_SOURCES = BRIEF + ", (feature::json #> '{properties,sources}')::text";

    /** An attribute with the name before it; the sources lie outside of the brief. */
    private record Member(byte[] name, int at) {}

    private final List<Member> members;
    private final boolean sources;
    private final int[] ends = new int[BEFORE + IncidentRow.PROPERTIES.size()];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** For {@code attributes}, of which the filter has found that there are such; for one reader at a time. */
    Picking(List<String> attributes) {
        members = attributes.stream()
                .distinct()
                .map(name -> new Member(bytes('"' + name + "\":"), IncidentRow.PROPERTIES.indexOf(name)))
                .toList();
        sources = attributes.contains(SOURCES);
    }

    /** What to select for {@link #read}. */
    String columns() {
        return sources ? WITH_SOURCES : BRIEF;
    }

    @Override
    public byte[] read(ResultSet row) throws SQLException {
        var brief = row.getBytes(1);
        cut(brief);
        out.reset();
        out.writeBytes(BEGINNING);
        write(brief, 0);
        out.writeBytes(GEOMETRY);
        write(brief, 1);
        out.write(',');
        write(brief, 2);
        out.writeBytes(PROPERTIES);
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var member = members.get(i);
            out.writeBytes(member.name);
            if (member.at < 0) {
                out.writeBytes(row.getBytes(2));
            } else {
                write(brief, BEFORE + member.at);
            }
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    /** Notes where each part ends. */
    private void cut(byte[] brief) {
        int part = 0;
        for (int i = 0; i < brief.length; i++) {
            if (brief[i] == UNIT_SEPARATOR) {
                ends[part++] = i;
            }
        }
        ends[part] = brief.length;
    }

    private void write(byte[] brief, int part) {
        int from = part == 0 ? 0 : ends[part - 1] + 1;
        if (from == ends[part]) {
            out.writeBytes(NULL);
        } else {
            out.write(brief, from, ends[part] - from);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
