package org.oqiga.store;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Features with some of their attributes, strung together by the database from columns wherever there is one. */
final class Picking {

    // escaping is for what people wrote; the rest are words and numbers of ours
    private static final String BEGINNING =
            "'{\"type\":\"Feature\",\"id\":' || to_json(id)::text || ',\"geometry\":{\"type\":\"Point\",\"coordinates\":['"
                    + " || ST_X(geom)::text || ',' || ST_Y(geom)::text || ']},\"properties\":{'";
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry("title", "to_json(title)::text"),
            entry("type", word("type")),
            entry("start", time("starts", "starts::date", "lower(during)", "starts")),
            entry("end", time("ends - interval '1 minute'", "ends::date - 1", "upper(during)", "ends")),
            entry("time_precision", word("precision")),
            entry("in_force_until", "coalesce('\"' || in_force_until || '\"', 'null')"),
            entry("assertion", word("assertion")),
            entry("place_id", "to_json(place_id)::text"),
            entry("place_level", word("level")),
            entry("status", word("status")),
            entry("reports", "reports::text"),
            entry("first_published", "coalesce('\"' || first_published || '\"', 'null')"),
            entry("place", "coalesce(to_json(place_name)::text, 'null')"),
            entry("place_local", "coalesce(to_json(place_local)::text, 'null')"),
            entry("admin1", "coalesce(to_json(admin1)::text, 'null')"),
            entry("country", "coalesce(to_json(nullif(country, ''))::text, 'null')"),
            entry("deaths", "coalesce(deaths_best::text, 'null')"),
            entry("deaths_low", low("deaths")),
            entry("deaths_high", high("deaths")),
            entry("injured", "coalesce(injured_best::text, 'null')"),
            entry("injured_low", low("injured")),
            entry("injured_high", high("injured")),
            entry("arrested", "coalesce(arrested_best::text, 'null')"),
            entry("arrested_low", low("arrested")),
            entry("arrested_high", high("arrested")));

    private Picking() {}

    /** A feature with {@code attributes} as an expression over the table. */
    static String feature(List<String> attributes) {
        return attributes.stream()
                .distinct()
                .map(name -> "'\"" + name + "\":' || " + COLUMNS.getOrDefault(name, written(name)))
                .collect(Collectors.joining(" || ',' || ", BEGINNING + " || ", " || '}}'"));
    }

    /** From the whole feature, which has to be read for it. */
    private static String written(String name) {
        return "coalesce((feature::json #> '{properties," + name + "}')::text, 'null')";
    }

    private static String word(String column) {
        return "'\"' || " + column + " || '\"'";
    }

    /** A day, or where the hour is known a moment with how far the place's clock is from that of UTC. */
    private static String time(String moment, String day, String absolute, String local) {
        var minutes = "(date_part('epoch', " + local + " - " + absolute + " AT TIME ZONE 'UTC') / 60)::int";
        return "'\"' || CASE precision WHEN 'hour' THEN to_char(" + moment
                + ", 'YYYY-MM-DD\"T\"HH24:MI:SS') || to_char("
                + minutes + " / 60, 'SG00') || ':' || to_char(abs(" + minutes + ") % 60, 'FM00') ELSE (" + day
                + ")::text END || '\"'";
    }

    private static String low(String range) {
        return "coalesce(lower(" + range + ")::text, 'null')";
    }

    private static String high(String range) {
        return "coalesce((upper(" + range + ") - 1)::text, 'null')";
    }
}
