package org.oqiga.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a format alone says of a report; what is missing is then looked for in the text.
 *
 * @param language as declared, such as {@code en} or {@code ru-KZ}
 */
record Draft(
        String text,
        Optional<LocalDate> published,
        Optional<String> language,
        Optional<String> title,
        Optional<String> url,
        Optional<String> author) {

    // of no meaning to a reader, and refused by PostgreSQL (U+0000) or by XML (the others)
    private static final Pattern MEANINGLESS =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r\\f\\x85]]|\\p{Cs}|[\\uFFFE\\uFFFF]");

    private static final int LONGEST_NAME = 200;

    Draft {
        text = legible(text);
        title = title.map(Draft::legible);
        author = author.map(Draft::legible)
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
    }

    static Draft of(String text) {
        return new Draft(
                text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A space for every control character and half of a pair, and a new line for a new page, so that offsets hold. */
    private static String legible(String text) {
        return MEANINGLESS.matcher(text.replace('\f', '\n')).replaceAll(" ");
    }

    /** The same with the address that it was got from, unless it says its own. */
    Draft from(Optional<String> address) {
        return new Draft(text, published, language, title, url.or(() -> address), author);
    }

    /** The same with whoever is said to have written it, unless it says so itself. */
    Draft by(Optional<String> somebody) {
        return new Draft(text, published, language, title, url, author.or(() -> somebody));
    }

    /** The report this makes, under {@code name}; {@code published} counts only where the report has no date of its own. */
    Report report(String name, Optional<LocalDate> published) throws UnreadableException {
        if (text.isBlank()) {
            throw new UnreadableException("has no text; a report needs some");
        }
        return new Report(
                name,
                text,
                this.published.or(() -> PublicationDate.in(text)).or(() -> published),
                language.flatMap(Language::code).orElseGet(() -> Language.of(text)),
                title.or(() -> Headline.of(text)),
                url,
                author);
    }
}
