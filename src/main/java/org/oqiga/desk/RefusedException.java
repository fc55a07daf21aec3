package org.oqiga.desk;

/** Somebody asked for what cannot be done; the message says what would be right. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean conflict;

    /** What was asked for can never be done. */
    public RefusedException(String message) {
        this(message, false);
    }

    private RefusedException(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    /** What was asked for could have been done, but not as things stand now. */
    public static RefusedException asThingsStand(String message) {
        return new RefusedException(message, true);
    }

    /** Whether it is only how things stand that is against it. */
    public boolean isConflict() {
        return conflict;
    }
}
