package org.oqiga.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oqiga.incident.IncidentType;
import org.oqiga.report.Sent;

class BackupTest {

    @TempDir
    Path folder;

    @Test
    void whatIsRestoredIsWhatWasThereAndCanBeAddedTo() throws IOException {
        var file = folder.resolve("store.backup");
        String before;
        long arrival;
        try (var first = TestCluster.open(TestCluster.folder("backed-up"))) {
            take(first, "one.txt", "2022-01-04");
            take(first, "two.txt", "2022-01-05");
            before = everything(first);
            arrival = sent(first);
            first.backUp(file);
        }
        assertTrue(before.contains("People stood on the square"));
        assertEquals(1, Files.list(folder).count(), "nothing but the backup is left");

        var elsewhere = TestCluster.folder("restored");
        try (var other = TestCluster.open(elsewhere)) {
            take(other, "three.txt", "2022-01-06");
        }
        var told = new ArrayList<String>();
        try (var restored = Database.restore(place(elsewhere), file, told::add)) {
            assertEquals(before, everything(restored));
            take(restored, "three.txt", "2022-01-06");
            assertTrue(everything(restored).length() > before.length());
            var originals = new Originals(restored.connections());
            originals.makeMonths();
            assertEquals("As it came.", new String(originals.bytes(arrival).orElseThrow(), UTF_8));
            assertEquals(arrival + 1, sent(restored));
        }
        assertTrue(told.toString().contains("are kept in"), told.toString());
    }

    @Test
    void aFileThatIsNoBackupIsSaidToBeNoneAndNothingIsPutAside() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "no backup");
        var data = TestCluster.folder("not-restored");
        for (var each : List.of(file, folder.resolve("missing"))) {
            var fault =
                    assertThrows(InvalidBackupException.class, () -> Database.restore(place(data), each, line -> {}));
            assertTrue(fault.getMessage().contains("is no backup"), fault.getMessage());
        }
        assertFalse(Files.list(data).findAny().isPresent());
    }

    private static Database.Place place(Path data) {
        return new Database.Place(Optional.empty(), data, false);
    }

    private static void take(Database database, String name, String day) {
        var told = new Told()
                .report(
                        name,
                        LocalDate.parse(day),
                        Told.Telling.of(
                                IncidentType.PROTEST,
                                Told.ALMATY,
                                day,
                                day,
                                "People stood on the square on " + day + "."));
        told.ingest(database).take(told.unread(), Told.SILENT);
    }

    private static long sent(Database database) {
        var sent =
                new Sent("x.txt", Optional.empty(), Optional.empty(), Optional.empty(), "As it came.".getBytes(UTF_8));
        var kept = new ArrivalRepository(database.connections()).add(List.of(sent), "test");
        var id = Pattern.compile("\"id\" *: *(\\d+)").matcher(kept);
        assertTrue(id.find(), kept);
        return Long.parseLong(id.group(1));
    }

    /** The incidents, their counts and a tile, as the map gets them. */
    private static String everything(Database database) throws IOException {
        var out = new ByteArrayOutputStream();
        var incidents = new IncidentRepository(database.connections());
        Export.GEOJSONL.write(incidents, Export.Wanted.by(Query.of(Map.of(), List.of()), Audience.INSIDERS), out);
        var days =
                new TimelineRepository(database.connections()).counts(IncidentFilter.ALL, TimelineRepository.Step.DAY);
        var words = Export.Wanted.by(Query.of(Map.of("q", List.of("square")), List.of("q")), Audience.INSIDERS);
        Export.CSV.write(incidents, words, out);
        return out + days;
    }
}
