package org.oqiga.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Holds back how a long answer begins, and all of a short one: as long as nobody has had anything, it can be begun again elsewhere. */
final class HeldBack<T> implements Taker<T> {

    private final Taker<T> taker;
    private @Nullable T first;
    private boolean begun;

    HeldBack(Taker<T> taker) {
        this.taker = taker;
    }

    @Override
    public void take(T stroke) throws IOException {
        if (!begun && first == null) {
            first = stroke;
        } else {
            give();
            taker.take(stroke);
        }
    }

    /** Gives what is held back. */
    void give() throws IOException {
        begun = true;
        if (first != null) {
            taker.take(first);
            first = null;
        }
    }

    boolean hasBegun() {
        return begun;
    }
}
