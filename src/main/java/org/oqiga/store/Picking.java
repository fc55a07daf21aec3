package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.oqiga.incident.IncidentRow;

/**
 * Features with some of their attributes, cut out of what the index of the drawers has of each: to have the database write JSON, or
 * to read the whole feature, takes several times as long (docs/speed.md).
 */
final class Picking implements ReadAhead.Row<byte[]> {

    private static final byte[] BEGINNING = bytes("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = bytes(",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] PROPERTIES = bytes("]},\"properties\":{");
    private static final byte[] END = bytes("}}");
    private static final byte[] COMMA = bytes(",");
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
    private final int fixed;
    private final int[] ends = new int[Brief.PARTS];

    /** For {@code attributes}, of which the filter has found that there are such; for one reader at a time. */
    Picking(List<String> attributes) {
        members = members(attributes.stream().distinct().toList());
        sources = attributes.contains(SOURCES);
        fixed = BEGINNING.length
                + GEOMETRY.length
                + COMMA.length
                + PROPERTIES.length
                + members.stream().mapToInt(member -> member.name.length).sum()
                + END.length;
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

    /** What to select for {@link #read}. */
    String columns() {
        return sources ? WITH_SOURCES : BRIEF;
    }

    @Override
    public byte[] read(ResultSet row) throws SQLException {
        var brief = row.getBytes(1);
        var told = sources ? row.getBytes(2) : brief;
        Brief.cut(brief, ends);
        int size = fixed + size(0) + size(1) + size(2);
        for (var member : members) {
            size += member.part == OUTSIDE ? told.length : size(member.part);
        }
        var feature = new byte[size];
        int at = put(BEGINNING, feature, 0);
        at = put(brief, 0, feature, at);
        at = put(GEOMETRY, feature, at);
        at = put(brief, 1, feature, at);
        at = put(COMMA, feature, at);
        at = put(brief, 2, feature, at);
        at = put(PROPERTIES, feature, at);
        for (var member : members) {
            at = put(member.name, feature, at);
            at = member.part == OUTSIDE ? put(told, feature, at) : put(brief, member.part, feature, at);
        }
        put(END, feature, at);
        return feature;
    }

    private int begin(int part) {
        return part == 0 ? 0 : ends[part - 1] + 1;
    }

    private int size(int part) {
        int size = ends[part] - begin(part);
        return size == 0 ? NULL.length : size;
    }

    private int put(byte[] brief, int part, byte[] to, int at) {
        int from = begin(part);
        if (from == ends[part]) {
            return put(NULL, to, at);
        }
        System.arraycopy(brief, from, to, at, ends[part] - from);
        return at + ends[part] - from;
    }

    private static int put(byte[] text, byte[] to, int at) {
        System.arraycopy(text, 0, to, at, text.length);
        return at + text.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
