package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentType;

class LayerRepositoryTest {

    private final Database database = TestCluster.shared();
    private final LayerRepository layers = new LayerRepository(database.connections());

    @Test
    void pagesGoOnWhereTheLastEndedThoughNumbersSortOtherwiseAsTexts() {
        var told = new Told();
        IntStream.range(0, 12)
                .forEach(i -> told.report(
                        "paged-" + i,
                        LocalDate.parse("2022-01-10"),
                        Told.Telling.of(
                                IncidentType.PROTEST,
                                Told.ALMATY,
                                "2022-01-0" + (1 + i % 9),
                                "2022-01-0" + (1 + i % 9),
                                "They marched " + i + ".")));
        told.ingest(database).take(told.unread(), Told.SILENT);
        for (var layer : List.of(Layer.REPORTS, Layer.INCIDENTS)) {
            var whole = page(layer, 10_000, Optional.empty());
            assertTrue(whole.features().size() > 8, layer.id());
            var found = new ArrayList<String>();
            var page = page(layer, 5, Optional.empty());
            while (true) {
                found.addAll(page.features());
                if (page.next().isEmpty()) {
                    break;
                }
                page = page(layer, 5, page.next());
            }
            assertEquals(whole.features(), found, layer.id());
            assertEquals(whole.matched(), found.size(), layer.id());
        }
    }

    private Page page(Layer layer, int limit, Optional<String> after) {
        return layers.page(layer, IncidentFilter.ALL, new Page.Request(limit, after, List.of(), Crs.CRS84));
    }
}
