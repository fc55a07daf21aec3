package org.oqiga.dating;

import java.util.List;
import java.util.Map;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** Finds the wordings of time in a report and says which days they mean. */
public final class Dater {

    private static final Lexicon ENGLISH = Lexicon.of("en");
    private static final Map<String, Lexicon> LEXICONS =
            Map.of("en", ENGLISH, "ru", Lexicon.of("ru"), "kk", Lexicon.of("kk"));

    /**
     * Returns the dates of a report in the order of its text, none overlapping. Without a publication date only those come
     * out that need none.
     */
    public List<Dated> date(Report report, Words words) {
        return new Chronicle(LEXICONS.getOrDefault(report.language(), ENGLISH), report.published(), words).dates();
    }
}
