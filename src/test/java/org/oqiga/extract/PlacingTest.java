package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.report.Report;

/** Which of the places around it an incident means. */
class PlacingTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void whereARoadLeadsIsNotWhereItIsBlocked() {
        assertEquals(
                List.of("Kulsary"),
                places("Kulsary, Kazakhstan. Oil workers have blocked the road to Tengiz since Tuesday."));
    }

    @Test
    void whereACommanderServesIsNotWhereTheCrowdChantsAgainstHim() {
        assertEquals(
                List.of("Zahedan"),
                places("In Zahedan, Iran, worshippers left the mosque on Friday. "
                        + "They marched on Friday against a police commander in Chabahar."));
    }

    @Test
    void aParagraphAfterOneAboutOneTownIsAboutThatTown() {
        assertEquals(
                List.of("Taraz", "Taraz"),
                places("Police used tear gas on Tuesday in Taraz, Kazakhstan.\n\n"
                        + "It was cold. On Tuesday night the crowd set fire to two buses."));
    }

    @Test
    void theRegionsOfARowAreRegions() {
        assertEquals(
                List.of("Coquimbo Region", "Valparaíso Region"),
                places("Chile declared a state of emergency on Sunday in the regions of Valparaíso and Coquimbo."));
    }

    @Test
    void inTheProvinceMeansTheProvinceOfTheTownNamedBefore() {
        assertTrue(places("In Zahedan, Iran, shops were looted on Tuesday. On Tuesday the internet in the province was"
                        + " cut.")
                .contains("Sistan and Baluchestan"));
    }

    @Test
    void thereMeansTheCapitalOfTheSentenceBefore() {
        assertTrue(places("Chile's soldiers patrolled the capital on Saturday. A general imposed a curfew there"
                        + " on Saturday.")
                .stream()
                .allMatch("Santiago"::equals));
    }

    @Test
    void whatNamesNoPlaceHappenedInTheTownOfTheDateline() {
        assertTrue(places("SANTIAGO, Jan 7 (Wire) - Chile's congress met on Friday.\n\nProtesters tore down a statue on"
                        + " Friday.")
                .contains("Santiago"));
    }

    @Test
    void aPartOfATollIsTheTownsAndTheTollTheCountrys() {
        assertEquals(
                List.of("Chile", "Santiago"),
                places("Chile's health ministry said on Friday that 64 people had been killed, 40 of them in"
                        + " Santiago."));
    }

    @Test
    void aGovernmentThatTheHeadlineHasSpeakIsNotWhereTheStoryIs() {
        assertEquals(
                List.of("Kazakhstan"),
                places("Why Moscow said yes to Kazakhstan\n\nMOSCOW, Jan 7 (Wire) - The Russian-led bloc, long kept by"
                        + " Moscow for show, went to work.\n\nThe president dismissed his cabinet on Friday.\n\nHe"
                        + " spoke in Kazakhstan."));
    }

    @Test
    void troopsOfAnAllianceAreSentToTheCountryNotToTheTownToldOfBefore() {
        assertTrue(
                places("In Aktau, Kazakhstan, shops were looted on Thursday. The CSTO is sending 2,500 peacekeepers.")
                        .contains("Kazakhstan"));
    }

    @Test
    void theCapitalOfTheCountryIsATown() {
        assertEquals(
                List.of("Khartoum"),
                places("Sudan is in turmoil. Soldiers shot ten people in Sudan's capital on Friday."));
    }

    @Test
    void aDeathThatIsKnownIsNotToldAgain() {
        assertEquals(
                List.of("Aktau"),
                places("Shops were looted in Aktau, Kazakhstan, on Friday. The death of his mother broke his heart."));
    }

    private static List<String> places(String text) {
        return EXTRACTOR
                .read(new Report(
                        "a.txt", text, Optional.of(LocalDate.of(2022, 1, 7)), "en", Optional.empty(), Optional.empty()))
                .incidents()
                .stream()
                .map(incident -> incident.place().name())
                .sorted()
                .toList();
    }
}
