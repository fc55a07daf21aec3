package org.oqiga.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oqiga.incident.IncidentType;

/**
 * Reads a lexicon file. Sections: {@code [class NAME]}, {@code [clause]}, {@code [number]}, {@code [form]},
 * {@code [nothing]}, {@code [TYPE]}; alternatives are parted by " / ", those of one word by "|", a gloss follows " = ", conditions follow " | ", "! "
 * before a line makes its wordings exceptions, a hash begins a comment.
 */
final class LexiconReader {

    private final Symbols symbols = new Symbols();
    private final List<Lexicon.ClassEntry> classes = new ArrayList<>();
    private final List<Lexicon.Opener> openers = new ArrayList<>();
    private final List<Wording> nothings = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Double> numbers = new HashMap<>();

    private LexiconReader() {}

    static Lexicon read(String language) {
        String file = language + ".lexicon";
        var stream = LexiconReader.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalArgumentException("no lexicon for the language \"" + language + "\"");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new LexiconReader().read(file, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lexicon read(String file, List<String> lines) {
        String section = "";
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n).replaceFirst("(^|\\s)#.*", "").strip();
            try {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isEmpty()) {
                    entry(section, line);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + (n + 1) + ": " + e.getMessage(), e);
            }
        }
        return new Lexicon(symbols, classes, openers, nothings, rules, numbers);
    }

    private void entry(String section, String text) {
        boolean exception = text.startsWith("! ");
        String line = exception ? text.substring(2) : text;
        if (section.startsWith("class ")) {
            wordClass(section.substring("class ".length()), line, exception);
        } else if (section.equals("clause")) {
            wordings(line).forEach(wording -> openers.add(new Lexicon.Opener(wording, exception)));
        } else if (section.equals("nothing")) {
            nothings.addAll(wordings(line));
        } else if (section.equals("form")) {
            Arrays.stream(line.split(" / ")).forEach(this::form);
        } else if (section.equals("number")) {
            String[] sides = line.split(" = ");
            for (String word : sides[0].split(" / ")) {
                numbers.put(word.strip(), Double.valueOf(sides[1].strip()));
            }
        } else if (exception) {
            rules.set(rules.size() - 1, rules.get(rules.size() - 1).except(wordings(line)));
        } else {
            var type = IncidentType.of(section)
                    .orElseThrow(() -> new IllegalArgumentException("no section is called [" + section + "]"));
            rules.add(rule(type, line.split(" \\| ")));
        }
    }

    /** Spells out {@code {a,b}{c,d}}, and lets a stem take each ending. */
    private void form(String ending) {
        int open = ending.indexOf('{');
        if (open < 0) {
            symbols.form(ending);
            return;
        }
        int close = ending.indexOf('}', open);
        for (String one : ending.substring(open + 1, close).split(",", -1)) {
            form(ending.substring(0, open) + one + ending.substring(close + 1));
        }
    }

    private void wordClass(String name, String line, boolean exception) {
        String[] sides = line.split(" = ");
        Optional<String> gloss = sides.length > 1 ? Optional.of(sides[1].strip()) : Optional.empty();
        for (var wording : wordings(sides[0])) {
            classes.add(new Lexicon.ClassEntry(symbols.wordClass(name), wording, gloss, exception));
        }
    }

    private List<Wording> wordings(String alternatives) {
        return Arrays.stream(alternatives.split(" / "))
                .flatMap(text -> spell(text.strip()).stream())
                .map(text -> Wording.of(text, symbols))
                .toList();
    }

    /** "Forced|fought their way in|into" is four wordings. */
    private static List<String> spell(String text) {
        List<String> spelt = List.of("");
        for (String part : text.split("\\s+")) {
            List<String> longer = new ArrayList<>();
            for (String head : spelt) {
                for (String choice : part.split("\\|")) {
                    longer.add(head.isEmpty() ? choice : head + " " + choice);
                }
            }
            spelt = longer;
        }
        return spelt;
    }

    private Rule rule(IncidentType type, String[] fields) {
        List<Rule.Condition> conditions = new ArrayList<>();
        Set<Rule.Trait> traits = EnumSet.noneOf(Rule.Trait.class);
        Optional<String> title = Optional.empty();
        for (int i = 1; i < fields.length; i++) {
            String field = fields[i].strip();
            String word = field.contains(" ") ? field.substring(0, field.indexOf(' ')) : field;
            String rest = field.substring(word.length()).strip();
            switch (word) {
                case "noun", "national", "promise", "toll", "yields" -> traits.add(
                        Rule.Trait.valueOf(word.toUpperCase(Locale.ROOT)));
                case "title" -> title = Optional.of(rest);
                case "before", "after", "near" -> conditions.add(condition(word, true, rest));
                case "not-before", "not-after", "not-near" -> conditions.add(condition(word.substring(4), false, rest));
                default -> throw new IllegalArgumentException("no condition is called \"" + word + "\"");
            }
        }
        return new Rule(type, wordings(fields[0]), List.of(), conditions, traits, title);
    }

    private Rule.Condition condition(String side, boolean wanted, String classNames) {
        int[] numbersOfClasses = Arrays.stream(classNames.split("\\s+"))
                .mapToInt(symbols::wordClass)
                .toArray();
        return new Rule.Condition(Rule.Side.valueOf(side.toUpperCase(Locale.ROOT)), wanted, numbersOfClasses);
    }
}
