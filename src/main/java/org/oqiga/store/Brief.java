package org.oqiga.store;

import org.oqiga.incident.IncidentRow;

/**
 * What the index of the drawers has of an incident ({@code brief_of}): its id, longitude, latitude and attributes without the sources,
 * each as JSON in UTF-8 or nothing for null, with unit separators between, which cannot stand in JSON.
 */
final class Brief {

    /** The first of the attributes, which are in the order of {@link IncidentRow#PROPERTIES}. */
    static final int FACTS = 3;

    static final int PARTS = FACTS + IncidentRow.PROPERTIES.size();

    private static final byte UNIT_SEPARATOR = 0x1f;

    private Brief() {}

    /** Notes in {@code ends}, which has a place for each, where the parts end. */
    static void cut(byte[] brief, int[] ends) {
        int part = 0;
        for (int i = 0; i < brief.length; i++) {
            if (brief[i] == UNIT_SEPARATOR) {
                ends[part++] = i;
            }
        }
        ends[part] = brief.length;
    }
}
