package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Status;

class TimelineTest {

    private final Database database = TestCluster.shared();
    private final TimelineRepository timeline = new TimelineRepository(database.connections());

    @ParameterizedTest
    @EnumSource(TimelineRepository.Step.class)
    void whatIsCountedAsIncidentsComeAndGoIsWhatThereIs(TimelineRepository.Step step) {
        take(protest("2031-03-05"), seizure("2031-03-05T16:44"));
        same(step, Audience.PUBLIC);
        // told otherwise: one has another day, the other is gone
        take(protest("2031-03-06"));
        same(step, Audience.PUBLIC);
        assertTrue(
                timeline.counts(IncidentFilter.ALL, TimelineRepository.Step.DAY).contains("2031-03-06"));
        assertTrue(!timeline.counts(IncidentFilter.ALL, TimelineRepository.Step.DAY)
                .contains("2031-03-05"));
    }

    @Test
    void whatIsRejectedIsNotCounted() throws SQLException {
        take(protest("2032-03-05"));
        var before = timeline.counts(IncidentFilter.ALL, TimelineRepository.Step.DAY);
        change("UPDATE incident SET status = 'rejected' WHERE days && daterange('2032-03-05', '2032-03-06')");
        assertNotEquals(before, timeline.counts(IncidentFilter.ALL, TimelineRepository.Step.DAY));
        same(TimelineRepository.Step.DAY, Audience.PUBLIC);
        change("UPDATE incident SET status = 'extracted' WHERE days && daterange('2032-03-05', '2032-03-06')");
        assertEquals(before, timeline.counts(IncidentFilter.ALL, TimelineRepository.Step.DAY));
    }

    @Test
    void whatIsHiddenIsCountedForThoseWhoMaySeeItAlone() throws SQLException {
        take(protest("2033-03-05"), seizure("2033-03-05T16:44"));
        var before = counts(Audience.PUBLIC);
        change("UPDATE incident SET hidden = true WHERE days && daterange('2033-03-05', '2033-03-06') AND type ="
                + " 'seizure'");
        assertNotEquals(before, counts(Audience.PUBLIC));
        assertEquals(before, counts(Audience.INSIDERS));
        assertEquals("[]", counts(Audience.PUBLIC_OF_THE_VERIFIED));
        for (var audience : Audience.values()) {
            same(TimelineRepository.Step.DAY, audience);
            same(TimelineRepository.Step.HOUR, audience);
        }
        change("UPDATE incident SET status = 'verified' WHERE days && daterange('2033-03-05', '2033-03-06')");
        assertTrue(counts(Audience.PUBLIC_OF_THE_VERIFIED).contains("\"total\":1,"));
        change("UPDATE incident SET hidden = false, status = 'extracted'");
        assertEquals(before, counts(Audience.PUBLIC));
    }

    private String counts(Audience audience) {
        var filter = filter(Set.of(), Set.of(), OptionalDouble.empty(), audience);
        return timeline.counts(filter, TimelineRepository.Step.DAY);
    }

    @Test
    void onlyCountriesAndTypesAreAnsweredFromTheCounts() {
        assertTrue(TimelineRepository.isCounted(
                filter(Set.of("KZ"), EnumSet.of(IncidentType.RIOT), OptionalDouble.empty())));
        assertTrue(!TimelineRepository.isCounted(filter(Set.of(), Set.of(), OptionalDouble.of(0.5))));
        assertTrue(!TimelineRepository.isCounted(new IncidentFilter(
                IncidentFilter.Where.ANYWHERE,
                IncidentFilter.When.ANYTIME,
                new IncidentFilter.What(
                        Set.of(),
                        EnumSet.of(Status.VERIFIED),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()),
                Optional.empty(),
                Audience.PUBLIC)));
    }

    private void same(TimelineRepository.Step step, Audience audience) {
        for (var countries : new Set[] {Set.of(), Set.of("KZ"), Set.of("KZ", "FJ")}) {
            for (var types : new Set[] {Set.of(), Set.of(IncidentType.PROTEST), Set.of(IncidentType.SEIZURE)}) {
                @SuppressWarnings("unchecked")
                var counted = filter(countries, types, OptionalDouble.empty(), audience);
                @SuppressWarnings("unchecked")
                var looked = filter(countries, types, OptionalDouble.of(0), audience);
                assertEquals(timeline.counts(looked, step), timeline.counts(counted, step));
            }
        }
    }

    private static IncidentFilter filter(Set<String> countries, Set<IncidentType> types, OptionalDouble confidence) {
        return filter(countries, types, confidence, Audience.PUBLIC);
    }

    private static IncidentFilter filter(
            Set<String> countries, Set<IncidentType> types, OptionalDouble confidence, Audience audience) {
        return new IncidentFilter(
                new IncidentFilter.Where(Optional.empty(), countries, Optional.empty()),
                IncidentFilter.When.ANYTIME,
                new IncidentFilter.What(
                        types, IncidentFilter.What.ANYTHING.statuses(), Optional.empty(), confidence, Optional.empty()),
                Optional.empty(),
                audience);
    }

    private void take(Told.Telling... tellings) {
        var told =
                new Told().report("timeline.txt", LocalDate.parse("2032-01-01").plusDays(tellings.length), tellings);
        told.ingest(database).take(told.unread(), Told.SILENT);
    }

    private static Told.Telling protest(String day) {
        return Told.Telling.of(
                IncidentType.PROTEST, Told.ALMATY, day, day, "People stood on the square on " + day + ".");
    }

    private static Told.Telling seizure(String hour) {
        return Told.Telling.at(IncidentType.SEIZURE, Told.ALMATY, hour, "The hall was taken at " + hour + ".");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.connections().getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }
}
