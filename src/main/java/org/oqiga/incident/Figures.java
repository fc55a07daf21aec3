package org.oqiga.incident;

import java.util.OptionalInt;

/** The numbers of people one source gives. */
public record Figures(OptionalInt deaths, OptionalInt injured, OptionalInt arrested) {

    public static final Figures NONE = new Figures(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public boolean isEmpty() {
        return equals(NONE);
    }
}
