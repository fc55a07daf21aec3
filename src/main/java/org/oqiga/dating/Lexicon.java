package org.oqiga.dating;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.oqiga.report.Lore;
import org.oqiga.report.Words;

/**
 * The wordings of time of one language, read from its file {@code dates-xx.txt}.
 *
 * <p>Sections: {@code [settings]}, {@code [words]} (classes and their forms), {@code [times]}, {@code [spans]} (months and
 * years, which need a preposition), {@code [dates]} (what stands alone) and {@code [wordings]} (dates with what frames them).
 */
final class Lexicon {

    private static final Set<String> PARTS = Set.of("date", "span", "time");

    final Grammar<Boolean> times = new Grammar<>();
    final Grammar<DateKind> spans = new Grammar<>();
    final Grammar<DateKind> dates = new Grammar<>();
    final Grammar<Frame> wordings = new Grammar<>();
    private final Map<String, List<Entry>> words = new HashMap<>();
    private final Map<String, Set<String>> cues = new HashMap<>();
    private final Set<String> capitals = new HashSet<>();
    private boolean verbLast;

    /**
     * What is known of a word wherever it stands.
     *
     * @param spoken whether a pattern has it
     * @param readings what it may say, phrases that begin with it included
     * @param hint where it points by itself
     */
    record Known(
            boolean opensWording,
            boolean opensDate,
            boolean opensSpan,
            boolean opensTime,
            boolean spoken,
            List<Entry> readings,
            Lean hint) {

        /** Whether it goes on with no pattern, unless with one that takes any word. */
        boolean silent() {
            return !spoken && readings.isEmpty() && !opensDate && !opensSpan && !opensTime;
        }
    }

    private final Lore<Known> known = new Lore<>(word -> know(word.folded()));

    private Lexicon() {}

    static Lexicon of(String language) {
        var lexicon = new Lexicon();
        String file = "dates-" + language + ".txt";
        try (var in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            lexicon.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
        return lexicon;
    }

    private void read(BufferedReader lines) throws IOException {
        Map<String, BiConsumer<String, String>> sections = Map.of(
                "settings",
                this::setting,
                "words",
                this::word,
                "times",
                (kind, pattern) -> times.add(true, pattern),
                "spans",
                (kind, pattern) -> spans.add(DateKind.valueOf(constant(kind)), pattern),
                "dates",
                (kind, pattern) -> dates.add(DateKind.valueOf(constant(kind)), pattern),
                "wordings",
                this::wording);
        var section = sections.get("settings");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            line = line.trim();
            int equals = line.indexOf(" = ");
            if (line.startsWith("[") && line.endsWith("]") && equals < 0) {
                section = sections.get(line.substring(1, line.length() - 1));
            } else if (equals > 0 && !line.startsWith("#") && section != null) {
                section.accept(
                        line.substring(0, equals).trim(),
                        line.substring(equals + 3).trim());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("not a line of a lexicon: " + line);
            }
        }
        for (var grammar : List.of(wordings, dates, spans, times)) {
            openers(grammar, grammar.openers, new HashSet<>());
        }
    }

    private void wording(String name, String pattern) {
        var frame = Frame.valueOf(constant(name));
        if (frame.needsDate() && !pattern.contains("<date>") && !pattern.contains("<span>")) {
            throw new IllegalArgumentException("a wording needs a <date> or a <span>: " + pattern);
        }
        wordings.add(frame, pattern);
    }

    private static String constant(String kind) {
        return kind.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void setting(String name, String value) {
        switch (name) {
            case "capitals" -> capitals.addAll(Arrays.asList(value.split("\\s+")));
            case "verb-last" -> verbLast = Boolean.parseBoolean(value);
            default -> throw new IllegalArgumentException("there is no setting " + name);
        }
    }

    private void word(String head, String forms) {
        String[] parts = head.split("\\s+");
        if (parts[0].startsWith("cue.")) {
            cues.computeIfAbsent(parts[0].substring(4), c -> new HashSet<>())
                    .addAll(Forms.spell(forms.split("\\s+\\|\\s+")));
            return;
        }
        int value = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        Field field = Field.of(parts[0]);
        for (var form : Forms.spell(forms.split("\\s+\\|\\s+"))) {
            var phrase = List.of(form.split("\\s+"));
            words.computeIfAbsent(phrase.get(0), w -> new ArrayList<>())
                    .add(new Entry(
                            parts[0], field, value, phrase.subList(1, phrase.size()), capitals.contains(parts[0])));
        }
    }

    /** Collects the words that can open a wording, so that all others cost one look. */
    private void openers(Grammar<?> grammar, Set<String> openers, Set<String> classes) {
        openers.addAll(grammar.root.words());
        for (var name : grammar.root.classes()) {
            if (!classes.add(name)) {
                continue;
            }
            if (PARTS.contains(name)) {
                openers(name.equals("date") ? dates : name.equals("span") ? spans : times, openers, classes);
            }
        }
        words.forEach((word, entries) -> {
            if (entries.stream().anyMatch(entry -> classes.contains(entry.className()))) {
                openers.add(word);
            }
        });
    }

    /** What is known of the word. */
    Known known(Words text, int word) {
        return known.of(text.word(word));
    }

    private Known know(String folded) {
        boolean spoken = Stream.of(wordings, dates, spans, times).anyMatch(grammar -> grammar.spoken.contains(folded));
        return new Known(
                opens(wordings, folded),
                opens(dates, folded),
                opens(spans, folded),
                opens(times, folded),
                spoken,
                List.copyOf(readings(folded)),
                Lean.hint(this, folded));
    }

    /** Whether a pattern of the grammar can begin with the word. */
    private static boolean opens(Grammar<?> grammar, String folded) {
        return grammar.openers.contains(folded) || isFigure(folded);
    }

    private List<Entry> readings(String folded) {
        return isFigure(folded) ? Figures.read(folded) : words.getOrDefault(folded, List.of());
    }

    private static boolean isFigure(String folded) {
        char first = folded.isEmpty() ? 'x' : folded.charAt(0);
        return first >= '0' && first <= '9';
    }

    /** The words that hint at something: {@code past}, {@code future}, {@code near}, {@code perfect}, {@code header}. */
    Set<String> cues(String name) {
        return cues.getOrDefault(name, Set.of());
    }

    /** Whether the verb that tells the tense stands behind the date rather than before it. */
    boolean verbLast() {
        return verbLast;
    }
}
