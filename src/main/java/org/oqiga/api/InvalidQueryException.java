package org.oqiga.api;

/** The caller's mistake; the message says what would be right. */
final class InvalidQueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String parameter;

    InvalidQueryException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter that is wrong. */
    String parameter() {
        return parameter;
    }
}
