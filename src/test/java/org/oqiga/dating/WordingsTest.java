package org.oqiga.dating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.oqiga.incident.TimePrecision;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/** The table of wordings, one a row; a row without a wording says that its text holds no date. */
class WordingsTest {

    private static final Dater DATER = new Dater();

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "wordings.csv", delimiter = '|', numLinesToSkip = 1)
    void aWordingMeansTheDaysThatAReaderExpects(
            String language,
            LocalDate published,
            String text,
            String wording,
            String from,
            String to,
            String precision,
            String bearing) {
        var dates = date(language, published, text);
        if (wording == null) {
            assertEquals(List.of(), dates);
            return;
        }
        var expected = String.join(" ", wording, from, to, precision, bearing);
        var found = dates.stream()
                .map(WordingsTest::spell)
                .filter(spelt -> spelt.startsWith(wording + " "))
                .findFirst()
                .orElse("not in " + dates.stream().map(WordingsTest::spell).toList());
        assertEquals(expected, found);
    }

    static List<Dated> date(String language, LocalDate published, String text) {
        var report = new Report("a", text, Optional.of(published), language, Optional.empty(), Optional.empty());
        return DATER.date(report, Words.of(text, language));
    }

    static String spell(Dated dated) {
        var period = dated.period();
        boolean hour = period.precision() == TimePrecision.HOUR;
        return String.join(
                " ",
                dated.text(),
                hour ? period.start().toString() : period.firstDay().toString(),
                hour ? period.end().toString() : period.lastDay().toString(),
                period.precision().label(),
                dated.bearing().name().toLowerCase(Locale.ROOT));
    }
}
