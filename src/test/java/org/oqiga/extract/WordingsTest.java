package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.report.Words;

/** Sentences in the manner of agencies, by language: each must give its type, and talk must give nothing. */
class WordingsTest {

    private static final Path WORDINGS = Path.of("src/test/resources/wordings");

    @ParameterizedTest(name = "the sentences in {0} tell of what they say")
    @ValueSource(strings = {"en", "ru", "kk"})
    void everySentenceTellsOfItsType(String language) throws IOException {
        var misunderstood = Files.readAllLines(WORDINGS.resolve(language + ".txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> !tells(language, line.split("\\|", 2)))
                .toList();

        assertEquals(List.of(), misunderstood);
    }

    private static boolean tells(String language, String[] typeAndSentence) {
        var text = Tagged.of(Words.of(typeAndSentence[1].strip(), language), Lexicon.of(language));
        var doubt = new Doubt(text);
        var told = LeadFinder.find(text).stream()
                .filter(lead -> doubt.of(lead).isEmpty())
                .map(lead -> lead.rule().type().label())
                .toList();
        return typeAndSentence[0].equals("none") ? told.isEmpty() : told.contains(typeAndSentence[0]);
    }
}
