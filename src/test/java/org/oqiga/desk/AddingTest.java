package org.oqiga.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.oqiga.desk.DeskStore.AIGUL;
import static org.oqiga.desk.DeskStore.MARAT;
import static org.oqiga.desk.DeskStore.day;
import static org.oqiga.desk.DeskStore.patch;
import static org.oqiga.store.Told.Telling.of;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.store.Told;

class AddingTest {

    private static final Told.Telling RIOT =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted.");
    // as Told writes it: the line that begins a report is the sentence that nobody has read
    private static final Adding.Sentence MISSED = new Adding.Sentence("a.txt", 0, 12);
    private static final String PROTEST =
            "{'type': 'protest', 'from': '2022-01-04', 'to': '2022-01-05', 'place_id': 'geonames:1526384'}";

    private final DeskStore desk = new DeskStore();

    @BeforeEach
    void oneReport() {
        desk.empty();
        desk.take(new Told().report("a.txt", day(6), RIOT));
    }

    @Test
    void aMissedSentenceIsAnIncidentWithItsQuote() {
        var id = add(PROTEST);
        var facts = desk.facts(id);
        assertEquals("protest", facts.path("type").asText());
        assertEquals("2022-01-04", facts.path("start").asText());
        assertEquals("2022-01-05", facts.path("end").asText());
        assertEquals("Protest in Almaty", facts.path("title").asText());
        assertEquals("Report a.txt", facts.at("/sources/0/quote").asText());
        assertEquals("added", desk.history().get(0).path("what").asText());
        assertEquals("a.txt", desk.history().get(0).path("report").asText());
        assertThrows(RefusedException.class, () -> add(PROTEST));
    }

    @Test
    void itStaysWhenTheReportIsReadAgainAndGoesWithTheSentence() {
        var id = add(PROTEST);
        desk.readAgain(new Told().report("a.txt", day(6)));
        assertEquals(List.of(id), desk.ids());

        // another text under the name, without the line: the incident waits for it
        desk.takeText("a.txt", "Nothing of the sort.");
        assertEquals(List.of(), desk.ids());
        desk.takeText("a.txt", "It is said again. Report a.txt");
        assertEquals(List.of(id), desk.ids());
        assertEquals(18, desk.facts(id).at("/sources/0/start").asInt());
    }

    @Test
    void itIsOneWithWhatOtherReportsTellOfIt() {
        desk.take(new Told()
                .report(
                        "b.txt",
                        day(7),
                        of(IncidentType.PROTEST, Told.ALMATY, "2022-01-04", "2022-01-04", "A protest.")));
        var id = add(PROTEST);
        assertEquals("b.txt#0", id);
        assertEquals(2, desk.facts(id).path("reports").asInt());
    }

    @Test
    void whatTheExtractionHasComeToReadThereIsNotToldTwice() {
        var id = add("{'type': 'riot', 'from': '2022-01-05', 'place_id': 'geonames:1526384'}", sentenceOfTheRiot());
        assertEquals(2, desk.ids().size());
        desk.readAgain(new Told().report("a.txt", day(6), RIOT));
        assertEquals(List.of(id), desk.ids());
    }

    @Test
    void itIsTakenBackAndAddedAgain() {
        var id = add(PROTEST);
        long added = desk.latest();
        var undone = desk.undoing.undo(added, MARAT);
        assertEquals(List.of("a.txt#0"), desk.ids());
        desk.readAgain(new Told().report("a.txt", day(6), RIOT));
        assertEquals(List.of("a.txt#0"), desk.ids());

        desk.undoing.undo(undone.change(), AIGUL);
        assertEquals(List.of(id, "a.txt#0"), desk.ids());
    }

    @Test
    void whatIsMissingOrWrongIsNamedAsItWasCalled() {
        assertEquals("type", wrong("{'from': '2022-01-04', 'place_id': 'geonames:1526384'}"));
        assertEquals("from", wrong("{'type': 'riot', 'place_id': 'geonames:1526384'}"));
        assertEquals("place_id", wrong("{'type': 'riot', 'from': '2022-01-04'}"));
        assertEquals("from", wrong("{'type': 'riot', 'from': 'monday', 'place_id': 'geonames:1526384'}"));
        assertEquals(
                "to",
                wrong("{'type': 'riot', 'from': '2022-01-04', 'to': '2022-01-03', 'place_id': 'geonames:1526384'}"));
        assertThrows(WrongFieldException.class, () -> add(PROTEST, new Adding.Sentence("a.txt", 5, 5)));
        assertThrows(WrongFieldException.class, () -> add(PROTEST, new Adding.Sentence("a.txt", 5, 5000)));
        assertThrows(NotThereException.class, () -> add(PROTEST, new Adding.Sentence("z.txt", 0, 5)));
    }

    private String wrong(String fields) {
        return assertThrows(WrongFieldException.class, () -> add(fields)).field();
    }

    private static Adding.Sentence sentenceOfTheRiot() {
        return new Adding.Sentence("a.txt", 14, 32);
    }

    private String add(String fields) {
        return add(fields, MISSED);
    }

    private String add(String fields, Adding.Sentence sentence) {
        return desk.adding.add(sentence, patch(fields), AIGUL);
    }
}
