/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.engine;

import io.ballast.benchmarks.topology.HeldPosition.Revalued;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands where an engine's results come out: counts them, notes when each tick was through, and remembers what was said last
 * of a sample. Mutable and single-threaded.
 */
public final class FanOutTally implements Serializable {

    private static final long serialVersionUID = 1;

    private final int positions;
    private final Set<String> sample;
    private final HashMap<String, Revalued> last = new HashMap<>();
    private final ArrayList<Long> finishedNanos = new ArrayList<>();
    private long seen;

    /**
     * @param positions  results for each tick
     * @param sample  ids of positions to remember
     */
    public FanOutTally(int positions, Set<String> sample) {
        this.positions = positions;
        this.sample = Set.copyOf(sample);
    }

    /** An empty one for the same results. */
    FanOutTally again() {
        return new FanOutTally(positions, sample);
    }

    void take(Revalued result) {
        if (sample.contains(result.id())) {
            last.put(result.id(), result);
        }
        seen++;
        if (seen % positions == 0) {
            finishedNanos.add(System.nanoTime());
        }
    }

    public long seen() {
        return seen;
    }

    /** What was said last of the sample, by position id. */
    public Map<String, Revalued> last() {
        return last;
    }

    /** Nanoseconds from the end of one tick's results to the end of the next one's: one fewer than there were ticks. */
    public List<Long> nanosPerTick() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 1; i < finishedNanos.size(); i++) {
            nanos.add(finishedNanos.get(i) - finishedNanos.get(i - 1));
        }
        return nanos;
    }
}
