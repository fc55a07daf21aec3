import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the styles of a folder to where they are served from, smaller: comments and blanks go, and the names that styles alone have
 * for their values, such as {@code --label}, become a letter, the same in every file. All are written each time, also where one alone
 * has changed, because the letters hang together.
 */
public final class Styles {

    private static final Pattern NAME = Pattern.compile("--[a-z][-a-z]*");

    private Styles() {}

    public static void main(String[] arguments) throws IOException {
        var from = Path.of(arguments[0]);
        var to = Path.of(arguments[1]);
        List<Path> files;
        try (var all = Files.walk(to)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        var styles = new HashMap<Path, String>();
        var others = new StringBuilder();
        for (var file : files) {
            if (file.toString().endsWith(".css")) {
                styles.put(file, less(Files.readString(from.resolve(to.relativize(file)))));
            } else if (file.toString().matches(".*\\.(js|html|svg)")) {
                others.append(Files.readString(file));
            }
        }
        var letters = letters(styles, others.toString());
        for (var style : styles.entrySet()) {
            Files.writeString(
                    style.getKey(),
                    NAME.matcher(style.getValue())
                            .replaceAll(name -> letters.getOrDefault(name.group(), name.group())));
        }
    }

    /** Takes out comments, and blanks where no style needs them; in a quoted text, only those beside a brace, comma or semicolon. */
    private static String less(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,]) ?", "$1")
                .replaceAll("([{;][-\\w]+|\\([a-z]+-[a-z]+): ", "$1:")
                .replaceAll("(?<=[ :,(])0\\.(?=\\d)", ".")
                .replaceAll("=\"([a-zA-Z][-\\w]*)\"]", "=$1]")
                .replace(" > ", ">")
                .replace(";}", "}")
                .strip();
    }

    /** A letter for each name, as long as there are some, the most frequent first; what a script or a page says too is kept. */
    private static Map<String, String> letters(Map<Path, String> styles, String others) {
        var count = new HashMap<String, Integer>();
        styles.values().forEach(css -> NAME.matcher(css)
                .results()
                .forEach(name -> count.merge(name.group(), name.group().length(), Integer::sum)));
        var names = count.keySet().stream()
                .filter(name -> !others.contains(name))
                .sorted(Comparator.<String, Integer>comparing(name -> -count.get(name))
                        .thenComparing(name -> name))
                .limit('z' - 'a' + 1)
                .toList();
        var letters = new HashMap<String, String>();
        names.forEach(name -> letters.put(name, "--" + (char) ('a' + letters.size())));
        return letters;
    }
}
