package org.oqiga.incident;

/** A field was given what it does not take; the message says what would be right. */
public final class WrongFieldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String right;

    /** {@code right} is what the field takes. */
    public WrongFieldException(String field, String right) {
        super(field + " must be " + right);
        this.field = field;
        this.right = right;
    }

    /** The same of a field that is called so where it came from. */
    public WrongFieldException called(String other) {
        return new WrongFieldException(other, right);
    }

    /** The field that is wrong. */
    public String field() {
        return field;
    }
}
