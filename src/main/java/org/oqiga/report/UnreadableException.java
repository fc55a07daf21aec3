package org.oqiga.report;

/** Says why bytes are no report, and what would be; it becomes a {@link Reading.Failure} and leaves this room no other way. */
class UnreadableException extends Exception {

    UnreadableException(String message) {
        super(message);
    }
}
