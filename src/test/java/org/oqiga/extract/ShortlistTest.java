package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oqiga.report.Words;

class ShortlistTest {

    private final Symbols symbols = new Symbols();
    private final Shortlist<String> shortlist = new Shortlist<>();

    @Test
    void aGapTakesUpToFourWordsAndNamesItsWordingOnce() {
        add("broke ... down", "gap");

        assertEquals(List.of("gap"), at("broke down"));
        assertEquals(List.of("gap"), at("broke the old gate down down"));
        assertEquals(List.of(), at("broke the old and rusty gate down"));
    }

    @Test
    void wordingsThatShareABeginningComeInTheOrderOfTheLexicon() {
        add("set fire to", "fire");
        add("set", "set");
        add("set _ to", "any");

        assertEquals(List.of("fire", "set", "any"), at("set fire to it"));
        assertEquals(List.of("set", "any"), at("set sail to it"));
    }

    @Test
    void noWordingGoesOnOverTheEndOfASentence() {
        add("set fire", "fire");

        assertEquals(List.of(), at("set.\n\nFire everywhere."));
    }

    private void add(String wording, String entry) {
        var one = Wording.of(wording, symbols);
        shortlist.add(entry, one, one.length());
    }

    private List<String> at(String text) {
        var words = Words.of(text, "en");
        var lexicon = new Lexicon(symbols, List.of(), List.of(), List.of(), List.of(), Map.of());
        return shortlist.at(Tagged.of(words, lexicon), 0, words.endWord(words.sentence(0)));
    }
}
