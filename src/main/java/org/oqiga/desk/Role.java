package org.oqiga.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do; each role may do what those before it may. */
public enum Role {
    /** Reads all that is in the store, whatever the public is shown. */
    VIEWER,
    /** Brings reports in and corrects incidents. */
    EDITOR,
    /** Says who has which role. */
    ADMIN;

    /** The names for annotations, which take constants only. */
    public static final String VIEWERS = "viewer";

    public static final String EDITORS = "editor";
    public static final String ADMINS = "admin";

    /** What it is called outside of the program. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    /** The role as it stands in the store. */
    static Role stored(String label) {
        return of(label).orElseThrow(() -> new IllegalStateException("the store knows a role " + label));
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Role::label).toList();
    }

    /** Its own name and the names of all roles that it contains. */
    public Set<String> granted() {
        return Arrays.stream(values())
                .filter(role -> role.ordinal() <= ordinal())
                .map(Role::label)
                .collect(Collectors.toUnmodifiableSet());
    }
}
