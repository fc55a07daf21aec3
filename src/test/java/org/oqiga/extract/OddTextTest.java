package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.report.Report;
import org.oqiga.report.Reports;
import org.oqiga.report.Sent;

/** Whatever signs stand round a sentence, and however long a text is, what it tells is found. */
class OddTextTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());
    private static final LocalDate PUBLISHED = LocalDate.of(2022, 1, 7);
    private static final String SENTENCE = "A crowd set fire to the city hall of Taraz in Kazakhstan on Wednesday.";

    // a hundred times what it takes; a time that grows with the square of the length would be far over it
    private static final Duration LONG = Duration.ofMinutes(3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🔥🔥 %s 👨‍👩‍👧‍👦",
                "اندلعت احتجاجات في المدينة. %s خرج الناس إلى الشارع.",
                "<p>Alerts &amp; news</p> %s <a href=\"x\" onclick='y()'>more</a><br/>",
                "\u200b\ufeff%s\u200b\u200e",
                "\u202e\u2066%s\u2069\u202c",
                "\u0001\u0007\u001b[31m%s\u0000\u0008",
                "\ud83d %s \udd25",
                "\u0085\u2028%s\u2029\f"
            })
    void signsOfEveryKindRoundASentenceHideNothing(String round) {
        var report = read(round.formatted(SENTENCE));
        var incidents = EXTRACTOR.read(report).incidents();

        assertEquals(List.of("Taraz"), places(incidents));
        var quote = incidents.get(0).sources().get(0).quote();
        assertEquals(quote.text(), report.text().substring(quote.start(), quote.end()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"})
    void signsOfNoWidthWithinWordsHideNothing(String sign) {
        var report = read(SENTENCE.replace("ar", "a" + sign + "r").replace("fire", "fi" + sign + "re"));

        assertEquals(List.of("Taraz"), places(EXTRACTOR.read(report).incidents()));
    }

    @Test
    void aSentenceOfAHundredThousandWordsIsReadToItsEnd() {
        var words = "and then they walked on ".repeat(20_000);

        assertTimeoutPreemptively(
                LONG, () -> extraction("They met, " + words + "until a crowd set fire to cars. " + SENTENCE));
    }

    @Test
    void aSentenceOfAHundredThousandTownsIsReadToItsEnd() {
        var towns = "Taraz, Aktobe, Almaty, Oral, ".repeat(25_000);

        assertTimeoutPreemptively(LONG, () -> extraction("Rallies were held in " + towns + "and Aktau on Wednesday."));
    }

    @Test
    void aSentenceOfTensOfThousandsOfListsIsReadToItsEnd() {
        var lists =
                "people protested in Almaty, Taraz, and Aktobe and two were killed and 5 hurt in Oral, ".repeat(8_000);
        assertTimeoutPreemptively(LONG, () -> extraction("On 5 January " + lists + "and that was all. " + SENTENCE));
    }

    @Test
    void aReportOfAMegabyteIsReadToItsEnd() {
        var text = IntStream.range(0, 15_000)
                .mapToObj(i -> "On Wednesday " + i + " people were detained at a rally in the town, officials said. ")
                .collect(Collectors.joining("\n"));
        assertTrue(text.length() > 1024 * 1024);

        assertTimeoutPreemptively(LONG, () -> extraction(text + SENTENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'", "1,", "a\u200b", "U.", "a-", "(", "\"", "“", "\n", "é́", "Al ", "5 January "})
    void hundredThousandsOfOneSignAreReadToTheirEnd(String sign) {
        assertTimeoutPreemptively(LONG, () -> extraction(sign.repeat(200_000) + ". " + SENTENCE));
    }

    private static Extraction extraction(String text) {
        return EXTRACTOR.read(read(text));
    }

    private static Report read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var sent = new Sent("r.txt", Optional.empty(), Optional.empty(), Optional.of(PUBLISHED), bytes);
        return Reports.read(sent).success().orElseThrow();
    }

    private static List<String> places(List<Incident> incidents) {
        return incidents.stream().map(incident -> incident.place().name()).toList();
    }
}
