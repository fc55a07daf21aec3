package org.oqiga.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints, always in UTF-8: results to {@code out}, all else to {@code err}.
 *
 * @param live whether a person watches {@code err}, so that a line there may change
 */
record Terminal(PrintStream out, PrintStream err, boolean live) {

    /** The process's own streams; {@code ./oqiga} says whether they end at a screen, which Java cannot tell apart. */
    static Terminal ofThisProcess() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("oqiga.terminal"));
    }

    /** A line to the person, who sees the command's name before it. */
    void tell(String line) {
        err.println("oqiga: " + line);
    }
}
