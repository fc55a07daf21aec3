package org.oqiga.cli;

/** What a command tells the shell; part of the contract. */
final class ExitCode {

    /** All was read; that no incident was found is fine. */
    static final int ALL_READ = 0;

    /** Some reports failed; the others were read. */
    static final int SOME_FAILED = 1;

    /** The caller is mistaken about the command, its options or their values. */
    static final int WRONG_USAGE = 2;

    /** No database, or no port, is to be had. */
    static final int NO_DATABASE = 3;

    private ExitCode() {}
}
