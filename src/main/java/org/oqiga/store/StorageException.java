package org.oqiga.store;

/** The store did not answer as it should. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
