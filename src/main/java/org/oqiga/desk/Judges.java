package org.oqiga.desk;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.oqiga.extract.Extractor;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Ingest;
import org.oqiga.ingest.Judgement;
import org.oqiga.ingest.Testimony;
import org.oqiga.link.Linker;

/** Gives a running service what carries out on its store what people decide. */
final class Judges {

    @Produces
    @Singleton
    Judgement judgement(DataSource database, Atlas atlas) {
        return new Judgement(database, place -> atlas.gazetteer().zone(place), new Linker()::link);
    }

    @Produces
    @Singleton
    Testimony testimony(DataSource database) {
        return new Testimony(database, new Linker()::link);
    }

    @Produces
    @Singleton
    Dating dating(DataSource database, Atlas atlas) {
        return new Dating(database, atlas, new Reader(database, atlas));
    }

    /** Reads by the rules of the service; what that takes is loaded when a report is first to be read again. */
    private static final class Reader implements Supplier<Ingest> {

        private final DataSource database;
        private final Atlas atlas;
        private Optional<Ingest> ingest = Optional.empty();

        Reader(DataSource database, Atlas atlas) {
            this.database = database;
            this.atlas = atlas;
        }

        @Override
        public synchronized Ingest get() {
            var known = ingest.orElseGet(this::make);
            ingest = Optional.of(known);
            return known;
        }

        private Ingest make() {
            var world = atlas.gazetteer();
            return new Ingest(database, world::zone, atlas.rules(), new Extractor(world)::read, new Linker()::link);
        }
    }
}
