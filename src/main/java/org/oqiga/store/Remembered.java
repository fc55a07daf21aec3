package org.oqiga.store;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has been worked out of one revision of the store, for as long as it stands; the least asked for is forgotten. */
final class Remembered<T> {

    private final Map<Object, Known<T>> known;

    Remembered(int most) {
        this.known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Known<T>> eldest) {
                return size() > most;
            }
        });
    }

    private record Known<T>(long revision, T value) {}

    /** Works it out anew where the store has changed. */
    T get(Object key, long revision, Work<T> work) throws SQLException {
        var before = known.get(key);
        if (before != null && before.revision() == revision) {
            return before.value();
        }
        var value = work.run();
        known.put(key, new Known<>(revision, value));
        return value;
    }

    interface Work<T> {
        T run() throws SQLException;
    }
}
