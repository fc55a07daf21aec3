package org.oqiga.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Holds back how a long answer begins, and all of a short one: as long as nobody has had anything, it can be begun again elsewhere. */
final class HeldBack implements IncidentRepository.Features {

    private final IncidentRepository.Features taker;
    private final List<byte[]> held = new ArrayList<>();
    private boolean begun;

    HeldBack(IncidentRepository.Features taker) {
        this.taker = taker;
    }

    @Override
    public void take(byte[] feature) throws IOException {
        if (!begun && held.size() == ReadAhead.STROKE) {
            give();
        }
        if (begun) {
            taker.take(feature);
        } else {
            held.add(feature);
        }
    }

    /** Gives what is held back. */
    void give() throws IOException {
        begun = true;
        for (var feature : held) {
            taker.take(feature);
        }
        held.clear();
    }

    boolean hasBegun() {
        return begun;
    }
}
