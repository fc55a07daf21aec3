package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopiesTest {

    @Test
    void theSameTextUnderAnotherHeadlineAndWithAParagraphLessIsACopy() {
        var text = text(1, 300);
        var cut =
                "Another headline. " + text.substring(0, text.length() * 7 / 10).replace(" ", "\n  ");

        assertTrue(Sketch.of(text).isSameTextAs(Sketch.of(cut)));
    }

    @Test
    void anotherTextThatQuotesTheSameStatementIsNone() {
        var statement = text(9, 60);

        assertFalse(Sketch.of(text(1, 200) + statement).isSameTextAs(Sketch.of(statement + text(2, 200))));
    }

    @Test
    void aRoundUpThatHasAWholeShortTextInItIsNone() {
        var text = text(1, 100);

        assertFalse(Sketch.of(text).isSameTextAs(Sketch.of(text(2, 200) + text + text(3, 200))));
    }

    @Test
    void aFlashOfOneLineIsACopyOnlyWhereItIsTheSameThroughout() {
        var flash = Sketch.of("Almaty: protesters storm the city hall, says our correspondent");

        assertTrue(flash.isSameTextAs(Sketch.of("ALMATY – Protesters storm the city hall, says our correspondent.")));
        assertFalse(flash.isSameTextAs(Sketch.of("Astana: protesters storm the city hall, says our correspondent")));
        assertFalse(Sketch.of("").isSameTextAs(Sketch.of("")));
    }

    @Test
    void tensOfThousandsOfTheSameTextAreGroupedWithoutComparingEachWithEach() {
        var sketch = Sketch.of(text(1, 300));
        var texts = IntStream.range(0, 40_000)
                .mapToObj(i -> new Copies.Text("r" + i, Optional.of(LocalDate.of(2022, 1, 5)), sketch))
                .toList();

        // each with each would be eight hundred million comparisons of a hundred numbers
        var originals = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Copies.originals(texts));
        assertEquals(39_999, originals.size());
        assertEquals(Set.of("r0"), Set.copyOf(originals.values()));
    }

    @Test
    void everyCopyIsFoundWithoutTheHashesThatAreCommon() {
        int copies = 0;
        for (int seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            var text = text(seed, 40 + chance.nextInt(200));
            var one = Sketch.of(text);
            var other = Sketch.of(
                    text(1000 + seed, chance.nextInt(60)) + text.substring(chance.nextInt(text.length() / 2)));
            var common = Arrays.stream(one.hashes())
                    .boxed()
                    .filter(hash -> chance.nextInt(10) < 7)
                    .collect(Collectors.toMap(hash -> hash, hash -> chance.nextDouble()));
            if (one.isSameTextAs(other)) {
                copies++;
                assertTrue(meet(one.telling(common), other.hashes()), text);
                assertTrue(meet(other.telling(common), one.hashes()), text);
            }
            int least = one.hashes().length;
            assertTrue(least < 8 || one.telling(common).length < least, "common hashes are left out");
        }
        assertTrue(copies > 50, copies + " copies");
    }

    private static boolean meet(long[] some, long[] others) {
        return Arrays.stream(some).anyMatch(hash -> Arrays.stream(others).anyMatch(other -> other == hash));
    }

    @Test
    void theOneThatWasPublishedFirstIsTheOriginalInWhateverOrderTheyCome() {
        var agency = new Copies.Text("z-agency", day(3), Sketch.of(text(1, 200)));
        var daily = new Copies.Text("a-daily", day(4), Sketch.of(text(1, 190)));
        var undated = new Copies.Text("b-site", Optional.empty(), Sketch.of(text(1, 170)));
        var other = new Copies.Text("other", day(2), Sketch.of(text(2, 200)));
        var expected = Map.of("a-daily", "z-agency", "b-site", "z-agency");

        assertEquals(expected, Copies.originals(List.of(agency, daily, undated, other)));
        assertEquals(expected, Copies.originals(List.of(undated, other, daily, agency)));
    }

    @Test
    void aMegabyteIsSketchedInAMoment() {
        var text = text(4, 150_000);
        long start = System.nanoTime();
        Sketch.of(text);
        long ms = (System.nanoTime() - start) / 1_000_000;

        assertTrue(ms < 2000, ms + " ms for " + text.length());
    }

    private static Optional<LocalDate> day(int ofJanuary) {
        return Optional.of(LocalDate.of(2022, 1, ofJanuary));
    }

    /** So many made-up words; the same seed begins with the same. */
    private static String text(int seed, int words) {
        var random = new Random(seed);
        return random.ints(words, 0, 3000).mapToObj(word -> "word" + word).collect(Collectors.joining(" ", "", " "));
    }
}
