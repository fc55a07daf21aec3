package org.oqiga.dating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

class DaterTest {

    private static final LocalDate THURSDAY = LocalDate.of(2022, 1, 6);

    @Test
    void theLineThatGivesThePublicationIsNoDateOfTheStory() {
        assertEquals(List.of(), spelt("date 2022-01-06 The town hall stands."));
    }

    @Test
    void aPublishedLineAndADatelineAreNoDatesOfTheStory() {
        assertEquals(
                List.of("on Wednesday 2022-01-05"),
                spelt("Fire in the port\n"
                        + "Published on January 6, 2022\n\n"
                        + "AKTAU, Jan 6 (Our Agency) - A store burned on Wednesday."));
    }

    @Test
    void aHeadingDatesTheEntriesBelowIt() {
        assertEquals(
                List.of(
                        "4 January 2022-01-04",
                        "18:30 2022-01-04",
                        "5 January, Wednesday 2022-01-05",
                        "07:15 2022-01-05"),
                spelt("A chronicle\n\n"
                        + "4 January\n\n"
                        + "18:30. A crowd forms.\n\n"
                        + "5 January, Wednesday\n\n"
                        + "07:15. It is gone.\n"));
    }

    @Test
    void theClockOfAChronologyTurnsToTheNextDayAfterMidnight() {
        assertEquals(
                List.of("Wednesday's 2022-01-05", "22:40 2022-01-05", "00:20 2022-01-06"),
                spelt("Wednesday's march, hour by hour\n\n22:40. A crowd forms.\n\n00:20. It is gone.\n"));
    }

    @Test
    void aClockWithoutADayIsOfTheDayTheStoryStandsOn() {
        assertEquals(
                List.of("on Wednesday 2022-01-05", "At about 3pm 2022-01-05"),
                spelt("The palace fell on Wednesday.\n\nAt about 3pm they climbed over the gates."));
    }

    @Test
    void aClockAfterACountOfDaysIsOfTheLastOfThem() {
        assertEquals(
                List.of("for a third day 2022-01-04", "as of 17:00 (local time) 2022-01-06"),
                spelt("The line was blocked for a third day. The net is down as of 17:00 (local time)."));
    }

    @Test
    void aDayEarlierInAnotherParagraphIsCountedFromTheStorysDay() {
        assertEquals(
                List.of("on January 5 2022-01-05", "on January 2 2022-01-02", "a day earlier 2022-01-04"),
                spelt("They met on January 5 to mourn a man who died on January 2.\n\n"
                        + "The bank had shut a day earlier."));
    }

    @Test
    void theSameDayIsTheStorysNotTheOneLookedBackAt() {
        assertEquals(
                List.of("on January 5 2022-01-05", "on January 2 2022-01-02", "the same day 2022-01-05"),
                spelt("They met on January 5 to mourn a man who died on January 2.\n\nOthers marched the same day."));
    }

    @Test
    void theNightOfAnEntryFollowsTheDayToldOfUnlessItOpensIt() {
        assertEquals(
                List.of(
                        "4 January 2022-01-04",
                        "during the night 2022-01-04",
                        "5 January 2022-01-05",
                        "Overnight 2022-01-04"),
                spelt("Events\n\n"
                        + "4 January: People marched and were dispersed during the night.\n"
                        + "5 January: Overnight it burned.\n"));
    }

    @Test
    void anHourOfAnotherPlacesClockStaysADay() {
        var dated = WordingsTest.date("en", THURSDAY, "It was posted at 1:20 a.m. Moscow time.")
                .get(0);
        assertEquals("day", dated.period().precision().label());
    }

    @Test
    void aDayInAPassageOnAnotherYearBelongsToThatYear() {
        assertEquals(
                List.of("In December 2011 2011-12-01", "on December 16 2011-12-16"),
                spelt("In December 2011 the workers struck, and on December 16 police fired."));
    }

    @Test
    void withoutAPublicationOnlyAbsoluteDatesComeOut() {
        assertEquals(
                List.of("On 5 January 2022 2022-01-05", "on January 6 2022-01-06", "the next day 2022-01-07"),
                spelt(
                        Optional.empty(),
                        "On 5 January 2022 a store burned; on January 6 another, the next day a third. Since Sunday,"
                                + " it rains."));
    }

    @Test
    void withoutAnyYearADayOfAMonthIsPassedOver() {
        assertEquals(List.of(), spelt(Optional.empty(), "A store burned on January 5 and again yesterday."));
    }

    @Test
    void datesComeInTheOrderOfTheTextAndAreItsVeryWords() {
        var text = "On Monday, 3 January, until 5 p.m. on Tuesday, from January 4 to 6, since 1991, 16:44 and by"
                + " Wednesday.";
        int end = 0;
        for (var dated : WordingsTest.date("en", THURSDAY, text)) {
            assertTrue(dated.start() >= end);
            assertEquals(dated.text(), text.substring(dated.start(), dated.end()));
            end = dated.end();
        }
    }

    @Test
    void anUnknownLanguageIsReadAsEnglish() {
        assertEquals(
                1, WordingsTest.date("de", THURSDAY, "It burned on Wednesday.").size());
    }

    @Test
    void impossibleDaysAreNoDates() {
        assertEquals(List.of(), spelt("It says February 30, 2022, and 31.02.2022, and 2022-13-45."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "January ",
                "5-",
                "on ",
                "from January 5 to ",
                "16:44\n",
                "early in the morning of the ",
                "a, ",
                "в ночь с 5 на ",
                "on Wednesday ",
                "\u200b\u0000عربي 😀 2022-01-05 "
            })
    void aMillionSignsOfOneKindAreReadInTime(String unit) {
        var text = unit.repeat(1_000_000 / unit.length());
        for (var language : List.of("en", "ru", "kk")) {
            var words = Words.of(text, language);
            var report = new Report("a", text, Optional.of(THURSDAY), language, Optional.empty(), Optional.empty());
            assertTimeout(Duration.ofSeconds(10), () -> new Dater().date(report, words));
        }
    }

    @Test
    void midweekBeginsADayBeforeTheLastWednesday() {
        assertEquals(List.of("at midweek 2022-01-04"), spelt("The fire reached the port at midweek."));
    }

    @Test
    void whatCouldBeHeardOrWasTakenSomewhereIsPast() {
        // as above: by a verb of the future Saturday would be the one to come
        assertEquals(List.of("on Saturday 2022-01-01"), spelt("Shots could be heard in the port on Saturday."));
        assertEquals(List.of("on Saturday 2022-01-01"), spelt("The dead were brought to morgues on Saturday."));
        assertEquals(List.of("on Saturday 2022-01-08"), spelt("The port could reopen on Saturday."));
    }

    @Test
    void whatWasRefusedOrLedSomewhereIsPast() {
        // the publication is a Thursday: Saturday lies nearer in front than behind
        assertEquals(List.of("on Saturday 2022-01-01"), spelt("The crowd refused to leave the port on Saturday."));
        assertEquals(List.of("on Saturday 2022-01-01"), spelt("The road to the port was lost on Saturday."));
        assertEquals(List.of("on Saturday 2022-01-08"), spelt("The unions agreed to meet on Saturday."));
    }

    private static List<String> spelt(String text) {
        return spelt(Optional.of(THURSDAY), text);
    }

    private static List<String> spelt(Optional<LocalDate> published, String text) {
        var report = new Report("a", text, published, "en", Optional.empty(), Optional.empty());
        return new Dater()
                .date(report, Words.of(text, "en")).stream()
                        .map(dated -> dated.text() + " " + dated.period().firstDay())
                        .toList();
    }
}
