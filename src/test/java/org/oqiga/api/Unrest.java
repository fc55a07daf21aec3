package org.oqiga.api;

import static org.oqiga.store.Told.Telling.at;
import static org.oqiga.store.Told.Telling.of;

import java.time.LocalDate;
import org.oqiga.incident.IncidentType;
import org.oqiga.store.Told;

/** The reports that the service under test has read. */
final class Unrest {

    static final Told TOLD = new Told()
            .report(
                    "first.txt",
                    LocalDate.parse("2022-01-03"),
                    of(
                            IncidentType.PROTEST,
                            Told.ZHANAOZEN,
                            "2022-01-02",
                            "2022-01-02",
                            "Drivers blocked the road to the refinery."))
            .report(
                    "second.txt",
                    LocalDate.parse("2022-01-06"),
                    of(
                            IncidentType.PROTEST,
                            Told.ZHANAOZEN,
                            "2022-01-02",
                            "2022-01-02",
                            "It began on Sunday in the oil town."),
                    at(
                            IncidentType.SEIZURE,
                            Told.ALMATY,
                            "2022-01-05T16:44",
                            "Protesters stormed the «city hall» at 16:44."),
                    of(IncidentType.CASUALTIES, Told.ALMATY, "2022-01-05", "2022-01-06", "Eight officers were killed.")
                            .killing(8),
                    of(
                            IncidentType.EMERGENCY,
                            Told.KAZAKHSTAN,
                            "2022-01-05",
                            "2022-01-05",
                            "A state of emergency was declared."))
            .report(
                    "far/away.txt",
                    LocalDate.parse("2022-01-10"),
                    of(
                            IncidentType.PROTEST,
                            Told.TAVEUNI,
                            "2022-01-09",
                            "2022-01-09",
                            "People marched on the island."));

    private Unrest() {}
}
