/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an application had come, and when it was seen to. Only the steady part counts for its rate: from the first sight
 * after a tenth of the work to the last one before all of it was done, so that neither starting nor the wait for the last
 * commit is part of it. Mutable and single-threaded.
 */
final class Samples {

    private static final double STARTED = 0.1;

    private final double from;
    private final double to;
    private final List<Sample> seen = new ArrayList<>();

    private record Sample(long nanos, double done) {}

    /**
     * @param from  done before
     * @param to  done at the end
     */
    Samples(double from, double to) {
        this.from = from;
        this.to = to;
    }

    void add(long nanos, double done) {
        if (seen.isEmpty() || done > seen.get(seen.size() - 1).done()) {
            seen.add(new Sample(nanos, done));
        }
    }

    boolean isComplete() {
        return !seen.isEmpty() && seen.get(seen.size() - 1).done() >= to;
    }

    /** What was done last. */
    double done() {
        return seen.isEmpty() ? from : seen.get(seen.size() - 1).done();
    }

    /** In the steady part, each second; where that was seen at fewer than two times, from the first sight to the last. */
    double perSecond() {
        List<Sample> used = steady().size() < 2 ? seen : steady();
        if (used.size() < 2) {
            throw new IllegalStateException(
                    "the work from " + from + " to " + to + " was over at first sight: give it more to do");
        }
        return perSecond(used);
    }

    /** In the steady part, each second; another estimate where that was seen at fewer than two times. */
    double perSecondOr(double otherwise) {
        return steady().size() < 2 ? otherwise : perSecond(steady());
    }

    private List<Sample> steady() {
        return seen.stream()
                .filter(sample -> sample.done() >= from + STARTED * (to - from) && sample.done() < to)
                .toList();
    }

    private static double perSecond(List<Sample> used) {
        Sample first = used.get(0);
        Sample last = used.get(used.size() - 1);
        return (last.done() - first.done()) * 1e9 / (last.nanos() - first.nanos());
    }
}
