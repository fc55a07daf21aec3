package org.oqiga.store;

import java.sql.SQLException;
import java.util.Set;

/** The store did not answer as it should. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Connections, transactions that got into each other's way, want of room, operators at work. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the database itself was not to be had, so that the same may well succeed later. */
    public boolean passing() {
        for (var cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fault && fault.getSQLState() != null) {
                var state = fault.getSQLState();
                // what takes too long will do so again
                return PASSING.contains(state.substring(0, 2)) && !state.equals("57014");
            }
        }
        // a pool that has nothing to give says so without a state
        return getCause() instanceof SQLException;
    }
}
