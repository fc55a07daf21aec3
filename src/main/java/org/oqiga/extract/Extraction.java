package org.oqiga.extract;

import java.util.List;
import org.oqiga.dating.Dated;
import org.oqiga.geoparse.Resolution;
import org.oqiga.incident.Incident;

/** What one report yielded: its names and dates, the incidents found, and every lead dropped with the reason why. */
public record Extraction(List<Resolution> toponyms, List<Dated> dates, List<Incident> incidents, List<Skip> skips) {

    public Extraction {
        toponyms = List.copyOf(toponyms);
        dates = List.copyOf(dates);
        incidents = List.copyOf(incidents);
        skips = List.copyOf(skips);
    }
}
