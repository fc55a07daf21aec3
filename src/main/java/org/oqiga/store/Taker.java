package org.oqiga.store;

import java.io.IOException;

/** Takes what comes out of the store, piece by piece. */
public interface Taker<T> {

    void take(T piece) throws IOException;
}
