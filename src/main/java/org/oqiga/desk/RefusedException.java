package org.oqiga.desk;

/** Somebody asked for what cannot be done; the message says what would be right. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
