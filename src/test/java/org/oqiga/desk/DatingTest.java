package org.oqiga.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.oqiga.desk.DeskStore.AIGUL;
import static org.oqiga.desk.DeskStore.MARAT;
import static org.oqiga.desk.DeskStore.day;
import static org.oqiga.desk.DeskStore.json;
import static org.oqiga.store.Told.Telling.of;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;
import org.oqiga.store.Audience;
import org.oqiga.store.ReportRepository;
import org.oqiga.store.Told;

class DatingTest {

    private static final Told.Telling OF_THE_FIFTH =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted on Wednesday.");
    private static final Told.Telling OF_THE_TWELFTH =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-12", "2022-01-12", "Shops were looted on Wednesday.");

    private final DeskStore desk = new DeskStore();

    @BeforeEach
    void aReportWithTheDayOfItsDownload() {
        desk.empty();
        desk.take(new Told().report("a.txt", day(14), OF_THE_TWELFTH));
        desk.readFromNowOn(new Told().report("a.txt", day(6), OF_THE_FIFTH));
    }

    @Test
    void itsIncidentsAreReadAgainAsOfTheDayThatAPersonSays() {
        var outcome = desk.dating.date("a.txt", Optional.of(day(6)), AIGUL);
        assertEquals(List.of("a.txt#0"), outcome.incidents());
        assertEquals("2022-01-05", desk.facts("a.txt#0").path("start").asText());
        assertEquals("2022-01-06", published());
        assertEquals(
                "2022-01-06", desk.facts("a.txt#0").at("/sources/0/published").asText());
        var change = desk.history().get(0);
        assertEquals("{\"published\":\"2022-01-14\"}", change.path("before").toString());
        assertEquals("{\"published\":\"2022-01-06\"}", change.path("after").toString());
        assertEquals(
                Optional.empty(),
                desk.dating.date("a.txt", Optional.of(day(6)), AIGUL).change());
    }

    @Test
    void itHoldsWhenTheReportIsReadAgainAndWhenItComesInAgain() {
        desk.dating.date("a.txt", Optional.of(day(6)), AIGUL);
        desk.readAgain(new Told().report("a.txt", day(6), OF_THE_FIFTH));
        assertEquals("2022-01-06", published());

        desk.take(new Told().report("a.txt", day(14), OF_THE_FIFTH));
        assertEquals("2022-01-06", published());
        desk.take(new Told().report("a.txt", day(20), OF_THE_FIFTH, OF_THE_TWELFTH));
        assertEquals("2022-01-06", published());
        assertEquals(2, desk.ids().size());
    }

    @Test
    void itIsTakenBackToTheDayThatTheReportSaysAndSaidAgain() {
        desk.dating.date("a.txt", Optional.of(day(6)), AIGUL);
        var undone = desk.undoing.undo(desk.latest(), MARAT);
        assertEquals("2022-01-14", published());
        desk.undoing.undo(undone.change(), MARAT);
        assertEquals("2022-01-06", published());

        desk.take(new Told().report("a.txt", day(20), OF_THE_FIFTH));
        desk.dating.date("a.txt", Optional.empty(), AIGUL);
        assertEquals("2022-01-20", published());
    }

    @Test
    void aReportThatIsNotThereHasNoDay() {
        assertThrows(NotThereException.class, () -> desk.dating.date("z.txt", Optional.of(day(6)), AIGUL));
        assertThrows(NotThereException.class, () -> desk.dating.date("z.txt", Optional.empty(), AIGUL));
    }

    private String published() {
        return json(new ReportRepository(desk.database.connections())
                        .find("a.txt", Audience.INSIDERS)
                        .orElseThrow())
                .path("published")
                .asText();
    }
}
