package org.oqiga.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.incident.IncidentType;
import org.oqiga.report.Report;

class PassagesTest {

    private static final Extractor EXTRACTOR = new Extractor(Gazetteer.load());

    @Test
    void aTownThatOpensAParagraphLabelsIt() {
        assertEquals(
                List.of("Pavlodar"),
                places(
                        IncidentType.ARREST,
                        "Новости из Казахстана.\n\nПавлодар. Людей было мало. Задержаны двое активистов."));
    }

    @Test
    void severalTownsThatOpenAParagraphLabelItTogether() {
        assertEquals(
                List.of("Pavlodar", "Semey"),
                places(
                        IncidentType.PROTEST,
                        "Новости из Казахстана.\n\n17:40 Павлодар и Семей. Люди вышли на площади."));
    }

    @Test
    void aTownAloneOnALineIsAHeadingUntilTheNextOne() {
        String text = "Новости из Казахстана.\n\nПавлодар\n\nУтро было тихим.\n\nДнем толпа разгромила рынок.\n\n"
                + "Тараз\n\nСнег шел весь день.\n\nЗадержаны сотни людей.";

        assertEquals(List.of("Pavlodar"), places(IncidentType.RIOT, text));
        assertEquals(List.of("Taraz"), places(IncidentType.ARREST, text));
    }

    @Test
    void whereFlightsGoNothingHappened() {
        assertEquals(
                List.of("Uralsk"),
                places(IncidentType.DISRUPTION, "В Уральске, Казахстан, отменили рейсы в Атырау и Актау."));
    }

    @Test
    void aTownBesideAnotherIsTheOneMeant() {
        assertEquals(
                List.of("Talgar"), places(IncidentType.RIOT, "Казахстан. В Талгаре под Алматы разграбили магазины."));
    }

    @Test
    void changesOfOneDayAreToldApartByTheirKind() {
        assertEquals(
                List.of("Kazakhstan", "Kazakhstan"),
                places(
                        IncidentType.POLITICS,
                        "Президент Казахстана принял отставку правительства. Он также возглавил Совет безопасности."));
    }

    @Test
    void aSiteAndItsTownInOneSentenceAreOneIncident() {
        assertEquals(
                1,
                places(
                                IncidentType.PROTEST,
                                "Казахстан. К митингу присоединились жители Актау, которые собрались на площади"
                                        + " Ынтымак.")
                        .size());
    }

    private static List<String> places(IncidentType type, String text) {
        var published = Optional.of(LocalDate.of(2022, 1, 7));
        var report = new Report("a report", text, published, "ru", Optional.empty(), Optional.empty());
        return EXTRACTOR.read(report).incidents().stream()
                .filter(incident -> incident.what().type() == type)
                .map(incident -> incident.place().name())
                .toList();
    }
}
