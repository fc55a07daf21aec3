package org.oqiga.report;

import java.util.Optional;

/** What came of one report that was to be read. */
public sealed interface Reading {

    /** The report's name, or where it was looked for when it could not be read. */
    String name();

    /** The report, if it could be read. */
    default Optional<Report> success() {
        return this instanceof Success success ? Optional.of(success.report()) : Optional.empty();
    }

    /** What is wrong with it, if it could not. */
    default Optional<Failure> failure() {
        return this instanceof Failure failure ? Optional.of(failure) : Optional.empty();
    }

    /** A report as read. */
    record Success(Report report) implements Reading {

        @Override
        public String name() {
            return report.name();
        }
    }

    /**
     * A report that could not be read.
     *
     * @param name the file as the caller gave it, with the line where it is one of many
     * @param message what is wrong and what would be right, a sentence of which the name is the subject
     */
    record Failure(String name, String message) implements Reading {

        /** Both as one line. */
        public String line() {
            return name + " " + message;
        }
    }
}
