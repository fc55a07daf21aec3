package org.oqiga.desk;

/** Somebody else has changed it since it was read. */
public final class StaleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StaleException(String incident) {
        super("incident \"" + incident
                + "\" has changed since you read it; read it again and see whether it still wants this");
    }
}
