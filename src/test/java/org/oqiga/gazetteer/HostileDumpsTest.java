package org.oqiga.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oqiga.report.Mutation;

/** Whatever somebody imports as a dump of places is read or refused with a reason. */
class HostileDumpsTest {

    private static final int TIMES = Integer.getInteger("oqiga.fuzz.times", 1500);
    private static final long SEED = Long.getLong("oqiga.fuzz.seed", 20220105);
    private static final String GOOD =
            """
            1\tKazakhstan\tKazakhstan\tҚазақстан,Kasachstan\t48.0\t68.0\tA\tPCLI\tKZ\t\t00\t\t\t\t18000000\t\t10\tAsia/Almaty\t2021-01-01
            9\tMangystau\tMangystau\t\t44.0\t54.0\tA\tADM1\tKZ\t\t09\t\t\t\t600000\t\t10\tAsia/Aqtau\t2021-01-01
            9900001\tQyzyltöbe\tQyzyltobe\tKyzyltobe,Кызылтобе\t43.68\t51.25\tP\tPPL\tKZ\t\t09\t\t\t\t900\t\t10\tAsia/Aqtau\t2021-01-01
            """;

    @TempDir
    Path folder;

    @Test
    void everyDumpIsReadOrRefused() throws IOException {
        var wrong = new ArrayList<String>();
        int read = 0;
        var mutation = new Mutation(SEED);
        for (int i = 0; i < TIMES; i++) {
            var dump = Files.write(folder.resolve("dump.txt"), mutation.of(GOOD.getBytes(UTF_8)));
            try {
                var places = new PlaceTable();
                new GeoNamesDump(places).read(dump);
                places.close();
                read++;
            } catch (IllegalArgumentException | DateTimeException | UncheckedIOException e) {
                assertTrue(e.getMessage() != null, e::toString); // with a reason
            } catch (RuntimeException fault) {
                wrong.add(i + ": " + fault + " " + fault.getStackTrace()[0]);
            }
        }
        System.err.println("seed " + SEED + ": " + read + " of " + TIMES + " read");
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())), "seed " + SEED);
        assertTrue(read > 0 && read < TIMES, "some are read, some refused: " + read);
    }
}
