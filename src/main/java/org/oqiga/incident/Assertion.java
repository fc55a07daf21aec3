package org.oqiga.incident;

import java.util.Locale;

/** How the report puts it: as a fact, as somebody's claim, as something denied, or as an attempt. */
public enum Assertion {
    STATED,
    CLAIMED,
    DENIED,
    ATTEMPTED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
