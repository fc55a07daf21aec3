package org.oqiga.link;

import java.util.List;
import org.oqiga.incident.Incident;

/**
 * An incident as all its reports tell it.
 *
 * @param incident bears the sources of all its tellings
 * @param tellings the ids of the incidents of single reports that were joined
 * @param reason why they were taken for the same, for a person; empty for a single telling
 */
public record Linked(Incident incident, List<String> tellings, String reason) {

    public Linked {
        tellings = List.copyOf(tellings);
    }
}
