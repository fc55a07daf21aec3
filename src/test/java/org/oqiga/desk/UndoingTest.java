package org.oqiga.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.desk.DeskStore.AIGUL;
import static org.oqiga.desk.DeskStore.MARAT;
import static org.oqiga.desk.DeskStore.day;
import static org.oqiga.desk.DeskStore.patch;
import static org.oqiga.store.Told.Telling.of;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;
import org.oqiga.store.Told;

class UndoingTest {

    private static final String ID = "a.txt#0";

    private final DeskStore desk = new DeskStore();

    @BeforeEach
    void threeReportsOfOneDay() {
        desk.empty();
        desk.take(new Told()
                .report(
                        "a.txt",
                        day(6),
                        of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted."))
                .report(
                        "b.txt",
                        day(7),
                        of(IncidentType.SEIZURE, Told.ALMATY, "2022-01-05", "2022-01-05", "A hall was taken."))
                .report(
                        "c.txt",
                        day(8),
                        of(IncidentType.ARSON, Told.ALMATY, "2022-01-05", "2022-01-05", "A car burned.")));
    }

    @Test
    void anUndoneCorrectionIsGoneAndSoIsItsUndoing() {
        long change = change("{'type': 'seizure', 'title': 'The hall is seized'}");
        var undone = desk.undoing.undo(change, MARAT);
        assertEquals("riot", type());
        assertEquals(List.of(ID), undone.incidents());
        assertEquals(undone.change(), desk.history().get(0).path("undone_by").asLong());

        desk.undoing.undo(undone.change(), AIGUL);
        assertEquals("seizure", type());
        assertEquals("The hall is seized", desk.facts(ID).path("title").asText());
        assertTrue(desk.history().get(0).path("undone_by").isNull());
        assertEquals(
                List.of("aigul", "marat", "aigul"),
                desk.history().stream().map(each -> each.path("who").asText()).toList());
    }

    @Test
    void whatALaterChangeOfTheSameFieldStandsOnIsNotUndone() {
        long first = change("{'type': 'seizure', 'title': 'One'}");
        long other = change("{'status': 'verified'}");
        long later = change("{'title': 'Two'}");
        assertThrows(RefusedException.class, () -> desk.undoing.undo(first, MARAT));

        desk.undoing.undo(other, MARAT);
        desk.undoing.undo(later, MARAT);
        desk.undoing.undo(first, MARAT);
        assertEquals("{}", desk.kept(ID).desk().patch());
        assertThrows(RefusedException.class, () -> desk.undoing.undo(first, MARAT));
    }

    @Test
    void anUndoingThatALaterChangeStandsOnStays() {
        long first = change("{'title': 'One'}");
        long undoing = desk.undoing.undo(first, MARAT).change();
        change("{'title': 'Two'}");
        assertThrows(RefusedException.class, () -> desk.undoing.undo(undoing, MARAT));
        assertEquals("Two", desk.facts(ID).path("title").asText());
    }

    @Test
    void aMergeOfManyIsTakenBackAsAWholeAndMadeAgain() {
        var merged = desk.judgement.same(List.of(ID, "b.txt#0", "c.txt#0"), AIGUL);
        assertEquals(List.of(ID), List.copyOf(merged.incidents()));
        assertEquals(1, desk.history().size());
        assertEquals(3, desk.facts(ID).path("reports").asInt());

        var undone = desk.undoing.undo(merged.change(), MARAT);
        assertEquals(3, desk.ids().size());
        desk.undoing.undo(undone.change(), MARAT);
        assertEquals(List.of(ID), desk.ids());
    }

    @Test
    void aMergeThatASplitStandsOnIsNotUndone() {
        var merged = desk.judgement.same(List.of(ID, "b.txt#0", "c.txt#0"), AIGUL);
        var split = desk.judgement.different(ID, List.of("c.txt#0"), AIGUL);
        assertEquals(2, desk.ids().size());
        assertThrows(RefusedException.class, () -> desk.undoing.undo(merged.change(), MARAT));

        desk.undoing.undo(split.change(), MARAT);
        assertEquals(1, desk.ids().size());
        desk.undoing.undo(merged.change(), MARAT);
        assertEquals(3, desk.ids().size());
    }

    @Test
    void whatWasCorrectedBeforeAMergeIsThereAgainAfterItsUndoing() {
        desk.amending.change("b.txt#0", Optional.empty(), patch("{'title': 'The hall'}"), AIGUL);
        var merged = desk.judgement.same(List.of(ID, "b.txt#0"), AIGUL);
        desk.undoing.undo(merged.change(), AIGUL);
        assertEquals("The hall", desk.facts("b.txt#0").path("title").asText());
    }

    @Test
    void theCorrectionOfAnIncidentThatHasGoneCanBeUndone() {
        long change = change("{'title': 'Looting'}");
        desk.readAgain(
                new Told().report("a.txt", day(6)).report("b.txt", day(7)).report("c.txt", day(8)));
        desk.undoing.undo(change, MARAT);
        assertEquals(2, desk.history().size());
    }

    @Test
    void whatWasNeverChangedIsNotUndone() {
        assertThrows(NotThereException.class, () -> desk.undoing.undo(987_654_321, MARAT));
    }

    private String type() {
        return desk.facts(ID).path("type").asText();
    }

    private long change(String patch) {
        desk.amending.change(ID, Optional.empty(), patch(patch), AIGUL);
        return desk.latest();
    }
}
