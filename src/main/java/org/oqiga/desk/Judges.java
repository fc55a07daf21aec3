package org.oqiga.desk;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Judgement;
import org.oqiga.link.Linker;

/** Gives a running service the judgement that works on its store. */
final class Judges {

    @Produces
    @Singleton
    Judgement judgement(DataSource database, Atlas atlas) {
        return new Judgement(database, place -> atlas.gazetteer().zone(place), new Linker()::link);
    }
}
