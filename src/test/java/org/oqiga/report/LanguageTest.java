package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Protesters gathered in the centre of Алматы, said the Ақорда press service.",
                "ru | В Алматы полицейские увезли почти сотню людей, сообщили в среду местные издания. Police.",
                "kk | Алматыда полиция жүзге жуық адамды ұстады, деп хабарлады сәрсенбіде.",
                "kk | Алматы бойынша тагы да карсылык болды деп жазды",
                "en | 2022",
            })
    void theLanguageIsToldByItsWordsAndLetters(String language, String text) {
        assertEquals(language, Language.of(text));
    }

    @ParameterizedTest
    @CsvSource({"ru-KZ, ru", "en_GB, en", "KK, kk"})
    void aDeclaredLanguageWins(String tag, String language) {
        assertEquals(language, read(tag));
    }

    @Test
    void aDeclaredLanguageThatIsNotReadIsLeftAside() {
        assertEquals("en", read("zz"));
    }

    private static String read(String tag) {
        var json = "{\"name\":\"a\",\"lang\":\"" + tag + "\",\"text\":\"Protesters gathered in the centre.\"}";
        var read = new Reports(Optional.empty()).read("a.json", json.getBytes(StandardCharsets.UTF_8));
        return read.get(0).success().orElseThrow().language();
    }
}
