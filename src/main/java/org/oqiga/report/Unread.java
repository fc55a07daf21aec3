package org.oqiga.report;

/** A report that has been found but not yet read, so that many can be read at the same time. */
@FunctionalInterface
public interface Unread {

    /** Reads it; takes the time that decoding, cleaning and dating need. */
    Reading read();
}
