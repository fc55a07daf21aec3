package org.oqiga.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's user whom a cluster belongs to: oneself, or {@code postgres} for root, as whom PostgreSQL refuses to run. */
record Account(Optional<String> other) {

    private static final String NAME = "postgres";

    static Account choose() {
        if (!Programs.root()) {
            return new Account(Optional.empty());
        }
        if (!Programs.run(Duration.ofSeconds(5), List.of("id", NAME)).ok()) {
            throw new NoDatabaseException("PostgreSQL does not run as root, and there is no user '" + NAME
                    + "' here; add one or set OQIGA_DATABASE_URL");
        }
        return new Account(Optional.of(NAME));
    }

    /** Runs a program as this user. */
    Programs.Ran run(Duration limit, List<String> command) {
        return run(limit, command, Map.of());
    }

    Programs.Ran run(Duration limit, List<String> command, Map<String, String> environment) {
        var whole = new ArrayList<>(prefix());
        whole.addAll(command);
        return Programs.run(limit, whole, environment);
    }

    private List<String> prefix() {
        if (other.isEmpty()) {
            return List.of();
        }
        if (Programs.find("setpriv").isPresent()) {
            return List.of("setpriv", "--reuid=" + NAME, "--regid=" + NAME, "--init-groups", "--");
        }
        if (Programs.find("runuser").isPresent()) {
            return List.of("runuser", "-u", NAME, "--");
        }
        return List.of("su", "-s", "/bin/sh", NAME, "-c", "exec \"$0\" \"$@\"", "--");
    }

    /** Whether this user may pass through {@code folder}. */
    boolean reaches(Path folder) {
        return other.isEmpty()
                || run(Duration.ofSeconds(5), List.of("test", "-x", folder.toString()))
                        .ok();
    }

    /** Makes what lies at {@code path} this user's own. */
    void give(Path path) {
        if (other.isPresent()) {
            try {
                var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME);
                Files.setOwner(path, owner);
            } catch (IOException e) {
                throw new NoDatabaseException(
                        "cannot give " + path + " to the user " + NAME + ": " + e.getMessage(), e);
            }
        }
    }
}
