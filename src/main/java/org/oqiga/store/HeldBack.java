package org.oqiga.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Holds back how a long answer begins, and all of a short one: as long as nobody has had anything, it can be begun again elsewhere. */
final class HeldBack<T> implements Taker<T> {

    private final Taker<T> taker;
    private final List<T> held = new ArrayList<>();
    private boolean begun;

    HeldBack(Taker<T> taker) {
        this.taker = taker;
    }

    @Override
    public void take(T one) throws IOException {
        if (!begun && held.size() == ReadAhead.STROKE) {
            give();
        }
        if (begun) {
            taker.take(one);
        } else {
            held.add(one);
        }
    }

    /** Gives what is held back. */
    void give() throws IOException {
        begun = true;
        for (var one : held) {
            taker.take(one);
        }
        held.clear();
    }

    boolean hasBegun() {
        return begun;
    }
}
