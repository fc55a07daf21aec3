package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aSentenceMayBeginWithAFigure() {
        assertEquals(2, sentences("ru", "Люди перекрыли дорогу. 4 января цену снизили."));
        assertEquals(2, sentences("kk", "Жұрт алаңға шықты. 5 қаңтарда атыс болды."));
        assertEquals(2, sentences("en", "Shops were looted. 12 people died."));
        assertEquals(2, sentences("ru", "Они скандировали «Уходи!». 5 января их разогнали."));
    }

    @Test
    void aFigureBehindAnAbbreviationBeginsNone() {
        assertEquals(1, sentences("ru", "По ст. 272 осуждены двое, ущерб 3 млн. 200 тыс. тенге."));
        assertEquals(1, sentences("ru", "Указ от 3 сент. 2021 года отменен."));
    }

    private static int sentences(String language, String text) {
        return Words.of(text, language).sentences();
    }
}
