package org.oqiga.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the language of a text by its function words and by the letters that only that language has. */
public final class Language {

    private static final Map<String, Language> KNOWN = load();
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int SAMPLE = 6000;

    private final Set<String> words = new HashSet<>();
    private String letters = "";

    private Language() {}

    /** The language of {@code text} as a two-letter code: the one of the known languages that fits best. */
    public static String of(String text) {
        var points = new LinkedHashMap<String, Integer>();
        KNOWN.keySet().forEach(code -> points.put(code, 0));
        var found = WORD.matcher(text.substring(0, Math.min(text.length(), SAMPLE)));
        while (found.find()) {
            var word = found.group().toLowerCase(Locale.ROOT);
            KNOWN.forEach((code, language) -> points.merge(code, language.points(word), Integer::sum));
        }
        var best = KNOWN.keySet().iterator().next();
        for (var code : points.keySet()) {
            if (points.get(code) > points.get(best)) {
                best = code;
            }
        }
        return best;
    }

    /** The two-letter code of a language tag such as {@code ru-KZ}; empty where it is none of the known languages. */
    static Optional<String> code(String tag) {
        var code = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return KNOWN.containsKey(code) ? Optional.of(code) : Optional.empty();
    }

    private int points(String word) {
        int points = words.contains(word) ? 2 : 0;
        for (int i = 0; i < word.length(); i++) {
            if (letters.indexOf(word.charAt(i)) >= 0) {
                return points + 1;
            }
        }
        return points;
    }

    private static Map<String, Language> load() {
        var known = new LinkedHashMap<String, Language>();
        try (var in = Language.class.getResourceAsStream("languages.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split("\t");
                if (line.startsWith("#") || cells.length < 3) {
                    continue;
                }
                var language = known.computeIfAbsent(cells[0], code -> new Language());
                if (cells[1].equals("letters")) {
                    language.letters = cells[2];
                } else {
                    language.words.addAll(Set.of(cells[2].split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
