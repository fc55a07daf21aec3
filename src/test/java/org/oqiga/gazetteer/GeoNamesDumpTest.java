package org.oqiga.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesDumpTest {

    @TempDir
    Path folder;

    @Test
    void aDumpAddsItsPlacesAndItsNamesForKnownOnes() throws IOException {
        Path dump = folder.resolve("KZ.txt");
        Files.writeString(
                dump,
                """
                9900001\tQyzyltöbe\tQyzyltobe\tKyzyltobe,Кызылтобе\t43.68\t51.25\tP\tPPL\tKZ\t\t09\t\t\t\t900\t\t10\tAsia/Aqtau\t2021-01-01
                607610\tZhanaozen\tZhanaozen\tOil Town\t43.34116\t52.86192\tP\tPPL\tKZ\t\t09\t\t\t\t103598\t\t10\tAsia/Aqtau\t2021-01-01
                """);
        Gazetteer gazetteer = Gazetteer.load(List.of(dump));
        Place added = gazetteer.named("Кызылтобе").get(0);
        assertEquals("Mangystau Region", added.parents().admin1());
        assertEquals(new Spot(51.25, 43.68), added.at());
        assertEquals("geonames:607610", gazetteer.named("oil town").get(0).id());
    }

    @Test
    void aFileThatIsNoDumpIsRefusedWithTheLineThatShowsIt() throws IOException {
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "Zhanaozen is in the west\n");
        var refusal = assertThrows(IllegalArgumentException.class, () -> Gazetteer.load(List.of(notes)));
        assertTrue(refusal.getMessage().contains("line 1"), refusal.getMessage());
    }
}
