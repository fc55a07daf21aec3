package org.oqiga.incident;

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
import java.util.stream.Stream;

/** A written incident, taken apart into cells, of which those are decoded that somebody asks for: what tables are filled from, a million at a time. */
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
    private static final int LON = 1;
    private static final int LAT = 2;
    private static final int FACTS = 3;
    private static final Map<String, Integer> PLACES = places(PROPERTIES);
    private static final Map<String, Integer> SOURCE_PLACES = places(SOURCE);

    /** Id, longitude, latitude and then the properties. */
    private final JsonValues facts;

    private final List<JsonValues> sources = new ArrayList<>();

    private IncidentRow(JsonValues facts) {
        this.facts = facts;
    }

    /** Takes a feature apart, JSON in UTF-8. */
    public static IncidentRow of(byte[] feature) throws IOException {
        try (var json = JSON.createParser(feature)) {
            json.nextToken();
            var row = new IncidentRow(new JsonValues(feature, FACTS + PROPERTIES.size()));
            row.read(json, feature);
            return row;
        }
    }

    /**
     * Puts one together of its values one by one, each as JSON in UTF-8 or nothing for null.
     *
     * @param values id, longitude, latitude and {@link #PROPERTIES}, with one byte between each two
     * @param ends where in {@code values} each of them ends
     * @param json has the array of the sources from {@code sources} on
     */
    public static IncidentRow of(byte[] values, int[] ends, byte[] json, int sources) throws IOException {
        var row = new IncidentRow(JsonValues.separated(values, ends));
        try (var parser = JSON.createParser(json, sources, json.length - sources)) {
            parser.nextToken();
            row.readSources(parser, json, sources);
        }
        return row;
    }

    public String id() {
        return Objects.requireNonNull(facts.text(0), "id");
    }

    public String lon() {
        return Objects.requireNonNull(facts.text(LON), "longitude");
    }

    public String lat() {
        return Objects.requireNonNull(facts.text(LAT), "latitude");
    }

    /** The value of an attribute as it is written; absent where it is null. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.text(FACTS + place(PLACES, name)));
    }

    public int sources() {
        return sources.size();
    }

    /** The value of an attribute of one source. */
    public Optional<String> source(int number, String name) {
        return Optional.ofNullable(sources.get(number).text(place(SOURCE_PLACES, name)));
    }

    /** The values of an attribute over all sources, without the absent ones. */
    public List<String> ofSources(String name) {
        int place = place(SOURCE_PLACES, name);
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(source.text(place)))
                .toList();
    }

    /** Id, longitude, latitude and {@link #PROPERTIES}. */
    JsonValues values() {
        return facts;
    }

    /** Of each source the values of {@link #SOURCE}. */
    List<JsonValues> sourceValues() {
        return sources;
    }

    private void read(JsonParser json, byte[] feature) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> facts.put(0, json, 0);
                case "geometry" -> readPoint(json);
                case "properties" -> readFacts(json, feature);
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
                facts.put(LON, json, 0);
                json.nextToken();
                facts.put(LAT, json, 0);
                json.nextToken();
            }
        }
    }

    private void readFacts(JsonParser json, byte[] feature) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            var place = PLACES.get(name);
            if (place != null) {
                facts.put(FACTS + place, json, 0);
            } else if (name.equals("sources") && value == JsonToken.START_ARRAY) {
                readSources(json, feature, 0);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readSources(JsonParser json, byte[] text, int start) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var source = new JsonValues(text, SOURCE.size());
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var place = SOURCE_PLACES.get(json.currentName());
                json.nextToken();
                if (place == null) {
                    json.skipChildren();
                } else {
                    source.put(place, json, start);
                }
            }
            sources.add(source);
        }
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
