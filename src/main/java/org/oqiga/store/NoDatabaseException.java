package org.oqiga.store;

/** No PostGIS could be had; the message is one line that says why and what would help. */
public final class NoDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoDatabaseException(String message) {
        super(message);
    }

    public NoDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
