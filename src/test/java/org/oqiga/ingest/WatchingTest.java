package org.oqiga.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.Database;
import org.oqiga.store.TestCluster;

class WatchingTest {

    @TempDir
    Path folder;

    private final Database database = TestCluster.shared();
    private final ArrivalRepository arrivals = new ArrivalRepository(database.connections());

    @BeforeEach
    void noArrivals() throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE arrival, original");
        }
    }

    @Test
    void aFileIsTakenWhenItIsWholeAndLeftWhereItLies() throws IOException {
        var watching = new Watching(List.of(folder), arrivals);
        write("Shops were", 1);
        assertEquals(0, watching.look());
        write("Shops were looted.", 2);
        assertEquals(0, watching.look());
        assertEquals(1, watching.look());
        assertEquals(0, watching.look());
        assertEquals(1, arrivals.open());
        assertEquals("Shops were looted.", Files.readString(folder.resolve("a.txt")));
    }

    @Test
    void aFileThatChangesIsTakenAgainAndOneThatWasTakenBeforeTheStartIsNot() throws IOException {
        write("Shops were looted.", 1);
        var first = new Watching(List.of(folder), arrivals);
        first.look();
        first.look();
        write("Shops were looted again.", 2);
        first.look();
        first.look();
        assertEquals(2, arrivals.open());

        var second = new Watching(List.of(folder), arrivals);
        second.look();
        second.look();
        assertEquals(2, arrivals.open());
    }

    @Test
    void aFolderThatIsGoneIsNoFault() {
        assertEquals(0, new Watching(List.of(folder.resolve("none")), arrivals).look());
    }

    private void write(String text, long second) throws IOException {
        var file = folder.resolve("a.txt");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    }
}
