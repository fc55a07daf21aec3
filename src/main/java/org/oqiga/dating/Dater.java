package org.oqiga.dating;

import java.util.List;
import java.util.Map;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** Finds the wordings of time in a report and says which days they mean. */
public final class Dater {

    private final Lexicon english = Lexicon.of("en");
    private final Map<String, Lexicon> lexicons = Map.of("en", english, "ru", Lexicon.of("ru"), "kk", Lexicon.of("kk"));

    /**
     * Returns the dates of a report in the order of its text, none overlapping. Without a publication date only those come
     * out that need none.
     */
    public List<Dated> date(Report report, Words words) {
        return new Chronicle(lexicons.getOrDefault(report.language(), english), report.published(), words).dates();
    }
}
