package org.oqiga.store;

import java.util.function.Consumer;

/** A PostgreSQL server, ours or another's. */
interface Server {

    /** Brings it up; {@code fresh} puts aside what it holds, as far as it can do so by itself. */
    void start(boolean fresh, Consumer<String> progress);

    Address address();

    /** What it is, for a person. */
    String description();

    /** Stops it where it is ours and nobody else uses it. */
    void stop();

    /** One that the user runs; it is left alone. */
    record Given(Address address) implements Server {

        @Override
        public void start(boolean fresh, Consumer<String> progress) {}

        @Override
        public String description() {
            return "the database of OQIGA_DATABASE_URL";
        }

        @Override
        public void stop() {}
    }
}
