package org.oqiga.store;

/** The caller's mistake; the message says what would be right. */
public final class InvalidQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String parameter;

    /** Says that {@code parameter} is wrong, and what would be right. */
    public InvalidQueryException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter that is wrong. */
    public String parameter() {
        return parameter;
    }
}
