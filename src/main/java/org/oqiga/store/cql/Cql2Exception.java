package org.oqiga.store.cql;

/** A filter that is not CQL2, or asks for what is not there; the message says what would be right. */
public final class Cql2Exception extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Cql2Exception(String message) {
        super(message);
    }
}
