/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.record.Sequence;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.SequenceStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of delivery of all pools of one task: keeps in the store what came too early, and hands it out, by pool, when its
 * turn has come or nobody waits any longer. Mutable and single-threaded.
 */
final class SequenceGates {

    private static final Logger LOG = LoggerFactory.getLogger(SequenceGates.class);

    private final SequenceStore store;
    private final BookCounters counters;
    private final PatientClock clock;
    private final long waitMs;
    private final int mostHeld;
    private final Map<String, Map<String, Gate>> gates = new HashMap<>();
    private final Set<Gate> holding = new LinkedHashSet<>();
    /** Those whose number has changed since it was written down. */
    private final Set<Gate> unwritten = new LinkedHashSet<>();

    /** One producer's records of one pool. */
    private static final class Gate {

        private final String poolId;
        private final String producerId;
        private final SequenceGate order;

        Gate(String poolId, String producerId, SequenceGate order) {
            this.poolId = poolId;
            this.producerId = producerId;
            this.order = order;
        }
    }

    SequenceGates(BookSettings settings, SequenceStore store, BookCounters counters, PatientClock clock) {
        this.store = store;
        this.counters = counters;
        this.clock = clock;
        this.waitMs = settings.sequenceWait().toMillis();
        this.mostHeld = settings.sequenceRecords();
        store.each(this::restore);
        holding.addAll(all().stream().filter(gate -> gate.order.held() > 0).toList());
    }

    private void restore(String poolId, String producerId, long next, List<Long> held) {
        SequenceGate order = new SequenceGate(next);
        held.forEach(number -> order.restore(number, clock.countedMs()));
        add(new Gate(poolId, producerId, order));
    }

    /** Records held back. */
    long held() {
        return holding.stream().mapToLong(gate -> gate.order.held()).sum();
    }

    /**
     * A record has come. If it may not be taken in yet, it is kept.
     *
     * @return true: it may be taken in, and after it what {@link #release} gives
     */
    boolean admits(String poolId, Sequence sequence, StoredRecord record) {
        Gate gate = gate(poolId, sequence.producerId());
        boolean admitted = waitMs == 0 || gate.order.admits(sequence.number(), clock.countedMs());
        if (!admitted) {
            store.hold(poolId, sequence.producerId(), sequence.number(), record);
            holding.add(gate);
        }
        unwritten.add(gate);
        return admitted;
    }

    /** Writes down where each pool has come to, before a commit. */
    void write() {
        unwritten.forEach(gate -> store.putNext(gate.poolId, gate.producerId, gate.order.next()));
        unwritten.clear();
    }

    /** Hands out, in order, what a producer's record made ready, or what is too much to be held. */
    void release(String poolId, String producerId, BiConsumer<String, StoredRecord> taker) {
        Gate gate = gate(poolId, producerId);
        release(gate, taker);
        while (gate.order.held() > mostHeld) {
            report(gate, gate.order.giveUpFirst(), "while " + mostHeld + " records were held back");
            release(gate, taker);
        }
    }

    /** Hands out what has waited for too long. */
    void releaseOverdue(BiConsumer<String, StoredRecord> taker) {
        if (holding.isEmpty()) {
            return;
        }
        for (Gate gate : List.copyOf(holding)) {
            SequenceGate.Run missing = gate.order.giveUp(clock.countedMs() - waitMs);
            while (missing != null) {
                report(gate, missing, "for " + waitMs + " ms");
                release(gate, taker);
                missing = gate.order.giveUp(clock.countedMs() - waitMs);
            }
        }
    }

    private void release(Gate gate, BiConsumer<String, StoredRecord> taker) {
        SequenceGate.Run run = gate.order.ready();
        while (run != null) {
            for (long number = run.first(); number <= run.last(); number++) {
                taker.accept(gate.poolId, store.release(gate.poolId, gate.producerId, number));
            }
            run = gate.order.ready();
        }
        unwritten.add(gate);
        if (gate.order.held() == 0 && !holding.isEmpty()) {
            holding.remove(gate);
        }
    }

    private void report(Gate gate, SequenceGate.Run missing, String howLong) {
        counters.gap();
        if (gate.order.wasPatient()) {
            LOG.warn(
                    "Records {} to {} of {} by producer {} have not come {}: going on without them{}",
                    missing.first(),
                    missing.last(),
                    gate.poolId,
                    gate.producerId,
                    howLong,
                    gate.order.isPatient() ? "" : ", and waiting for no more until a missing one comes after all");
        }
    }

    private Gate gate(String poolId, String producerId) {
        Map<String, Gate> ofPool = gates.get(poolId);
        Gate known = ofPool == null ? null : ofPool.get(producerId);
        return known == null ? add(new Gate(poolId, producerId, new SequenceGate(0))) : known;
    }

    private Gate add(Gate gate) {
        gates.computeIfAbsent(gate.poolId, absent -> new HashMap<>()).put(gate.producerId, gate);
        return gate;
    }

    private List<Gate> all() {
        List<Gate> all = new ArrayList<>();
        gates.values().forEach(ofPool -> all.addAll(ofPool.values()));
        return all;
    }
}
