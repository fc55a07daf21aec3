package org.oqiga.incident;

import java.util.Locale;

/** What people have made of an incident; a rejected one is left out of every answer unless asked for. */
public enum Status {
    EXTRACTED,
    VERIFIED,
    DISPUTED,
    REJECTED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
