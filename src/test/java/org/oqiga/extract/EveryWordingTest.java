package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.report.Report;

/** The wordings and the makes of sentences that each language is known to be read in, some thousands of them, one by one. */
class EveryWordingTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());
    private static final LocalDate MONDAY = LocalDate.of(2022, 1, 10);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en,On 5 January %s in Aktobe.", "ru,5 января в Актобе %s.", "kk,5 қаңтарда Ақтөбеде %s."})
    void everyWordingTellsOfItsType(String language, String sentence) throws IOException {
        var missed = new ArrayList<String>();
        List<String> types = List.of();
        for (var line : lines(language + ".txt")) {
            if (line.startsWith("[")) {
                types = List.of(line.substring(1, line.length() - 1).split(","));
                continue;
            }
            for (var wording : line.split(" / ")) {
                var told = types;
                boolean right = read(language, sentence.formatted(wording)).stream()
                        .anyMatch(incident -> told.contains(incident.type().label()));
                if (!right) {
                    missed.add(types + " " + wording);
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en", "ru", "kk"})
    void everyMakeOfSentenceTellsWhatWhereAndWhen(String language) throws IOException {
        var missed = new ArrayList<String>();
        for (var line : lines("sentences-" + language + ".txt")) {
            var parts = line.split(" \\| ", 2);
            var incidents = read(language, parts[1].replace("\\n", "\n"));
            for (var wanted : parts[0].split(" & ")) {
                if (incidents.stream().noneMatch(incident -> fits(wanted.split(" "), incident))) {
                    missed.add(wanted + ": " + parts[1]);
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    /** A type or several, the beginning of the place's name, the day. */
    private static boolean fits(String[] wanted, Incident incident) {
        var day = LocalDate.parse(wanted[2]);
        return List.of(wanted[0].split(",")).contains(incident.type().label())
                && incident.place().name().replace(' ', '_').startsWith(wanted[1])
                && incident.period().firstDay().equals(day)
                && incident.period().lastDay().equals(day);
    }

    private static List<Incident> read(String language, String text) {
        return EXTRACTOR
                .read(new Report("plain", text, Optional.of(MONDAY), language, Optional.empty(), Optional.empty()))
                .incidents();
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = EveryWordingTest.class.getResourceAsStream("/plain/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
