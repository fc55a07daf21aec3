package org.oqiga.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A written incident, taken apart into cells without a tree of it being made: what tables are filled from, a million at a time.
 */
public final class IncidentRow {

    /** The attributes that are one value each, in the order of the contract; {@code actors} are joined into one. */
    public static final List<String> PROPERTIES = List.of(
            "title",
            "type",
            "start",
            "end",
            "time_precision",
            "in_force_until",
            "place",
            "place_local",
            "place_id",
            "place_level",
            "admin1",
            "country",
            "uncertainty_km",
            "actors",
            "assertion",
            "deaths",
            "deaths_low",
            "deaths_high",
            "injured",
            "injured_low",
            "injured_high",
            "arrested",
            "arrested_low",
            "arrested_high",
            "confidence",
            "status",
            "reports",
            "first_published",
            "acled_event_type",
            "acled_sub_event_type",
            "plover");

    /** The attributes of a source, in the order of the contract. */
    public static final List<String> SOURCE = List.of(
            "report",
            "title",
            "url",
            "published",
            "quote",
            "start",
            "end",
            "attribution",
            "assertion",
            "deaths",
            "injured",
            "arrested",
            "victims");

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Integer> PLACES = places(PROPERTIES);
    private static final Map<String, Integer> SOURCE_PLACES = places(SOURCE);

    private String id = "";
    private String lon = "";
    private String lat = "";
    private final @Nullable String[] facts = new @Nullable String[PROPERTIES.size()];
    private final List<@Nullable String[]> sources = new ArrayList<>();

    private IncidentRow() {}

    /** Takes a feature apart, JSON in UTF-8. */
    public static IncidentRow of(byte[] feature) throws IOException {
        try (var json = JSON.createParser(feature)) {
            json.nextToken();
            var row = new IncidentRow();
            row.read(json);
            return row;
        }
    }

    /**
     * Puts one together of its values one by one, each as JSON in UTF-8 or nothing for null.
     *
     * @param values id, longitude, latitude and {@link #PROPERTIES}, each with one byte after it
     * @param ends where in {@code values} each of them ends
     * @param json has the array of the sources from {@code sources} on
     */
    public static IncidentRow of(byte[] values, int[] ends, byte[] json, int sources) throws IOException {
        var row = new IncidentRow();
        row.id = Objects.requireNonNull(value(values, 0, ends[0]), "id");
        row.lon = Objects.requireNonNull(value(values, ends[0] + 1, ends[1]), "longitude");
        row.lat = Objects.requireNonNull(value(values, ends[1] + 1, ends[2]), "latitude");
        for (int i = 0; i < row.facts.length; i++) {
            row.facts[i] = value(values, ends[i + 2] + 1, ends[i + 3]);
        }
        try (var parser = JSON.createParser(json, sources, json.length - sources)) {
            parser.nextToken();
            row.readSources(parser);
        }
        return row;
    }

    private static @Nullable String value(byte[] json, int from, int to) throws IOException {
        if (from == to) {
            return null;
        }
        if (json[from] == '"' && isPlain(json, from, to)) {
            return new String(json, from + 1, to - from - 2, UTF_8);
        }
        if (json[from] != '"' && json[from] != '[') {
            return new String(json, from, to - from, UTF_8);
        }
        try (var parser = JSON.createParser(json, from, to - from)) {
            return parser.nextToken() == JsonToken.START_ARRAY ? joined(parser) : parser.getText();
        }
    }

    private static boolean isPlain(byte[] json, int from, int to) {
        for (int i = from; i < to; i++) {
            if (json[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    public String id() {
        return id;
    }

    public String lon() {
        return lon;
    }

    public String lat() {
        return lat;
    }

    /** The value of an attribute as it is written; absent where it is null. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts[place(PLACES, name)]);
    }

    public int sources() {
        return sources.size();
    }

    /** The value of an attribute of one source. */
    public Optional<String> source(int number, String name) {
        return Optional.ofNullable(sources.get(number)[place(SOURCE_PLACES, name)]);
    }

    /** The values of an attribute over all sources, without the absent ones. */
    public List<String> ofSources(String name) {
        int place = place(SOURCE_PLACES, name);
        var values = new ArrayList<String>(sources.size());
        for (var source : sources) {
            var value = source[place];
            if (value != null) {
                values.add(value);
            }
        }
        return Collections.unmodifiableList(values);
    }

    private void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getText();
                case "geometry" -> readPoint(json);
                case "properties" -> readFacts(json);
                default -> json.skipChildren();
            }
        }
    }

    private void readPoint(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean coordinates = "coordinates".equals(json.currentName());
            json.nextToken();
            if (coordinates) {
                json.nextToken();
                lon = json.getText();
                json.nextToken();
                lat = json.getText();
                json.nextToken();
            }
        }
    }

    private void readFacts(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (name.equals("sources") && value == JsonToken.START_ARRAY) {
                readSources(json);
            } else {
                put(PLACES, facts, name, json);
            }
        }
    }

    private void readSources(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var source = new @Nullable String[SOURCE.size()];
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                put(SOURCE_PLACES, source, name, json);
            }
            sources.add(source);
        }
    }

    private static void put(Map<String, Integer> places, @Nullable String[] row, String name, JsonParser json)
            throws IOException {
        var place = places.get(name);
        if (place == null) {
            json.skipChildren();
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            row[place] = joined(json);
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            row[place] = json.getText();
        }
    }

    private static String joined(JsonParser json) throws IOException {
        var all = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            all.add(json.getText());
        }
        return String.join("; ", all);
    }

    private static int place(Map<String, Integer> places, String name) {
        var place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no attribute is called " + name);
        }
        return place;
    }

    private static Map<String, Integer> places(List<String> names) {
        var places = new HashMap<String, Integer>();
        names.forEach(name -> places.put(name, places.size()));
        // looked into seventy times a row: copyOf would make a map that takes three times as long to answer
        return Collections.unmodifiableMap(places);
    }
}
