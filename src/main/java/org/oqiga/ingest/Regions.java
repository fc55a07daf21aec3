package org.oqiga.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.store.RegionRepository;

/** The regions of the store, put there from the gazetteer as soon as they are asked for. */
@ApplicationScoped
public class Regions {

    private final RegionRepository stored;
    private final Atlas atlas;

    Regions(RegionRepository stored, Atlas atlas) {
        this.stored = stored;
        this.atlas = atlas;
    }

    /** Makes sure that those of every country with a place in the store are there. */
    public void fill() {
        fill(stored, atlas::gazetteer);
    }

    /** The same; the gazetteer is asked for only where something is missing. */
    public static void fill(RegionRepository stored, Supplier<Gazetteer> gazetteers) {
        var missing = stored.missing();
        if (!missing.isEmpty()) {
            var gazetteer = gazetteers.get();
            stored.put(missing.stream()
                    .flatMap(country -> gazetteer.regions(country).stream())
                    .flatMap(place -> gazetteer.polygon(place).stream()
                            .map(area -> new RegionRepository.Region(
                                    place, area, gazetteer.squareKm(place).orElse(0))))
                    .toList());
        }
    }
}
