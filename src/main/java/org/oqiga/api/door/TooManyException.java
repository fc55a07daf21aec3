package org.oqiga.api.door;

/** Somebody asks too often; the message says how often one may. */
public final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long seconds;

    TooManyException(String message, long seconds) {
        super(message);
        this.seconds = seconds;
    }

    /** After how long it is worth another try. */
    public long seconds() {
        return seconds;
    }
}
