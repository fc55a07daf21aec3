package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the hand-kept tables: rows that add places, or better the names and sizes of places the world file has. What a row leaves
 * empty stays as it was.
 */
final class Supplement {

    private final PlaceTable places;
    private final Map<Integer, String> areas = new HashMap<>();

    Supplement(PlaceTable places) {
        this.places = places;
    }

    void read(InputStream table) {
        try (var reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            String[] columns = lines.get(0).split("\t", -1);
            lines.stream().skip(1).map(line -> entry(columns, line)).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("a supplement of the gazetteer cannot be read", e);
        }
    }

    /** Ties areas to their members, which may stand in a later table. */
    void close() {
        areas.forEach((index, ids) -> places.members(
                index, Arrays.stream(ids.split("\\|")).mapToInt(this::known).toArray()));
    }

    private int known(String id) {
        int index = places.find(id);
        if (index < 0) {
            throw new IllegalStateException("the supplement names " + id + ", which no table has");
        }
        return index;
    }

    private void add(Map<String, String> entry) {
        String id = entry.get("id");
        int index = places.find(id);
        if (index < 0) {
            String words = String.join(
                    "\t", id, entry.get("english"), entry.get("local"), others(entry, ""), entry.get("former_names"));
            index = places.add(words, row(entry, blank(entry)));
        } else {
            String[] old = places.line(index).split("\t", -1);
            String words = String.join(
                    "\t",
                    id,
                    entry.get("english").isEmpty() ? old[1] : entry.get("english"),
                    entry.get("local").isEmpty() ? old[2] : entry.get("local"),
                    others(entry, String.join("|", Arrays.copyOfRange(old, 1, 4))),
                    entry.get("former_names"));
            places.words(index, words);
            places.change(index, row(entry, places.row(index)));
        }
        places.keepByHand(index);
        for (String alias : entry.get("same_as").split("\\|")) {
            if (!alias.isEmpty()) {
                places.alias(alias, index);
            }
        }
        if (!entry.get("members").isEmpty()) {
            areas.put(index, entry.get("members"));
        }
    }

    private static String others(Map<String, String> entry, String old) {
        return String.join("|", entry.get("russian"), entry.get("other_names"), old);
    }

    private static PlaceRow blank(Map<String, String> entry) {
        String country = entry.get("country");
        return new PlaceRow(Kind.SITE, 0, 0, 0, 0, country.isEmpty() ? "" : "country:" + country, "");
    }

    private static PlaceRow row(Map<String, String> entry, PlaceRow old) {
        Kind kind = entry.get("kind").isEmpty() ? old.kind() : Kind.parse(entry.get("kind"));
        boolean ownRegion =
                kind.level == PlaceLevel.TOWN && !entry.get("same_as").isEmpty();
        boolean grown =
                kind.level == PlaceLevel.TOWN && !entry.get("population").isEmpty();
        return new PlaceRow(
                ownRegion ? Kind.CITY_REGION : kind == Kind.TOWN && old.kind() == Kind.CAPITAL ? Kind.CAPITAL : kind,
                number(entry.get("lon"), old.lon()),
                number(entry.get("lat"), old.lat()),
                (long) number(entry.get("population"), old.population()),
                number(entry.get("radius_km"), grown ? 0 : old.radiusKm()),
                entry.get("parent").isEmpty() ? old.parentId() : entry.get("parent"),
                old.zone());
    }

    private static double number(String text, double otherwise) {
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    private static Map<String, String> entry(String[] columns, String line) {
        String[] values = line.split("\t", -1);
        if (values.length > columns.length) {
            throw new IllegalStateException("more fields than columns: " + line);
        }
        var entry = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            entry.put(columns[i], i < values.length ? values[i].strip() : "");
        }
        return entry;
    }
}
