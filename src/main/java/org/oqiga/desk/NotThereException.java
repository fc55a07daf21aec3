package org.oqiga.desk;

/** What somebody wants to change is not there. */
public final class NotThereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotThereException(String what) {
        super("there is no " + what);
    }
}
