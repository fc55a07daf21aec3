package org.oqiga.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.report.Reports;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.Claimed;
import org.oqiga.store.StorageException;

/**
 * Carries arrivals into the store, some at a time: takes them from the queue, works on them while holding nothing, and marks
 * them as done in the transaction that stores what they tell.
 */
final class Carrying implements AutoCloseable {

    private final ArrivalQueue queue;
    private final Ingest ingest;
    private final Duration pause;
    private final Workbench bench;
    private List<Claimed> begun = List.of();
    private int begunAs;
    private boolean hasRead;

    /**
     * Makes one.
     *
     * @param pause after a first failure; each further one takes four times as long
     * @param limit how long reading what was taken at once may take
     */
    Carrying(ArrivalQueue queue, Ingest ingest, Duration pause, Duration limit) {
        this.queue = queue;
        this.ingest = ingest;
        this.pause = pause;
        this.bench = new Workbench(limit);
    }

    /** Takes some and sees to them; returns how many it took. */
    int round(int holder) {
        // what a fault has left lying, or the loss of the database, after which we go by another number
        begun.forEach(one -> queue.putBack(one.id(), begunAs));
        begunAs = holder;
        begun = hasRead ? queue.claim(holder) : queue.claimAfterAStart(holder);
        int taken = begun.size();
        if (taken > 0) {
            carry(firsts(begun, holder), holder);
            hasRead = true;
        }
        begun = List.of();
        return taken;
    }

    /** The first of each name; a later one is to be compared with what the first has made of the store. */
    private List<Claimed> firsts(List<Claimed> claimed, int holder) {
        var names = new HashSet<String>();
        var firsts = new ArrayList<Claimed>();
        for (var one : claimed) {
            if (names.add(one.sent().name())) {
                firsts.add(one);
            } else {
                queue.putBack(one.id(), holder);
            }
        }
        return firsts;
    }

    private void carry(List<Claimed> claimed, int holder) {
        Map<Claimed, Outcome> outcomes;
        try (var known = ingest.known()) {
            outcomes = bench.work(claimed, one -> ingest.outcome(() -> Reports.read(one.sent()), known));
        }
        var good = new LinkedHashMap<Claimed, Outcome>();
        for (var one : claimed) {
            var outcome = outcomes.get(one);
            if (outcome == null) {
                queue.putBack(one.id(), holder);
            } else if (outcome instanceof Outcome.Failed failed) {
                queue.failed(one.id(), holder, failed.message(), failed.hopeless(), pause);
            } else {
                good.put(one, outcome);
            }
        }
        store(good, holder);
    }

    /** Stores all at once; where that cannot be, each half by itself, so that one holds up no other. */
    private void store(Map<Claimed, Outcome> good, int holder) {
        if (good.isEmpty()) {
            return;
        }
        try {
            storeAtOnce(good, holder);
        } catch (RuntimeException fault) {
            if (fault instanceof StorageException storage && storage.passing()) {
                good.keySet().forEach(one -> queue.putBack(one.id(), holder));
                throw fault;
            }
            if (good.size() > 1) {
                var first = new LinkedHashMap<Claimed, Outcome>();
                good.entrySet().stream()
                        .limit(good.size() / 2)
                        .forEach(each -> first.put(each.getKey(), each.getValue()));
                good.keySet().removeAll(first.keySet());
                store(first, holder);
                store(good, holder);
            } else {
                var one = good.keySet().iterator().next();
                queue.failed(one.id(), holder, "could not be stored: " + fault.getMessage(), false, pause);
            }
        }
    }

    private void storeAtOnce(Map<Claimed, Outcome> good, int holder) {
        var byId = new LinkedHashMap<Long, Outcome>();
        good.forEach((one, outcome) -> byId.put(one.id(), outcome));
        try (var store = ingest.begin()) {
            var arrivals = store.arrivals();
            // whoever was taken for dead meanwhile has lost what was taken from him
            byId.keySet().retainAll(arrivals.held(byId.keySet(), holder));
            var done = new LinkedHashMap<Long, String>(arrivals.overtaken(byId.keySet()));
            byId.keySet().removeAll(done.keySet());
            var there = store.known(contents(byId.values()));
            byId.values().removeIf(outcome -> outcome instanceof Outcome.Known known && !there.contains(known.name()));
            var tally = ingest.put(List.copyOf(byId.values()), store);
            byId.forEach((id, outcome) -> done.put(id, outcome.name()));
            arrivals.done(done);
            store.commit();
            Gauges.add(tally);
            good.keySet().removeIf(one -> done.containsKey(one.id()));
        }
        good.keySet().forEach(one -> queue.putBack(one.id(), holder));
    }

    /** Of what was in the store already when it was read. */
    private static Map<String, String> contents(Collection<Outcome> outcomes) {
        var contents = new HashMap<String, String>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Known known) {
                contents.put(known.name(), known.content());
            }
        }
        return contents;
    }

    @Override
    public void close() {
        bench.close();
    }
}
