/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kill;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.CommittedOffset;
import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.kafka.RiskTail;
import io.ballast.benchmarks.latency.Arrivals;
import io.ballast.benchmarks.latency.OpenLoop;
import io.ballast.benchmarks.oracle.Oracle;
import io.ballast.benchmarks.oracle.Oracle.Slack;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.process.BallastProcess;
import io.ballast.benchmarks.process.Child;
import io.ballast.benchmarks.workload.FeedRecord;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Ballast in a child process with a book, killed under load. It is started again at once with the state that it had, or another instance,
 * which stands by with copies of its stores, takes over. Mutable and single-threaded.
 */
public final class KillCase implements AutoCloseable {

    private static final long A_MOMENT_NANOS = Duration.ofMillis(100).toNanos();
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Bench bench;
    private final CaseTerms terms;
    private final Map<String, String> settings;
    private final Effort effort;
    private final String childHeap;
    private final Path folder;
    private final PoolFeed feed;
    private final Feeder feeder;
    private final CommittedOffset deposits;
    private final List<PlannedPosition> sample;
    private final RiskTail output;
    /** Whether one stands by. */
    private final boolean takenOver;

    private final String prefix;

    private int started;
    /** Has the book. */
    private Child child;
    /** Stands by; null until it is needed. */
    private Child heir;

    /**
     * @param takenOver  by one that stands by
     * @param childHeap  as for -Xmx
     * @param folder  for the child's settings and logs
     * @param effort  its warm-up is the load before the kill; the measured time is that of all the load, of which what is left
     *     after the outage is sent at once
     */
    public KillCase(Bench bench, CaseTerms terms, boolean takenOver, String childHeap, Path folder, Effort effort)
            throws IOException {
        this.bench = bench;
        this.terms = terms;
        this.takenOver = takenOver;
        settings = new HashMap<>(takenOver ? Map.of(BallastKeys.STANDBYS, "1") : Map.of());
        settings.putAll(terms.settings());
        prefix = takenOver ? "taken-over." : "kill.";
        this.childHeap = childHeap;
        this.folder = folder;
        this.effort = effort;
        bench.createTopics(prefix);
        feed = bench.feed(terms.plan(), terms.market(), prefix);
        feeder = new Feeder(bench, prefix, 0);
        sample = terms.sample();
        output = new RiskTail(bench, Topic.POSITION_RISK.fullName(prefix), sample);
        deposits = new CommittedOffset(
                bench, bench.config(prefix, settings).applicationId(), Topic.POSITION_EVENTS.fullName(prefix));
        child = startAnother();
    }

    /** With a state directory of its own. */
    private Child startAnother() throws IOException {
        started++;
        return start();
    }

    /** With the state directory of the last one. */
    private Child start() throws IOException {
        return BallastProcess.start(bench.settings(prefix, settings), "child-" + started, childHeap, folder);
    }

    private void standBy() throws IOException {
        heir = startAnother();
        heir.awaitRunning();
    }

    /** The group decides which of the two has the pool. */
    private void findOutWhoStandsBy() throws IOException {
        if (BallastProcess.pools(child) == 0) {
            Child idle = child;
            child = heir;
            heir = idle;
        }
        if (BallastProcess.pools(child) == 0 || BallastProcess.pools(heir) > 0) {
            throw new IllegalStateException("not one of two processes has the pool; see " + folder);
        }
    }

    /** Lets the child take the book in. @return bytes of heap that each position takes */
    public double load() throws IOException, TimeoutException {
        child.awaitRunning();
        long empty = child.heapInUse();
        feeder.create(feed);
        long begin = System.nanoTime();
        while (deposits.getAsLong() < terms.plan().size()) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
            requireTime(begin, "taking the book in");
        }
        return (double) (child.heapInUse() - empty) / terms.plan().size();
    }

    /** Kills it once. */
    public KillRound round(int number, int perSecond) throws Exception {
        if (takenOver) {
            standBy();
        }
        int first = feed.tickCount();
        List<FeedRecord> ticks = feed.ticks((int) (perSecond * effort.measured().toSeconds()));
        try (Arrivals arrivals = new Arrivals(
                        bench, Contestant.BALLAST, Topic.POSITION_RISK.fullName(prefix), feed, first, ticks.size());
                OpenLoop load = new OpenLoop(feeder, ticks, first, perSecond)) {
            long begin = System.nanoTime();
            await(
                    () -> arrivals.answered() > 0
                            && System.nanoTime() - begin > effort.warmUp().toNanos(),
                    arrivals);
            if (takenOver) {
                findOutWhoStandsBy();
            }
            long killed = System.nanoTime();
            child.kill();
            int awaited = load.firstTickAfter(System.nanoTime()) - first;
            child = takenOver ? heir : start();
            heir = null;
            await(() -> arrivals.answered() > awaited, arrivals);
            double firstRisk = (arrivals.arrivedNanos(first + awaited) - killed) / 1e9;
            await(() -> ageOfNewest(arrivals, load, first) < FRESH_NANOS, arrivals);
            double caughtUp = (System.nanoTime() - killed) / 1e9;
            if (!takenOver) {
                child.awaitRunning();
            }
            load.hurry();
            load.awaitAll();
            await(() -> arrivals.answered() == ticks.size(), arrivals);
            output.catchUp();
            List<String> faults = new Oracle(feed, Slack.NONE).faults(sample, output.claims(feed));
            return new KillRound(terms.plan().size(), perSecond, number, firstRisk, caughtUp, faults);
        }
    }

    private static long ageOfNewest(Arrivals arrivals, OpenLoop load, int first) {
        int newest = first + arrivals.answered() - 1;
        return arrivals.arrivedNanos(newest) - load.intendedNanos(newest);
    }

    private void await(BooleanSupplier done, Arrivals arrivals) throws TimeoutException {
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            arrivals.poll();
            requireTime(begin, "a risk");
        }
    }

    private void requireTime(long sinceNanos, String awaited) throws TimeoutException {
        if (!child.isAlive()) {
            throw new IllegalStateException(
                    "the child process has ended while " + awaited + " was awaited; see " + folder);
        }
        if (System.nanoTime() - sinceNanos > effort.patience().toNanos()) {
            throw new TimeoutException(awaited + " takes longer than " + effort.patience());
        }
    }

    @Override
    public void close() throws IOException {
        child.close();
        if (heir != null) {
            heir.close();
        }
        feeder.close();
        output.close();
    }
}
