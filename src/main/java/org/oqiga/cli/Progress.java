package org.oqiga.cli;

/** A bar that grows while a person watches; without one it is not there. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long EVERY_NS = 100_000_000L;

    private final Terminal terminal;
    private final long total;
    private long done = 0;
    private long drawnAt = 0;

    /** {@code total} things are expected; more do no harm. */
    Progress(Terminal terminal, long total) {
        this.terminal = terminal;
        this.total = Math.max(1, total);
    }

    /** One more is done. */
    void step() {
        done++;
        long now = System.nanoTime();
        if (terminal.live() && (now - drawnAt > EVERY_NS || done >= total)) {
            drawnAt = now;
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            terminal.err()
                    .printf(
                            "\r%s%s %d of %d",
                            "█".repeat(filled), "░".repeat(WIDTH - filled), done, Math.max(done, total));
            terminal.err().flush();
        }
    }

    /** Takes the bar away, so that a line can be told. */
    void clear() {
        if (terminal.live()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
