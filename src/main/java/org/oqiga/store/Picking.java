package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.oqiga.incident.IncidentRow;

/**
 * Features with some of their attributes, cut out of what the index of the drawers has of each: to have the database write JSON, or
 * to read the whole feature, takes several times as long (docs/speed.md).
 */
final class Picking implements FeatureText.Writer {

    private static final byte[] BEGINNING = bytes("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = bytes(",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] PROPERTIES = bytes("]},\"properties\":{");
    private static final byte[] END = bytes("}}");
    private static final byte[] NULL = bytes("null");
    private static final String SOURCES = "sources";

    private static final int OUTSIDE = -1;

    // the whole feature is looked up only where the brief was too long for the index
    private static final String BRIEF =
            "coalesce(brief, (SELECT brief_of(whole.feature::jsonb, 1 << 30) FROM incident whole"
                    + " WHERE whole.id = incident.id))";
    private static final String WITH_SOURCES = BRIEF + ", (feature::json #> '{properties,sources}')::text";

    /** An attribute with what stands before its value, and where that is in a brief; the sources lie outside of it. */
    private record Member(byte[] name, int part) {}

    private final List<Member> members;
    private final boolean sources;
    private final int[] ends = new int[Brief.PARTS];

    /** For {@code attributes}, of which the filter has found that there are such; for one reader at a time. */
    Picking(List<String> attributes) {
        members = members(attributes.stream().distinct().toList());
        sources = attributes.contains(SOURCES);
    }

    private static List<Member> members(List<String> attributes) {
        var members = new ArrayList<Member>();
        for (var name : attributes) {
            var before = bytes((members.isEmpty() ? "" : ",") + '"' + name + "\":");
            members.add(new Member(
                    before, name.equals(SOURCES) ? OUTSIDE : Brief.FACTS + IncidentRow.PROPERTIES.indexOf(name)));
        }
        return List.copyOf(members);
    }

    /** What to select for {@link #write}. */
    String columns() {
        return sources ? WITH_SOURCES : BRIEF;
    }

    @Override
    public void write(ResultSet row, ByteArrayBuilder out) throws SQLException {
        var brief = row.getBytes(1);
        Brief.cut(brief, ends);
        out.write(BEGINNING);
        write(brief, 0, out);
        out.write(GEOMETRY);
        write(brief, 1, out);
        out.append(',');
        write(brief, 2, out);
        out.write(PROPERTIES);
        for (var member : members) {
            out.write(member.name);
            if (member.part == OUTSIDE) {
                out.write(row.getBytes(2));
            } else {
                write(brief, member.part, out);
            }
        }
        out.write(END);
    }

    private void write(byte[] brief, int part, ByteArrayBuilder out) {
        int from = part == 0 ? 0 : ends[part - 1] + 1;
        if (from == ends[part]) {
            out.write(NULL);
        } else {
            out.write(brief, from, ends[part] - from);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
