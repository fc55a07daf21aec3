package org.oqiga.store.cql;

import java.util.Locale;
import java.util.Optional;

/** Walks over the signs of a filter; what it passes over never comes back. */
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        skipSpace();
        return at >= text.length();
    }

    /** The next sign that is no space; NUL at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    /** Passes {@code sign} if it is next. */
    boolean take(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char sign) {
        if (!take(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    /** Passes this word if it is next, in capitals or not. */
    boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        if (!text.regionMatches(true, at, word, 0, word.length())
                || (end < text.length() && inName(text.charAt(end)))) {
            return false;
        }
        at = end;
        return true;
    }

    /** The comparison that is next. */
    Optional<String> comparison() {
        skipSpace();
        for (var sign : new String[] {"<>", "<=", ">=", "=", "<", ">"}) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }

    /** A name that is next, quoted or not. */
    String name() {
        if (peek() == '"') {
            return quoted('"');
        }
        int start = at;
        while (at < text.length() && inName(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw expected("an attribute, a value or a function");
        }
        return text.substring(start, at);
    }

    /** The name that is next, in capitals, without passing it. */
    String peekName() {
        skipSpace();
        int end = at;
        while (end < text.length() && inName(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toUpperCase(Locale.ROOT);
    }

    /** A string in quotes; a quote within it is doubled, or has a backslash before it. */
    String string() {
        if (peek() != '\'') {
            throw expected("a text in single quotes");
        }
        return quoted('\'');
    }

    private String quoted(char quote) {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean more = at < text.length();
            if (c == '\\' && more && text.charAt(at) == quote) {
                value.append(text.charAt(at++));
            } else if (c != quote) {
                value.append(c);
            } else if (more && text.charAt(at) == quote) {
                value.append(quote);
                at++;
            } else {
                return value.toString();
            }
        }
        at = start;
        throw expected("a closing " + quote);
    }

    double number() {
        skipSpace();
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            double number = Double.parseDouble(text.substring(start, at));
            if (Double.isFinite(number) && (at == text.length() || !inName(text.charAt(at)))) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        at = start;
        throw expected("a number");
    }

    /** Everything up to the parenthesis that closes the next one; at most {@code deepest} lie in one another. */
    String shape(int deepest) {
        int start = at;
        int open = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && ++open > deepest) {
                at = i;
                throw expected("no more than " + deepest + " parentheses in one another");
            }
            boolean closed = c == ')' && --open <= 0;
            boolean empty = open == 0 && text.regionMatches(true, i, "EMPTY", 0, 5);
            if (closed || empty) {
                at = closed ? i + 1 : i + 5;
                return text.substring(start, at);
            }
        }
        throw expected("a closing \")\"");
    }

    Cql2Exception expected(String what) {
        var here = at >= text.length()
                ? "it ends"
                : "there is \"" + text.substring(at, Math.min(text.length(), at + 20)) + "\"";
        return new Cql2Exception("expected " + what + " at sign " + (at + 1) + ", where " + here);
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '.';
    }
}
