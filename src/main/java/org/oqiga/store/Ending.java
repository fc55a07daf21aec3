package org.oqiga.store;

/** Sees to it that a server is stopped once, when it is closed or when the process is told to end. */
final class Ending {

    private final Server server;
    private final Thread hook;
    private volatile Runnable before = () -> {};

    Ending(Server server) {
        this.server = server;
        this.hook = new Thread(this::atExit, "oqiga-database-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What the end of the process waits for before it stops the server. */
    void after(Runnable work) {
        before = work;
    }

    void now() {
        server.stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook finds nothing left to stop
        }
    }

    private void atExit() {
        before.run();
        server.stop();
    }
}
