package org.oqiga.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads a dump as GeoNames publishes it ({@code KZ.txt}, {@code allCountries.txt}): nineteen columns, tab-separated. A place the
 * gazetteer has already keeps its name and position and gains the dump's other names.
 */
final class GeoNamesDump {

    private static final int COLUMNS = 19;

    private final PlaceTable places;

    GeoNamesDump(PlaceTable places) {
        this.places = places;
    }

    void read(Path dump) {
        try (BufferedReader reader = Files.newBufferedReader(dump)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(fields(line, dump, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(dump + " cannot be read", e);
        }
    }

    private static String[] fields(String line, Path dump, int number) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS || !fields[0].matches("\\d+")) {
            throw new IllegalArgumentException(dump + " line " + number
                    + " is not of a GeoNames dump: it should have 19 columns separated by tabs, the first a number");
        }
        return fields;
    }

    // geonameid name asciiname alternates lat lon class code country cc2 admin1 admin2 admin3 admin4 population
    // elevation dem zone date
    private void add(String[] row) {
        String id = id(row);
        String others =
                Arrays.stream(row[3].split(",")).filter(GeoNamesDump::printable).collect(Collectors.joining("|"));
        int known = places.find(id);
        if (known >= 0) {
            String[] words = Arrays.copyOf(places.line(known).split("\t", -1), 5);
            words[3] = String.join("|", words[3], row[1], others);
            words[4] = words[4] == null ? "" : words[4];
            places.words(known, String.join("\t", words));
        } else {
            places.add(String.join("\t", id, row[1], "", others), placeRow(row));
        }
    }

    private static String id(String[] row) {
        return switch (row[7]) {
            case "PCLI", "PCLD", "PCLS", "PCLF", "PCL", "TERR" -> "country:" + row[8];
            case "ADM1" -> "admin1:" + row[8] + "." + row[10];
            case "ADM2" -> "admin2:" + row[8] + "." + row[10] + "." + row[11];
            default -> "geonames:" + row[0];
        };
    }

    private PlaceRow placeRow(String[] row) {
        Kind kind = kind(row);
        double radiusKm =
                switch (kind) {
                    case COUNTRY -> 300;
                    case ADMIN1 -> 100;
                    case ADMIN2 -> 30;
                    default -> 0;
                };
        return new PlaceRow(
                kind,
                Double.parseDouble(row[5]),
                Double.parseDouble(row[4]),
                row[14].isEmpty() ? 0 : Long.parseLong(row[14]),
                radiusKm,
                parent(row, kind),
                row[17]);
    }

    private static Kind kind(String[] row) {
        return switch (row[6]) {
            case "P" -> Kind.parse(row[7]);
            case "A" -> switch (row[7]) {
                case "ADM1" -> Kind.ADMIN1;
                case "ADM2" -> Kind.ADMIN2;
                case "PCLI", "PCLD", "PCLS", "PCLF", "PCL", "TERR" -> Kind.COUNTRY;
                default -> Kind.DISTRICT;
            };
            default -> Kind.SITE;
        };
    }

    private String parent(String[] row, Kind kind) {
        String country = "country:" + row[8];
        String admin1 = "admin1:" + row[8] + "." + row[10];
        String admin2 = "admin2:" + row[8] + "." + row[10] + "." + row[11];
        if (kind == Kind.COUNTRY) {
            return "";
        }
        if (kind != Kind.ADMIN1 && kind != Kind.ADMIN2 && places.find(admin2) >= 0) {
            return admin2;
        }
        return kind != Kind.ADMIN1 && places.find(admin1) >= 0 ? admin1 : country;
    }

    private static boolean printable(String name) {
        return name.length() > 2
                && name.length() <= 60
                && !NameHash.isAbbreviation(name)
                && name.chars().noneMatch(c -> Character.isDigit(c) || c == '/' || c == '|')
                && !(name.charAt(0) >= 'a' && name.charAt(0) <= 'z' && name.indexOf('-') < 0);
    }
}
