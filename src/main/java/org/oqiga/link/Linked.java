package org.oqiga.link;

import java.util.List;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Joined;

/**
 * An incident as all its reports tell it.
 *
 * @param incident bears the sources of all its tellings
 * @param tellings the ids of the incidents of single reports that were joined
 * @param joined why each of them but the one that it began with was taken for the same
 */
public record Linked(Incident incident, List<String> tellings, List<Joined> joined) {

    public Linked {
        tellings = List.copyOf(tellings);
        joined = List.copyOf(joined);
    }
}
