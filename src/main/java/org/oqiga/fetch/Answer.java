package org.oqiga.fetch;

import java.net.URI;
import java.util.Optional;

/** What came of fetching an address. */
public sealed interface Answer {

    /**
     * Bytes.
     *
     * @param from where they were in the end, after redirects
     * @param type the media type that the server says
     * @param state what to ask with the next time
     */
    record Got(URI from, Optional<String> type, State state, byte[] bytes) implements Answer {}

    /** It is as it was. */
    record Unchanged() implements Answer {}

    /** Nothing; {@code hopeless} is whether another try would come to the same. */
    record Nothing(String why, boolean hopeless) implements Answer {}

    /** What a server lets its answer be known again by. */
    record State(Optional<String> etag, Optional<String> lastModified) {

        public static final State NONE = new State(Optional.empty(), Optional.empty());
    }
}
