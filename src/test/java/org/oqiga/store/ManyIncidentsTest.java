package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;

class ManyIncidentsTest {

    private static final long DAY = 1440;

    private final Database database = TestCluster.shared();
    private final ManyIncidents many = new ManyIncidents(database.connections());

    @Test
    void whatTheMapBeginsWithAreItsPlacesAndItsDays() throws IOException {
        take(IncidentType.PROTEST, "2041-03-05", "2041-03-05");
        take(IncidentType.ARREST, "2041-03-20", "2041-03-22");
        take(IncidentType.EMERGENCY, "2041-03-01", "2041-06-30");
        var told = new ObjectMapper().readTree(many.json(only("2041-01-01", "2041-12-31"), 41, "r41"));
        assertEquals(3, told.path("incidents").asInt(), told.toString());
        assertEquals("r41", told.path("revision").asText());
        assertEquals(3, total(told.path("places").path("count")));
        var days = told.path("days");
        assertEquals("[0,1,1]", days.path("n").toString());
        assertEquals(minute("2041-03-05"), days.path("short_start").get(1).asLong());
        assertEquals(minute("2041-03-23"), days.path("short_end").get(2).asLong());
        assertTrue(days.path("short_end").get(0).isNull());
        assertEquals(minute("2041-07-01"), days.path("end").get(0).asLong());
    }

    @Test
    void moreThanSoManyIsCountedUpToThereAlone() {
        take(IncidentType.PROTEST, "2042-03-05", "2042-03-05");
        take(IncidentType.ARREST, "2042-03-06", "2042-03-06");
        var filter = only("2042-01-01", "2042-12-31");
        assertTrue(many.isMoreThan(1, filter));
        assertFalse(many.isMoreThan(2, filter));
    }

    private static int total(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private static long minute(String day) {
        return LocalDate.parse(day).toEpochDay() * DAY;
    }

    private static IncidentFilter only(String first, String last) {
        var days = new TimeWindow.Days(Optional.of(LocalDate.parse(first)), Optional.of(LocalDate.parse(last)));
        return new IncidentFilter(
                IncidentFilter.Where.ANYWHERE,
                new IncidentFilter.When(Optional.of(days), Optional.empty()),
                IncidentFilter.What.ANYTHING,
                Optional.empty(),
                Audience.PUBLIC);
    }

    private void take(IncidentType type, String first, String last) {
        var telling = Told.Telling.of(
                IncidentType.PROTEST,
                Told.ALMATY,
                first,
                last,
                "From " + first + " to " + last + " people stood there.");
        var told = new Told().report("many-" + first + "-" + last + ".txt", LocalDate.parse("2050-01-01"), telling);
        told.ingest(database).take(told.unread(), Told.SILENT);
    }
}
