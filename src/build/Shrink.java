import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstPrivateName;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstType;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstVarDeclKind;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstBool;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import com.caoccao.javet.swc4j.options.Swc4jTransformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the scripts of a folder smaller, in place: SWC reads and prints the scripts, and what one of them alone knows
 * gets a short name. SWC for Java has no shortener of its own; a name is swapped wherever it stands, so that no scope changes.
 */
public final class Shrink {

    private static final Set<Swc4jAstType> SCOPES = Set.of(
            Swc4jAstType.Module,
            Swc4jAstType.BlockStmt,
            Swc4jAstType.Function,
            Swc4jAstType.Constructor,
            Swc4jAstType.SetterProp,
            Swc4jAstType.ArrowExpr,
            Swc4jAstType.ForStmt,
            Swc4jAstType.ForOfStmt,
            Swc4jAstType.ForInStmt,
            Swc4jAstType.SwitchStmt,
            Swc4jAstType.CatchClause);
    private static final Set<Swc4jAstType> DECLARING = Set.of(
            Swc4jAstType.BindingIdent,
            Swc4jAstType.FnDecl,
            Swc4jAstType.ClassDecl,
            Swc4jAstType.ImportNamedSpecifier,
            Swc4jAstType.ImportStarAsSpecifier,
            Swc4jAstType.ImportDefaultSpecifier);

    /** One place where a name stands, and what it stands in, innermost first. */
    private record Name(String text, ISwc4jAst node, List<ISwc4jAst> in) {

        /** How many code points come before it. */
        int start() {
            return node.getSpan().getStart();
        }

        boolean declares() {
            var parent = in.get(0);
            return DECLARING.contains(parent.getType())
                    && in.get(1).getType() != Swc4jAstType.AssignExpr
                    && (parent.getType() != Swc4jAstType.ImportNamedSpecifier || parent.getChildNodes().get(0) == node);
        }

        /** Where the name is known that is declared here; too narrow is safe, too wide is not. */
        ISwc4jAst scope() {
            return in.stream().filter(node -> SCOPES.contains(node.getType())).findFirst().orElseThrow();
        }

        boolean exported() {
            return in.get(0).getType().name().startsWith("Export")
                    || declares()
                            && in.stream()
                                    .takeWhile(node -> !SCOPES.contains(node.getType()))
                                    .anyMatch(node -> node.getType() == Swc4jAstType.ExportDecl);
        }

        /** What to write here; where the name is a property's or another file's, too, that one is kept beside. */
        String instead(String shorter) {
            var parent = in.get(0);
            if (parent.getType() == Swc4jAstType.ObjectLit
                    || in.size() > 1 && in.get(1).getType() == Swc4jAstType.AssignPatProp && declares()) {
                return text + ":" + shorter;
            }
            if (parent.getType() == Swc4jAstType.ImportNamedSpecifier) {
                return parent.getChildNodes().size() == 1 ? text + " as " + shorter : declares() ? shorter : text;
            }
            return shorter;
        }
    }

    private Shrink() {}

    public static void main(String[] arguments) throws IOException, Swc4jCoreException {
        List<Path> files;
        try (var all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".js")).toList();
        }
        var swc = new Swc4j();
        for (var file : files) {
            Files.writeString(file, script(swc, Files.readString(file)));
        }
    }

    private static String script(Swc4j swc, String source) throws Swc4jCoreException {
        var printed = printed(swc, joined(swc, shortNames(swc, source)));
        // the last semicolon of a block says nothing, unless it stands in a text or is all that a loop does
        var less = printed.replace(";}", "}");
        return printed(swc, less).equals(printed) ? less : printed;
    }

    private static String printed(Swc4j swc, String source) throws Swc4jCoreException {
        return swc.transform(
                        source,
                        new Swc4jTransformOptions()
                                .setMediaType(Swc4jMediaType.JavaScript)
                                .setParseMode(Swc4jParseMode.Module)
                                .setSourceMap(Swc4jSourceMapOption.None)
                                .setOmitLastSemi(true))
                .getCode();
    }

    private static ISwc4jAst parsed(Swc4j swc, String source) throws Swc4jCoreException {
        return swc.parse(
                        source,
                        new Swc4jParseOptions()
                                .setMediaType(Swc4jMediaType.JavaScript)
                                .setParseMode(Swc4jParseMode.Module)
                                .setCaptureAst(true))
                .getProgram();
    }

    /** Declares together what is declared one after the other, and writes true, false and const shorter. */
    private static String joined(Swc4j swc, String source) throws Swc4jCoreException {
        var text = new StringBuilder(source);
        var edits = new TreeMap<Integer, Edit>(Comparator.reverseOrder());
        edits(parsed(swc, source), edits);
        edits.forEach((from, edit) -> {
            int start = source.offsetByCodePoints(0, from);
            int end = source.offsetByCodePoints(0, edit.to());
            if (source.substring(start, end).matches(edit.what())) {
                text.replace(start, end, edit.by());
            }
        });
        return text.toString();
    }

    /** What is put up to a point in the place of that which looks like this. */
    private record Edit(int to, String what, String by) {}

    private static void edits(ISwc4jAst node, Map<Integer, Edit> edits) {
        if (node instanceof Swc4jAstBool is) {
            edits.put(is.getSpan().getStart(), new Edit(is.getSpan().getEnd(), "true|false", is.isValue() ? "!0" : "!1"));
        }
        Swc4jAstVarDecl before = null;
        for (var child : node.getChildNodes()) {
            var now = child instanceof Swc4jAstVarDecl one && one.getKind() == Swc4jAstVarDeclKind.Const ? one : null;
            if (before != null && now != null) {
                int from = before.getSpan().getEnd() - 1;
                int to = now.getSpan().getStart() + "const ".length();
                edits.put(from, new Edit(to, "(?s);.*const ", ","));
            } else if (now != null) {
                int start = now.getSpan().getStart();
                edits.put(start, new Edit(start + "const".length(), "const", "let"));
            }
            before = now;
            edits(child, edits);
        }
    }

    private static String shortNames(Swc4j swc, String source) throws Swc4jCoreException {
        var names = new ArrayList<Name>();
        collect(parsed(swc, source), new ArrayDeque<>(), names);
        var shorter = shorter(names);
        // from the end, so that what comes before stays where it is
        var edits = new TreeMap<Integer, Name>(Comparator.reverseOrder());
        names.stream().filter(name -> shorter.containsKey(name.text())).forEach(name -> edits.put(name.start(), name));
        var text = new StringBuilder(source);
        edits.forEach((points, name) -> {
            int start = source.offsetByCodePoints(0, points);
            if (!source.startsWith(name.text(), start)) {
                throw new IllegalStateException("SWC sees " + name.text() + " at " + points + ", where it is not");
            }
            text.replace(start, start + name.text().length(), name.instead(shorter.get(name.text())));
        });
        return text.toString();
    }

    private static void collect(ISwc4jAst node, Deque<ISwc4jAst> in, List<Name> names) {
        if (node instanceof Swc4jAstIdent ident) {
            names.add(new Name(ident.getSym(), node, List.copyOf(in)));
        } else if (node instanceof Swc4jAstPrivateName name) {
            names.add(new Name("#" + name.getName(), node, List.copyOf(in)));
        }
        in.push(node);
        node.getChildNodes().forEach(child -> collect(child, in, names));
        in.pop();
    }

    /** A new name for each that this file alone knows, the shortest for the most frequent; no two get the same. */
    private static Map<String, String> shorter(List<Name> names) {
        var scopes = new HashMap<String, Set<ISwc4jAst>>();
        names.stream()
                .filter(Name::declares)
                .forEach(name -> scopes.computeIfAbsent(name.text(), text -> new HashSet<>()).add(name.scope()));
        var kept = new HashSet<String>();
        var count = new HashMap<String, Integer>();
        for (var name : names) {
            count.merge(name.text(), name.text().length(), Integer::sum);
            var known = scopes.getOrDefault(name.text(), Set.of());
            if (!name.text().startsWith("#") && (name.exported() || name.in().stream().noneMatch(known::contains))) {
                kept.add(name.text());
            }
        }
        var result = new HashMap<String, String>();
        var next = new int[2];
        count.keySet().stream()
                .filter(text -> !kept.contains(text))
                .sorted(Comparator.<String, Integer>comparing(text -> -count.get(text)).thenComparing(text -> text))
                .forEach(text -> {
                    boolean hidden = text.startsWith("#");
                    String name;
                    do {
                        name = (hidden ? "#" : "") + letters(next[hidden ? 1 : 0]++);
                    } while (kept.contains(name) || Set.of("as", "do", "if", "in", "is", "of").contains(name));
                    result.put(text, name);
                });
        return result;
    }

    private static String letters(int number) {
        var letter = String.valueOf((char) ("aA".charAt(number / 26 % 2) + number % 26));
        return number < 52 ? letter : letters(number / 52 - 1) + letter;
    }
}
