/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.pipeline.KafkaCase;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.topology.MeasuredApplication;
import io.ballast.benchmarks.workload.FeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** One application under a steady load. */
final class LatencyCase {

    /** More than that share, and it is no answer to each tick that is measured. */
    private static final double MOST_BY_LATER = 0.5;

    private final Bench bench;
    private final KafkaCase measured;
    private final String profile;
    private final Effort effort;

    LatencyCase(Bench bench, KafkaCase measured, String profile, Effort effort) {
        this.bench = bench;
        this.measured = measured;
        this.profile = profile;
        this.effort = effort;
    }

    String title() {
        return measured.terms().title();
    }

    LatencyRound round(int number, int perSecond) throws InterruptedException, TimeoutException {
        int warming = (int) (perSecond * effort.warmUp().toMillis() / 1000);
        int all = warming + (int) (perSecond * effort.measured().toMillis() / 1000);
        try (MeasuredApplication application = measured.startLoaded()) {
            int first = measured.feed().tickCount();
            List<FeedRecord> ticks = measured.feed().ticks(all);
            try (Arrivals arrivals = arrivals(first, all);
                    OpenLoop load = new OpenLoop(measured.feeder(), ticks, first, perSecond)) {
                await(application, arrivals, all);
                load.awaitAll();
                long[] nanos = new long[all - warming];
                for (int i = 0; i < nanos.length; i++) {
                    int tick = first + warming + i;
                    nanos[i] = arrivals.arrivedNanos(tick) - load.intendedNanos(tick);
                }
                return round(number, perSecond, nanos, 1 - (double) arrivals.answers() / all);
            }
        }
    }

    private Arrivals arrivals(int first, int ticks) {
        return new Arrivals(
                bench, measured.terms().contestant(), measured.outputTopic(), measured.feed(), first, ticks);
    }

    private void await(MeasuredApplication application, Arrivals arrivals, int all) throws TimeoutException {
        long begin = System.nanoTime();
        while (arrivals.answered() < all) {
            arrivals.poll();
            if (application.failure().isPresent()) {
                throw new IllegalStateException(
                        title() + " failed", application.failure().orElseThrow());
            }
            if (System.nanoTime() - begin > effort.patience().toNanos()) {
                throw new TimeoutException(title() + " had answered " + arrivals.answered() + " of " + all
                        + " ticks; must each be published? see the tolerances");
            }
        }
    }

    private LatencyRound round(int number, int perSecond, long[] nanos, double byLater) {
        List<String> faults = new ArrayList<>(measured.caughtUpFaults());
        if (byLater > MOST_BY_LATER) {
            faults.add("only one in " + Numbers.shown(1 / (1 - byLater)) + " ticks had an answer of its own");
        }
        return new LatencyRound(
                title(),
                profile,
                perSecond,
                number,
                nanos.length,
                Numbers.percentile(nanos, 0.5) / 1e6,
                Numbers.percentile(nanos, 0.99) / 1e6,
                Numbers.percentile(nanos, 0.999) / 1e6,
                Numbers.percentile(nanos, 1) / 1e6,
                byLater,
                faults);
    }
}
