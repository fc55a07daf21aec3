package org.oqiga.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.store.Told.Telling.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.desk.Amending;
import org.oqiga.desk.Dating;
import org.oqiga.desk.RefusedException;
import org.oqiga.desk.Undoing;
import org.oqiga.incident.IncidentType;
import org.oqiga.link.Linker;
import org.oqiga.store.Audience;
import org.oqiga.store.Database;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.InvalidQueryException;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

class JudgementTest {

    private static final Atlas ATLAS = new Atlas();
    private static final By AIGUL = new By("aigul", Optional.of("two shopping streets"));
    private static final Told.Telling RIOT =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted.");
    private static final Told.Telling PROTEST =
            of(IncidentType.PROTEST, Told.ALMATY, "2022-01-04", "2022-01-04", "People gathered at the market.");

    private final Database database = TestCluster.shared();
    private final Judgement judgement = new Judgement(database.connections(), Told::zone, new Linker()::link);
    private final Undoing undoing = new Undoing(
            database.connections(),
            ATLAS,
            new Amending(database.connections(), ATLAS),
            judgement,
            new Testimony(database.connections(), new Linker()::link),
            new Dating(database.connections(), ATLAS, () -> new Told().ingest(database)));

    @BeforeEach
    void anEmptyStore() throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE report, mention, telling, incident, place, history, decision, verdict, correction");
        }
    }

    @Test
    void whatAPersonPartsStaysPartedWhateverComesIn() {
        take(new Told().report("a.txt", day(5), RIOT).report("b.txt", day(6), RIOT));
        var ruling = judgement.different("a.txt#0", List.of("b.txt#0"), AIGUL);

        assertEquals(Set.of("a.txt#0", "b.txt#0"), ruling.incidents());
        take(new Told().report("c.txt", day(7), RIOT));
        assertEquals(2, reports().size());
        assertTrue(reports().stream().noneMatch(told -> told.containsAll(List.of("a.txt", "b.txt"))));
    }

    @Test
    void itIsStillPartedWhenOtherRulesHaveReadTheReportsAgain() {
        var told = new Told().report("a.txt", day(5), RIOT).report("b.txt", day(6), RIOT);
        take(told);
        judgement.different("a.txt#0", List.of("b.txt#0"), AIGUL);
        told.ingest(database, "better rules", new Linker()::link).renew(() -> false, Told.SILENT);

        assertEquals(List.of(List.of("a.txt"), List.of("b.txt")), reports());
    }

    @Test
    void whatAPersonJoinsIsOneOverTypesAndDaysAndStaysSo() {
        take(new Told().report("a.txt", day(5), PROTEST).report("b.txt", day(6), RIOT));
        judgement.same(List.of("a.txt#0", "b.txt#0"), AIGUL);
        assertEquals(List.of(List.of("a.txt", "b.txt")), reports());

        take(new Told().report("c.txt", day(7), RIOT));
        assertEquals(List.of(List.of("a.txt", "b.txt", "c.txt")), reports());
    }

    @Test
    void anUndoneDecisionLeavesNoTraceButInTheHistory() {
        take(new Told().report("a.txt", day(5), PROTEST).report("b.txt", day(6), RIOT));
        var before = reports();
        var joined = judgement.same(List.of("a.txt#0", "b.txt#0"), AIGUL);
        var parted = undoing.undo(joined.change(), new By("marat", Optional.empty()));

        assertEquals(before, reports());
        assertEquals(List.of("a.txt#0", "b.txt#0"), parted.incidents());
        var history = history("a.txt#0");
        assertEquals(2, history.size());
        assertEquals("merged", history.get(0).path("what").asText());
        assertEquals("aigul", history.get(0).path("who").asText());
        assertEquals("two shopping streets", history.get(0).path("why").asText());
        assertTrue(history.get(0).hasNonNull("at"));
        assertEquals(
                2,
                history.get(0).path("after").path("incidents").path("a.txt#0").size());
        assertEquals(history.get(1).path("id"), history.get(0).path("undone_by"));
        assertEquals(history, history("b.txt#0"));
        assertEquals("undone", history.get(1).path("what").asText());
        assertEquals("marat", history.get(1).path("who").asText());
    }

    @Test
    void partingWhatWasJoinedByRuleCanBeUndone() {
        take(new Told().report("a.txt", day(5), RIOT).report("b.txt", day(6), RIOT));
        var parted = judgement.different("a.txt#0", List.of("b.txt#0"), AIGUL);
        undoing.undo(parted.change(), AIGUL);

        assertEquals(List.of(List.of("a.txt", "b.txt")), reports());
        assertThrows(RefusedException.class, () -> undoing.undo(parted.change(), AIGUL));
    }

    @Test
    void theLaterDecisionOverrulesTheEarlierOne() {
        take(new Told().report("a.txt", day(5), RIOT).report("b.txt", day(6), RIOT));
        judgement.different("a.txt#0", List.of("b.txt#0"), AIGUL);
        var joined = judgement.same(List.of("a.txt#0", "b.txt#0"), AIGUL);
        assertEquals(1, reports().size());

        undoing.undo(joined.change(), AIGUL);
        assertEquals(2, reports().size());
    }

    @Test
    void everyTellingSaysWhyItWasJoined() {
        take(new Told().report("a.txt", day(5), RIOT).report("b.txt", day(6), RIOT));
        var tellings = json(new IncidentRepository(database.connections())
                .find("a.txt#0", Audience.INSIDERS)
                .orElseThrow()
                .tellings());

        assertTrue(tellings.at("/0/joined").isNull());
        assertEquals("b.txt", tellings.at("/1/report").asText());
        assertEquals("2022-01-05", tellings.at("/1/joined/first_day").asText());
        assertEquals(1.0, tellings.at("/1/joined/shared_words").asDouble());
    }

    @Test
    void nothingIsPartedFromItselfOrJoinedWithWhatIsNotThere() {
        take(new Told().report("a.txt", day(5), RIOT));

        assertThrows(InvalidQueryException.class, () -> judgement.different("a.txt#0", List.of("a.txt#0"), AIGUL));
        assertThrows(InvalidQueryException.class, () -> judgement.same(List.of("a.txt#0", "nothing"), AIGUL));
    }

    private void take(Told told) {
        told.ingest(database, "rules", new Linker()::link).take(told.unread(), Told.SILENT);
    }

    /** The reports of each incident. */
    private List<List<String>> reports() {
        var found = new ArrayList<List<String>>();
        try {
            new IncidentRepository(database.connections())
                    .rows(
                            IncidentFilter.ALL,
                            OptionalInt.empty(),
                            row -> found.add(
                                    row.ofSources("report").stream().sorted().toList()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private JsonNode history(String incident) {
        return json(new IncidentRepository(database.connections())
                .find(incident, Audience.INSIDERS)
                .orElseThrow()
                .history());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2022, 1, ofJanuary);
    }
}
