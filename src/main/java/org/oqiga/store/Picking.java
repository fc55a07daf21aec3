package org.oqiga.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Features with some of their attributes, from columns wherever there is one. The database gives the values as text and they are
 * strung together here: to have it write JSON takes three times as long (docs/speed.md).
 */
final class Picking implements ReadAhead.Row {

    private static final byte[] BEGINNING = bytes("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = bytes(",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] PROPERTIES = bytes("]},\"properties\":{");
    private static final byte[] END = bytes("}}");
    private static final byte[] NULL = bytes("null");
    private static final int OF_EACH = 3;

    private static final Map<String, Value> COLUMNS = Map.ofEntries(
            text("title", "title"),
            word("type", "type"),
            word("start", time("starts", "starts::date", "lower(during)", "starts")),
            word("end", time("ends - interval '1 minute'", "ends::date - 1", "upper(during)", "ends")),
            word("time_precision", "precision"),
            word("in_force_until", "in_force_until::text"),
            word("assertion", "assertion"),
            text("place_id", "place_id"),
            word("place_level", "level"),
            word("status", "status"),
            bare("reports", "reports::text"),
            word("first_published", "first_published::text"),
            text("place", "place_name"),
            text("place_local", "place_local"),
            text("admin1", "admin1"),
            text("country", "nullif(country, '')"),
            bare("deaths", "deaths_best::text"),
            bare("deaths_low", low("deaths")),
            bare("deaths_high", high("deaths")),
            bare("injured", "injured_best::text"),
            bare("injured_low", low("injured")),
            bare("injured_high", high("injured")),
            bare("arrested", "arrested_best::text"),
            bare("arrested_low", low("arrested")),
            bare("arrested_high", high("arrested")));

    /** How a value stands in JSON: what people wrote is escaped, our own words are not, all else is JSON as it comes. */
    private enum Form {
        TEXT,
        WORD,
        BARE
    }

    private record Value(String sql, Form form) {}

    /** A value with the name before it. */
    private record Member(byte[] name, Value value) {}

    private final List<Member> members;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** For {@code attributes}, of which the filter has found that there are such; for one reader at a time. */
    Picking(List<String> attributes) {
        members = attributes.stream()
                .distinct()
                .map(name -> new Member(bytes('"' + name + "\":"), COLUMNS.getOrDefault(name, written(name))))
                .toList();
    }

    /** What to select for {@link #read}. */
    String columns() {
        return Stream.concat(
                        Stream.of("id", "ST_X(geom)::text", "ST_Y(geom)::text"),
                        members.stream().map(member -> member.value.sql))
                .collect(Collectors.joining(", "));
    }

    @Override
    public byte[] read(ResultSet row) throws SQLException {
        out.reset();
        out.writeBytes(BEGINNING);
        quoted(row.getBytes(1));
        out.writeBytes(GEOMETRY);
        out.writeBytes(row.getBytes(2));
        out.write(',');
        out.writeBytes(row.getBytes(3));
        out.writeBytes(PROPERTIES);
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var member = members.get(i);
            out.writeBytes(member.name);
            var value = row.getBytes(OF_EACH + 1 + i);
            if (value == null) {
                out.writeBytes(NULL);
            } else if (member.value.form == Form.TEXT) {
                quoted(value);
            } else if (member.value.form == Form.WORD) {
                out.write('"');
                out.writeBytes(value);
                out.write('"');
            } else {
                out.writeBytes(value);
            }
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    private void quoted(byte[] text) {
        out.write('"');
        out.writeBytes(isPlain(text) ? text : JsonStringEncoder.getInstance().quoteAsUTF8(new String(text, UTF_8)));
        out.write('"');
    }

    private static boolean isPlain(byte[] text) {
        for (byte each : text) {
            // the bytes of other letters are below zero
            if (each == '"' || each == '\\' || each >= 0 && each < ' ') {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static Map.Entry<String, Value> text(String name, String sql) {
        return entry(name, new Value(sql, Form.TEXT));
    }

    private static Map.Entry<String, Value> word(String name, String sql) {
        return entry(name, new Value(sql, Form.WORD));
    }

    private static Map.Entry<String, Value> bare(String name, String sql) {
        return entry(name, new Value(sql, Form.BARE));
    }

    /** From the whole feature, which has to be read for it. */
    private static Value written(String name) {
        return new Value("(feature::json #> '{properties," + name + "}')::text", Form.BARE);
    }

    /** A day, or where the hour is known a moment with how far the place's clock is from that of UTC. */
    private static String time(String moment, String day, String absolute, String local) {
        var minutes = "(date_part('epoch', " + local + " - " + absolute + " AT TIME ZONE 'UTC') / 60)::int";
        return "CASE precision WHEN 'hour' THEN to_char(" + moment + ", 'YYYY-MM-DD\"T\"HH24:MI:SS') || to_char("
                + minutes + " / 60, 'SG00') || ':' || to_char(abs(" + minutes + ") % 60, 'FM00') ELSE (" + day
                + ")::text END";
    }

    private static String low(String range) {
        return "lower(" + range + ")::text";
    }

    private static String high(String range) {
        return "(upper(" + range + ") - 1)::text";
    }
}
