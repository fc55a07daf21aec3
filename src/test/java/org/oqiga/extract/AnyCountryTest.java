package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.Incident;
import org.oqiga.report.Report;

/** What reports of any country say in ways that no one of them taught us. */
class AnyCountryTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void aTownThatOnlySaysWhereAnotherLiesIsNoPlaceOfTheIncident() {
        assertEquals(
                List.of("Narsingdi"),
                places("Bangladesh. On Tuesday crowds looted shops in Narsingdi, north-east of Dhaka."));
        assertEquals(
                List.of("Kaskelen"),
                places("Kazakhstan. In Kaskelen, some 25 km west of Almaty, a crowd burned two buses on Tuesday."));
    }

    @Test
    void ofATownAndItsPartThePartIsThePlace() {
        assertEquals(
                List.of("Nanterre"), places("France. Youths burned cars on Tuesday in the Paris suburb of Nanterre."));
        assertEquals(
                List.of("Nanterre"),
                places("France. Youths burned cars on Tuesday in Nanterre, a western suburb of Paris."));
    }

    @Test
    void theLargestCityIsKnownWithoutItsName() {
        assertEquals(
                List.of("Almaty"), places("On Tuesday looters smashed shop windows in Kazakhstan's largest city."));
        assertEquals(
                List.of("Kazakhstan"),
                places("On Tuesday looters smashed shop windows in Kazakhstan's second largest city."));
    }

    @Test
    void whatHappensAtParliamentHappensInTheCapital() {
        assertEquals(List.of("Nairobi"), places("Kenya is tense. Protesters overran parliament on Tuesday."));
    }

    @Test
    void whatParliamentDecidesIsDecidedForTheCountry() {
        assertEquals(
                List.of("Kenya"), places("Kenya is tense. Lawmakers in parliament voted down the tax on Tuesday."));
    }

    @Test
    void aWordThatASmallPlaceAbroadIsCalledByIsNoPlace() {
        assertEquals(List.of("Abuja"), places("Nigeria. In Abuja cars were burnt in the Apo district on Tuesday."));
    }

    @Test
    void aCountryInTheNameOfAStadiumStaysACountry() {
        assertEquals(
                List.of("France"),
                places("Zoé Martin sang at the Stade de France. Riots broke out across France on Tuesday."));
    }

    @Test
    void theSpeakerOfTheSentenceBeforeIsStillTheSpeaker() {
        assertEquals(
                List.of("Almaty", "Kazakhstan"),
                places("Protesters marched in Almaty on Tuesday. The interior ministry of Kazakhstan gave no details."
                        + " More than 200 people had been detained, it said."));
    }

    @Test
    void servicesGoOnBeingTheCountrysWhereTheSentenceBeforeIsAboutAllOfIt() {
        assertEquals(
                List.of("Almaty", "Kazakhstan", "Kazakhstan"),
                places("Kazakhstan. Protesters marched in Almaty on Tuesday. The internet was cut across the country"
                        + " on Wednesday. Schools are closed."));
    }

    @Test
    void whatWillStayShutIsShut() {
        assertEquals(List.of("disruption"), types("Schools in Taraz, Kazakhstan, will stay shut on Friday."));
    }

    @Test
    void whatCouldBeHeardWasHeard() {
        assertEquals(List.of("attack"), types("Bursts of gunfire could be heard in Taraz, Kazakhstan, on Thursday."));
    }

    @Test
    void theDateOfWhatIsToldAsideIsNotTheDateOfTheRest() {
        var incidents = read("The president of Kazakhstan declared a state of emergency in Almaty, where the protests"
                + " began on Sunday.");

        assertEquals(LocalDate.of(2022, 1, 7), incidents.get(0).period().lastDay());
    }

    @Test
    void theWordsOfADateAreNoWordsOfPassing() {
        assertEquals(
                List.of("Aktau", "Taraz"),
                places("Kazakhstan. By Tuesday rallies in solidarity had been held in Aktau and Taraz."));
    }

    @Test
    void aProtestAbroadInAnswerToTheStoryIsTold() {
        assertEquals(
                List.of("Almaty", "Bishkek"),
                places("Kazakhstan. Soldiers fired on a crowd in Almaty on Tuesday. In Bishkek a few dozen people"
                        + " protested outside the embassy of Kazakhstan on Thursday."));
    }

    @Test
    void aProtestAbroadOfLongAgoIsOnlyAComparison() {
        assertEquals(
                List.of("Almaty"),
                places("Kazakhstan. Soldiers fired on a crowd in Almaty on Tuesday. In August 2020 people protested in"
                        + " Minsk."));
    }

    @Test
    void anHourInPassingIsNotTheDayOfWhatFollows() {
        var incidents =
                read("Taraz, Kazakhstan. Earlier, buses stopped at 9 p.m. in Taraz.\n\nA hotel burned in Shymkent.");

        assertEquals(LocalDate.of(2022, 1, 6), incidents.get(1).period().firstDay());
    }

    @Test
    void aDateAtTheHeadOfALaterPartIsNotThePagesOwn() {
        var text = "Хроника\n\n5 января\n12:10 В Жанаозене прошел митинг.\n7 января\n01:15 В Таразе прошел митинг.\n";
        var incidents = EXTRACTOR
                .read(new Report(
                        "any.txt",
                        text,
                        Optional.of(LocalDate.of(2022, 1, 7)),
                        "ru",
                        Optional.empty(),
                        Optional.empty()))
                .incidents();

        assertEquals(
                List.of(LocalDate.of(2022, 1, 5), LocalDate.of(2022, 1, 7)),
                incidents.stream().map(i -> i.period().firstDay()).toList());
    }

    private static List<String> places(String text) {
        return read(text).stream().map(i -> i.place().name()).toList();
    }

    private static List<String> types(String text) {
        return read(text).stream().map(i -> i.type().label()).toList();
    }

    private static List<Incident> read(String text) {
        // a Friday
        var published = LocalDate.of(2022, 1, 7);
        return EXTRACTOR
                .read(new Report("any.txt", text, Optional.of(published), "en", Optional.empty(), Optional.empty()))
                .incidents();
    }
}
