package org.oqiga.store;

import java.io.IOException;

/** Takes what comes out of the store, one by one. */
public interface Taker<T> {

    void take(T one) throws IOException;
}
