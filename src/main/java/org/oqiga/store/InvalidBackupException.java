package org.oqiga.store;

/** A file is no backup of a store; the message says which, and what would be right. */
public final class InvalidBackupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidBackupException(String message) {
        super(message);
    }
}
