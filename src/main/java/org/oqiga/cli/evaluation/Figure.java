package org.oqiga.cli.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Source;
import org.oqiga.incident.Toll;

/** The numbers of people that a report may give. */
enum Figure {
    DEATHS {
        @Override
        Optional<Toll.Range> best(Incident incident) {
            return incident.toll().deaths();
        }

        @Override
        OptionalInt claimed(Source source) {
            return source.figures().deaths();
        }
    },
    INJURED {
        @Override
        Optional<Toll.Range> best(Incident incident) {
            return incident.toll().injured();
        }

        @Override
        OptionalInt claimed(Source source) {
            return source.figures().injured();
        }
    },
    ARRESTED {
        @Override
        Optional<Toll.Range> best(Incident incident) {
            return incident.toll().arrested();
        }

        @Override
        OptionalInt claimed(Source source) {
            return source.figures().arrested();
        }
    };

    abstract Optional<Toll.Range> best(Incident incident);

    abstract OptionalInt claimed(Source source);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
